import {
  badges,
  doubtTexts,
  openLine,
  openText,
  projectText,
  seenText,
  verifiedText,
  whereText,
  yuanText,
} from '@/places/view'
import { ageText, agoText } from '@/shared/time/ago'
import { aCalendar, aPlace, at } from './builders'

const wednesday = at('2026-03-04 10:00')
const said = (place: Parameters<typeof openLine>[0], now = wednesday, calendar = aCalendar()) =>
  openText(openLine(place, calendar, now))

describe('the open line', () => {
  it('says until when a place is open today', () => {
    expect(said(aPlace())).toBe('开到 21:00')
    expect(openLine(aPlace(), aCalendar(), wednesday)).toMatchObject({ tone: 'open', head: '营业中' })
  })

  it('counts the last half hour, so that nobody comes too late', () => {
    expect(said(aPlace(), at('2026-03-04 20:40'))).toBe('20 分钟后关门')
  })

  it('says when a closed place opens: today, tomorrow, on a weekday, on a date', () => {
    expect(said(aPlace(), at('2026-03-04 07:00'))).toBe('今天 08:30 开门')
    expect(said(aPlace(), at('2026-03-04 22:00'))).toBe('明天 08:30 开门')
    expect(said(aPlace({ hours: 'Sa 09:00-17:00' }))).toBe('周六 09:00 开门')
    const shut = aPlace({ hours: 'Mo-Su 08:30-21:00; 2026 Mar 01-2026 Mar 20 off "装修"' })
    expect(said(shut)).toBe('装修 · 3月21日开门')
  })

  it('belongs a closing after midnight to the night before', () => {
    const late = aPlace({ hours: 'Mo-Su 18:00-02:00' })
    expect(said(late, at('2026-03-04 20:00'))).toBe('开到次日 02:00')
    expect(said(late, at('2026-03-05 01:00'))).toBe('开到 02:00')
    expect(said(aPlace({ hours: 'Mo-Su 18:00-24:00' }), at('2026-03-04 20:00'))).toBe('开到 24:00')
  })

  it('says that a place never closes', () => {
    expect(said(aPlace({ hours: '24/7' }))).toBe('24 小时开放')
  })

  it('shows unknown hours as unknown, never as closed', () => {
    expect(openLine(aPlace({ hours: null }), aCalendar(), wednesday)).toEqual({
      tone: 'unknown',
      head: '时间未知',
      text: '营业时间未知',
    })
    expect(said(aPlace({ kind: 'project', hours: null }))).toBe('开放时间未知')
  })

  it('keeps the love-aid service apart from the paused selling', () => {
    const closure = aCalendar([{ date: '2026-03-04', type: 'market-closure', name: '春节休市' }])
    expect(said(aPlace({ roles: ['love-aid'] }), wednesday, closure)).toBe('休市 · 爱心服务到 21:00')
    expect(said(aPlace({ roles: ['post-station'] }), wednesday, closure)).toBe('休市 · 便民服务到 21:00')
    expect(said(aPlace(), wednesday, closure)).toBe('休市 · 明天 08:30 开门')
  })

  it('says holiday where the holiday is what closes the door', () => {
    const holiday = aCalendar([{ date: '2026-03-04', type: 'holiday', name: '某节' }])
    expect(said(aPlace({ hours: 'Mo-Su 08:30-21:00; PH off' }), wednesday, holiday)).toBe(
      '放假 · 明天 08:30 开门',
    )
  })

  it('does not invent a day of opening', () => {
    expect(said(aPlace({ hours: 'Mo-Su 08:30-21:00; 2026 Mar 01+ off "拆迁"' }))).toBe('拆迁 · 开门时间未定')
  })
})

