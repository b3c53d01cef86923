/** Hours as people write them, through the row they stand in. Every value here is of our own making. */
import { readRow } from '../../../../functions/places/import/row/row'
import { goodRow } from '../../../support/samples/sheets'

const reading = (hours: string) => {
  const row = readRow(goodRow({ hours }), {
    adcode: '320800',
    today: '2026-11-18',
    demo: false,
    districtName: (written) => written,
  })
  if (!row.ok) throw new Error(JSON.stringify(row.error))
  const { draft, skipped, notices } = row.value
  return { hours: draft.hours, skipped, notices }
}

describe('hours as the import asks for them', () => {
  it.each([
    ['Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off', undefined],
    ['Mo-Su 09:00-21:00; Sa 10:00-12:00', '09:00-21:00; Sa 10:00-12:00'],
    ['09:00-21:00; 2027 Feb 05-2027 Feb 12 off "春节休息"', undefined],
    ['Mo-Fr 09:00-12:00; PH 14:00-17:00', undefined],
    ['Mo-Fr 09:00-18:00; Mo-Fr 09:00-18:00', 'Mo-Fr 09:00-18:00'],
    ['Mo-Fr 09:00-18:00; 2026 Dec 24 09:00-12:00', undefined],
  ])('%j are taken word for word', (text, canonical = text) => {
    expect(reading(text)).toEqual({ hours: canonical, skipped: [], notices: [] })
  })
})

describe('two rules for the same days', () => {
  it.each([
    ['Mo-Fr 08:30-12:00; Mo-Fr 13:30-18:00', 'Mo-Fr 08:30-12:00,13:30-18:00'],
    ['Mo-Fr 08:30-12:00；Mo-Fr 13:30-18:00；Sa 09:00-12:00', 'Mo-Fr 08:30-12:00,13:30-18:00; Sa 09:00-12:00'],
    ['08:30-11:30；13:00-20:00', '08:30-11:30,13:00-20:00'],
    ['Tu 07:00-08:00; 11:30-13:15; We 14:30-17:30', 'Tu 07:00-08:00,11:30-13:15; We 14:30-17:30'],
    ['Mo-Fr 08:00-12:00; Mo,Tu,Th 15:00-18:00', 'Mo-Fr 08:00-12:00; Mo,Tu,Th 08:00-12:00,15:00-18:00'],
    ['Mo-Fr 14:00-18:00; Mo-Fr 09:00-12:00', 'Mo-Fr 09:00-12:00,14:00-18:00'],
    ['Mo-Fr 09:00-12:00; PH off; Mo-Fr 14:00-18:00', 'Mo-Fr 09:00-12:00,14:00-18:00; PH off'],
    ['08:30-12:00 "一楼"; 14:00-18:00 "二楼"', '08:30-12:00,14:00-18:00 "一楼；二楼"'],
  ])('%j are a day with a break, with a notice', (text, hours) => {
    const { notices, ...read } = reading(text)
    expect(read).toEqual({ hours, skipped: [] })
    expect(notices).toEqual([{ column: 'hours', reason: expect.stringContaining(`读作 ${hours}`) }])
  })

  it.each([
    'Mo-Fr 09:00-18:00; Mo-Fr 10:00-16:00',
    'Mo-Fr 09:00-18:00; 10:00-16:00',
    'Mo-Fr 09:00-18:00; Mo-Su 08:00-20:00',
    'Mo-Fr 14:00-18:00; We 09:00-12:00',
    'Sa off; Sa 09:00-12:00',
    'Mo-Fr 09:00-13:00, Mo-Fr 12:00-18:00',
  ])('%j that cannot both be meant are refused, naming the form with a comma', (text) => {
    const { hours, skipped } = reading(text)
    expect(hours).toBeNull()
    expect(skipped).toEqual([{ column: 'hours', reason: expect.stringMatching(/同样的日子.*用逗号隔开/) }])
  })

  it.each([
    ['Su off; 09:00-21:00', '09:00-21:00; Su off'],
    ['PH off; Mo-Fr 09:00-18:00', 'Mo-Fr 09:00-18:00; PH off'],
  ])('%j keep the days off that the second would take back, with a notice', (text, hours) => {
    const read = reading(text)
    expect(read.hours).toBe(hours)
    expect(read.notices).toEqual([{ column: 'hours', reason: expect.stringContaining('写在最后') }])
  })
})

