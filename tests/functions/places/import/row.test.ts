import { hoursProblem } from '../../../../functions/places/import/hours/cell'
import type { Cells } from '../../../../functions/places/import/row/columns'
import { parseHours } from '../../../../functions/places/rules/hours'
import { placeOf, problemsOf, read, skippedOf } from './rows'

describe('a good row', () => {
  it('is a place with everything that the row says', () => {
    expect(placeOf({})).toEqual({
      id: '320800-32080290',
      kind: 'outlet',
      outletNo: '32080290',
      name: '中国福利彩票 32080290 淮海东路站',
      roles: ['love-aid', 'warm-cabin'],
      channel: 'street',
      district: '清江浦',
      address: '淮海东路88号',
      lng: 119.0345,
      lat: 33.5967,
      positionVerifiedOn: '2026-10-01',
      phone: '0517-00000000',
      hours: 'Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off',
      amenities: [
        { amenity: 'water', verifiedOn: '2026-10-01' },
        { amenity: 'umbrella', verifiedOn: '2026-11-02' },
      ],
      project: null,
      demo: false,
    })
  })

  it('with empty cells leaves them unknown', () => {
    const empty = {
      roles: '',
      channel: '',
      address: '',
      phone: '',
      hours: ' ',
      amenities: '',
      verifiedOn: '',
    }
    expect(placeOf(empty)).toMatchObject({
      roles: [],
      channel: null,
      address: '',
      phone: null,
      hours: null,
      amenities: [],
      positionVerifiedOn: null,
    })
  })

  it('survives what spreadsheets and hurried hands do to it', () => {
    expect(
      placeOf({
        outletNo: " '３２０８０２９０ ",
        kind: 'Outlet',
        roles: 'Warm-Cabin｜love-aid|',
        datum: 'GCJ02',
        lng: '１１９.０３４５',
        phone: '（0517）0000 0000',
        hours: '08：30～21：00',
        verifiedOn: '2026年10月1日',
        name: '淮海\n东路站\u200b',
      }),
    ).toMatchObject({
      outletNo: '32080290',
      kind: 'outlet',
      roles: ['love-aid', 'warm-cabin'],
      lng: 119.0345,
      phone: '(0517)0000 0000',
      hours: '08:30-21:00',
      positionVerifiedOn: '2026-10-01',
      name: '淮海 东路站',
    })
  })

  it('in another datum is moved to GCJ-02', () => {
    const gcj02 = { lng: 119.0345, lat: 33.5967 }
    const fromWgs84 = placeOf({ datum: 'wgs84', lng: '119.029', lat: '33.5981' })
    expect(fromWgs84.lng).toBeCloseTo(gcj02.lng, 3)
    expect(fromWgs84.lat).toBeCloseTo(gcj02.lat, 3)
    const fromBd09 = placeOf({ datum: 'bd09', lng: '119.0409', lat: '33.6029' })
    expect(fromBd09.lng).toBeCloseTo(gcj02.lng, 3)
    expect(fromBd09.lat).toBeCloseTo(gcj02.lat, 3)
    // Outside China there is nothing to shift.
    expect(placeOf({ datum: 'wgs84', lng: '-121.9956732', lat: '37.8142146' })).toMatchObject({
      lng: -121.995673,
      lat: 37.814215,
    })
  })

  it('of a project says what the fund paid for', () => {
    const project = {
      kind: 'project',
      outletNo: '',
      channel: '',
      roles: '',
      category: 'elderly',
      year: '2022',
      amount: '3,200,000',
      purpose: '改造照护床位 120 张',
    }
    expect(placeOf(project)).toMatchObject({
      id: expect.stringMatching(/^320800-project-[0-9a-f]{8}$/),
      project: { category: 'elderly', year: 2022, amount: 3_200_000, purpose: '改造照护床位 120 张' },
    })
  })
})