describe('figures as one says them', () => {
  it.each([
    ['2026-03-04', '今天'],
    ['2026-03-03', '昨天'],
    ['2026-03-01', '3 天前'],
    ['2025-12-04', '3 个月前'],
    ['2024-03-01', '2 年前'],
  ])('%s seen from 4 March 2026 is %s', (day, text) => expect(agoText(day, '2026-03-04')).toBe(text))

  it('gives the day itself where somebody last looked more than a season ago, and warns', () => {
    expect(seenText('2026-01-03', '2026-03-04')).toEqual({ text: '2 个月前核实', stale: false })
    expect(seenText('2025-12-04', '2026-03-04')).toEqual({ text: '3 个月前核实', stale: false })
    expect(seenText('2025-12-03', '2026-03-04')).toEqual({ text: '2025-12-03 核实，可能变了', stale: true })
    expect(seenText(null, '2026-03-04')).toEqual({ text: '还没有人核实', stale: false })
  })

  it.each([
    [20_000, '刚刚'],
    [12 * 60_000, '12 分钟前'],
    [3 * 3_600_000, '3 小时前'],
    [50 * 3_600_000, '2 天前'],
  ])('data %d ms old are from %s', (age, text) => expect(ageText(age)).toBe(text))

  it.each([
    [8600, '8,600 元'],
    [1_200_000, '120 万元'],
    [125_000, '12.5 万元'],
    [298_000_000, '2.98 亿元'],
  ])('%d yuan are %s', (yuan, text) => expect(yuanText(yuan)).toBe(text))
})

describe('what was verified', () => {
  const amenities = [
    { amenity: 'water' as const, verifiedOn: '2026-03-01' },
    { amenity: 'microwave' as const, verifiedOn: '2026-03-01' },
    { amenity: 'umbrella' as const, verifiedOn: '2025-11-01' },
  ]

  it('names what was seen last, with its age', () => {
    expect(verifiedText({ amenities }, '2026-03-04')).toBe('饮用水、微波炉，3 天前核实过')
  })

  it('says so where nobody has looked, and nothing where there is nothing', () => {
    expect(verifiedText({ amenities: [{ amenity: 'water', verifiedOn: null }] }, '2026-03-04')).toBe(
      '设施未核实',
    )
    expect(verifiedText({ amenities: [] }, '2026-03-04')).toBeNull()
  })

  it('says what the fund paid for', () => {
    const project = { category: 'elderly' as const, year: 2023, amount: 1_200_000, purpose: '日间照料中心' }
    const place = aPlace({ kind: 'project', project, hours: null })
    expect(projectText(place)).toBe('养老服务 · 2023 年 · 120 万元')
  })
})

describe('where a place is', () => {
  const where = (overrides: Partial<Parameters<typeof aPlace>[0]>) => whereText(aPlace(overrides))

  it('begins with the district in full, unless the address says it', () => {
    expect(where({ address: '健康西路3号' })).toBe('清江浦区 健康西路3号')
    expect(where({ district: '盱眙', address: '山城大道1号' })).toBe('盱眙县 山城大道1号')
    expect(where({ address: '清江浦区健康西路3号' })).toBe('清江浦区健康西路3号')
    expect(where({ address: '清江浦健康西路3号' })).toBe('清江浦健康西路3号')
    expect(where({ address: '淮安市清江浦区健康西路3号' })).toBe('淮安市清江浦区健康西路3号')
  })

  it('is in the file’s own words in a city that nobody has listed', () => {
    expect(where({ id: '321300-32130001', district: '沭阳县', address: '人民路1号' })).toBe(
      '沭阳县 人民路1号',
    )
  })
})

describe('badges and doubts', () => {
  it('shows the warm cabin in winter alone', () => {
    const place = aPlace({ roles: ['love-aid', 'warm-cabin'], channel: 'mall' })
    const texts = (today: string) => badges(place, today).map((badge) => badge.text)
    expect(texts('2026-01-10')).toEqual(['爱心救助点', '温暖小屋', '商场内'])
    expect(texts('2026-07-10')).toEqual(['爱心救助点', '商场内'])
  })

  it('names what is not an outlet first', () => {
    expect(badges(aPlace({ kind: 'hall', roles: ['exemplary'] }), '2026-03-04')[0]?.text).toBe('快乐吧')
  })

  it('says a doubt as hearsay with its date', () => {
    expect(doubtTexts({ doubts: [{ fact: 'locked', since: '2026-02-28' }] })).toEqual([
      '有人说这里锁着门（2月28日起）',
    ])
  })

  it('names what ran out, so that two doubts of one place differ', () => {
    const since = '2026-02-28'
    const doubts = [
      { fact: 'out-of-stock', amenity: 'water', since },
      { fact: 'out-of-stock', amenity: 'umbrella', since },
      { fact: 'out-of-stock', since },
    ] as const
    expect(doubtTexts({ doubts: [...doubts] })).toEqual([
      '有人说饮用水已经用完（2月28日起）',
      '有人说雨伞已经用完（2月28日起）',
      '有人说东西已经用完（2月28日起）',
    ])
  })
})