describe('further days after a comma', () => {
  it.each([
    ['Mo-Fr 08:00-20:00, Sa 08:00-13:00', 'Mo-Fr 08:00-20:00; Sa 08:00-13:00'],
    [
      'Mo-Fr 08:00-12:00,14:00-18:00,Sa 08:00-13:00,Su off',
      'Mo-Fr 08:00-12:00,14:00-18:00; Sa 08:00-13:00; Su off',
    ],
    ['Mo,Th 13:00-17:00，Tu，We,Fr 09:00-13:00; PH off', 'Mo,Th 13:00-17:00; Tu,We,Fr 09:00-13:00; PH off'],
    ['Mo-Fr 09:00-12:00, Mo 14:00-18:00', 'Mo-Fr 09:00-12:00; Mo 09:00-12:00,14:00-18:00'],
    ['Mo-Su 09:00-12:00, Sa,Su,PH 14:00-18:00', '09:00-12:00; Sa,Su 09:00-12:00,14:00-18:00; PH 14:00-18:00'],
    ['Mo-Fr 09:00-18:00, PH off', 'Mo-Fr 09:00-18:00; PH off'],
    ['09:00-18:00 "a, Sa 10:00-11:00"', '09:00-18:00 "a, Sa 10:00-11:00"'],
  ])('%j are rules of their own', (text, hours) => {
    expect(reading(text)).toEqual({ hours, skipped: [], notices: [] })
  })
})

describe('everyday words', () => {
  it.each([
    ['Monday - Friday: 9AM to 5:30 p.m., Saturday: Closed', 'Mo-Fr 09:00-17:30; Sa off'],
    ['Mon-Thurs 11-14, 17-21:30; Fri,Sat 11:00-17', 'Mo-Th 11:00-14:00,17:00-21:30; Fr,Sa 11:00-17:00'],
    ['Mo-Do 9.00-16.30; Fr 9-13; Sa-So geschlossen', 'Mo-Th 09:00-16:30; Fr 09:00-13:00; Sa,Su off'],
    ['Mo-Su,09:00-19:00', '09:00-19:00'],
    ['12 pm - 12 am', '12:00-24:00'],
    ['9h30-18h', '09:30-18:00'],
    ['24h', '24/7'],
    ['周一至周五 9：00—18：00，周六 10点到16点半', 'Mo-Fr 09:00-18:00; Sa 10:00-16:30'],
    ['每天上午8点半至晚上9点', '08:30-21:00'],
    ['上午9点到12点，下午2点半到6点', '09:00-12:00,14:30-18:00'],
    ['上午9点到晚上12点', '09:00-24:00'],
    ['晚上6点到10点', '18:00-22:00'],
    ['18-2', '18:00-02:00'],
    ['晚上6点到凌晨2点', '18:00-02:00'],
    ['周一到周日 全天', '24/7'],
    ['周末休息，星期一至星期五 9:00-17:00', 'Sa,Su off; Mo-Fr 09:00-17:00'],
    ['9:00-21:00，法定节假日休息', '09:00-21:00; PH off'],
  ])('%j are read, with a notice', (text, hours) => {
    const { notices, ...read } = reading(text)
    expect(read).toEqual({ hours, skipped: [] })
    expect(notices).toEqual([{ column: 'hours', reason: expect.stringContaining(`读作 ${hours}`) }])
  })

  it.each(['2026-07-24', '2026/7/24', '24-Jul', '7月24日', '24/7/2026'])(
    '%j is 24/7 that a spreadsheet took for a date, with a notice',
    (text) => {
      const read = reading(text)
      expect(read.hours).toBe('24/7')
      expect(read.notices).toEqual([{ column: 'hours', reason: expect.stringContaining('按 24/7 读取') }])
    },
  )
})

describe('what cannot be kept', () => {
  it.each([
    ['sunrise-sunset', '日出日落'],
    ['Mo-Fr 08:00-15:00; SH off', '学校假期'],
    ['week 1-53/2 Fr 09:00-12:00', '第几周'],
    ['09:00-12:00 || "电话预约"', '备用'],
    ['Mo-Fr 09:00-17:00; easter off', '复活节'],
    ['Th[-1] 09:00-12:00', '每月第几个星期几'],
    ['18:00+', '没有结束时刻'],
    ['5-10 pm', '上午还是下午'],
    ['9-5', '上午还是下午'],
    ['9-12,2-6', '上午还是下午'],
    ['9点到12点，2点到6点', '上午还是下午'],
    ['Mo-Fr 8.30-5.30', '上午还是下午'],
    ['Mo-Fr 9am-5', '上午还是下午'],
    ['9点到6点', '上午还是下午'],
    ['上午9点到6点', '上午还是下午'],
    ['下午6点到2点', '上午还是下午'],
    ['晚上6点到1点', '上午还是下午'],
    ['凌晨12点到6点', '上午还是下午'],
    ['by appointment', '预约'],
    ['Apr 1-Sep 30 09:00-18:00', '没有年份的日期'],
    ['Mo-Fr 09:00-17:00; Dec 25 off', '没有年份的日期'],
    ['Su 10:00', '缺少结束时刻'],
    ['2026-08-24', '这里应是星期'],
  ])('%j is refused by its name', (text, reason) => {
    const read = reading(text)
    expect(read.hours).toBeNull()
    expect(read.skipped).toEqual([{ column: 'hours', reason: expect.stringContaining(reason) }])
  })
})