describe('a bad cell', () => {
  it.each<[keyof Cells, string, string]>([
    ['outletNo', '', '必须有编号'],
    ['outletNo', '3208-029/0', '编号只能有数字和字母'],
    ['outletNo', '3.20803E+07', '科学计数'],
    ['name', ' ', '不能为空'],
    ['name', '淮\uFFFD站', '乱码'],
    ['name', '长'.repeat(61), '太长'],
    ['kind', '', 'outlet, hall, project, shelter'],
    ['kind', 'shop', '不认识的类别 “shop”'],
    ['district', '', '不能为空'],
    ['lng', '', '不能为空'],
    ['lng', '119,03', '不是十进制度数'],
    ['lng', '1e2', '不是十进制度数'],
    ['lng', '181', '超出 ±180 度'],
    ['lat', '119.03', '经度和纬度可能写反了'],
    ['datum', '', '不能为空'],
    ['datum', 'cgcs2000', '不认识的坐标系'],
    ['outletNo', '3.20803E+17', '超过 15 位'],
    ['outletNo', '3.00000000000000e+17', '超过 15 位'],
    ['name', '#NAME?', '错误值'],
    ['hours', '#N/A', '错误值'],
    ['phone', ' #ref! ', '错误值'],
    ['amenities', '＃DIV/0！', '错误值'],
    ['address', 'Err:502', '错误值'],
    ['verifiedOn', '########', '列太窄'],
    ['roles', '=A1&"|love-aid"', '没有算出结果的公式'],
  ])('%s = %j is reported by its column: %s', (column, cell, reason) => {
    const problems = problemsOf({ [column]: cell })
    expect(problems).toEqual([{ column, reason: expect.stringContaining(reason) }])
  })

  it('does not hide the others: all errors of a row are reported at once', () => {
    expect(problemsOf({ kind: 'shop', lat: '95', outletNo: '?' }).map(({ column }) => column)).toEqual([
      'kind',
      'outletNo',
      'lat',
    ])
  })

  it('of a project names each thing that is missing', () => {
    const problems = problemsOf({ kind: 'project', outletNo: '', channel: '', roles: '', year: '1949' })
    expect(problems.map(({ column }) => column).sort()).toEqual(['amount', 'category', 'purpose', 'year'])
  })

  it('of 0,0 is no position', () => {
    expect(problemsOf({ lng: '0', lat: '0.0' })).toEqual([
      { column: 'lng', reason: expect.stringContaining('都是 0') },
    ])
  })

  it('of hours is explained in Chinese, whatever is wrong with them', () => {
    const wrong = [
      '08:30-12:00,11:00-13:00',
      '2026 Feb 20-2026 Feb 17 off',
      '08:61-12:00',
      '2026 Feb 30 off',
      '2026 Foo 12 off',
      '25:00-26:00',
      '08:30',
      '08:30-',
      'Mo,',
      'x'.repeat(2001),
      Array.from({ length: 61 }, () => '24/7').join(';'),
      '24/7 24/7',
      'Mo',
      'Mo-08:30',
      'Feb 17 off',
      '',
    ]
    for (const text of wrong) {
      const hours = parseHours(text)
      if (hours.ok) throw new Error(`${text} is right`)
      expect(`${text}: ${hoursProblem(text, hours.error)}`).not.toContain('看不懂')
    }
  })
})

describe('an optional cell that cannot be read', () => {
  it.each<[keyof Cells, string, string]>([
    ['address', '长'.repeat(121), '太长'],
    ['roles', 'love-aid|hero', '不认识的服务角色 “hero”'],
    ['channel', 'web', '不认识的渠道 “web”'],
    ['phone', '请到店咨询', '不是电话号码'],
    ['phone', '12', '不是电话号码'],
    ['phone', '0517-83900000;微信同号', '不是电话号码：“微信同号”'],
    ['hours', '到天黑', '日出日落'],
    ['amenities', 'water|sauna', '不认识的便民设施 “sauna”'],
    ['amenities', 'water@昨天', '日期写作 2026-11-02'],
    ['verifiedOn', '2026-02-30', '没有这一天'],
    ['verifiedOn', '2026-11-19', '之后'],
    ['category', 'elderly', '只有公益金项目'],
  ])('%s = %j is reported, and the rest of the row is loaded', (column, cell, reason) => {
    expect(problemsOf({ [column]: cell })).toEqual([])
    expect(skippedOf({ [column]: cell })).toEqual([{ column, reason: expect.stringContaining(reason) }])
  })

  it('says nothing of its fact, which is not the same as saying that it is unknown', () => {
    const row = read({ phone: '请到店咨询', hours: '', verifiedOn: '2026-02-30' })
    expect(row).toMatchObject({ ok: true, value: { draft: { phone: null, hours: null }, unread: ['phone'] } })
  })
})

describe('several telephone numbers in a cell', () => {
  it.each([
    ['0517-83900000;13800000000', ['0517-83900000', '13800000000']],
    ['0517-83900000；0517－83900001 、 13800000000', ['0517-83900000', '0517-83900001', '13800000000']],
    ['0517-83900000/83900001', ['0517-83900000', '83900001']],
    ['0517-83900000 13800000000', ['0517-83900000', '13800000000']],
    ['13800000000\n13800000000', ['13800000000']],
    ['(0517) 8390 0000 转 801', ['(0517) 8390 0000 转 801']],
  ])('%j are several numbers, each once, the first in front', (phone, [first, ...others]) => {
    const place = placeOf({ phone })
    expect([place.phone, ...(place.otherPhones ?? [])]).toEqual([first, ...others])
  })
})
