/** What people type when they look for a place: everyday words, other characters of the same sound, other spellings. */
import fc from 'fast-check'
import type { PlaceSummary } from '../../../../functions/places/contract'
import { askedFor, asksForCentre, search, wantedBy } from '../../../../functions/places/rules/search'
import { readingsOf, simplified } from '../../../../functions/places/rules/search/readings'
import { buildPlace, manyPlaces } from '../../../support/samples/places'
import { indexOf, winter } from './searched'

const summer = '2026-07-01'
let number = 32_080_000
const outlet = (overrides: Partial<PlaceSummary>) => {
  const outletNo = String(++number)
  return buildPlace({
    outletNo,
    id: `320800-${outletNo}`,
    district: '金湖',
    address: '建设路1号',
    ...overrides,
  })
}
const finds = (places: PlaceSummary[], q: string, day = winter) =>
  search(indexOf(places), q, 20, { day }).map(({ name }) => name)

describe('an everyday word for what a place has or is', () => {
  const seen = (amenity: PlaceSummary['amenities'][number]['amenity']) => [{ amenity, verifiedOn: null }]
  const city = [
    outlet({ name: '甲', amenities: seen('toilet') }),
    outlet({ name: '乙', amenities: seen('water') }),
    outlet({ name: '丙', amenities: seen('charging') }),
    outlet({ name: '丁', roles: ['parcel-point'] }),
    outlet({ name: '戊', roles: ['love-aid'] }),
    outlet({ name: '己', roles: ['warm-cabin'] }),
    outlet({ name: '庚', channel: 'petrol-station' }),
    outlet({ name: '辛', kind: 'hall' }),
    outlet({ name: '壬', kind: 'shelter', outletNo: null, channel: null }),
    outlet({
      name: '癸',
      kind: 'project',
      outletNo: null,
      channel: null,
      project: { category: 'elderly', year: 2024, amount: 1, purpose: '' },
    }),
    outlet({ name: '子', amenities: seen('medical-kit') }),
    outlet({ name: '丑', amenities: seen('wifi') }),
  ]

  test.each([
    ['厕所', '甲'],
    ['洗手间', '甲'],
    ['附近的厕所', '甲'],
    ['哪里有厕所', '甲'],
    ['cesuo', '甲'],
    ['WC', '甲'],
    ['饮水', '乙'],
    ['喝水', '乙'],
    ['飲水', '乙'],
    ['heshui', '乙'],
    ['充电', '丙'],
    ['充電', '丙'],
    ['充电宝', '丙'],
    ['快递', '丁'],
    ['取快递', '丁'],
    ['爱心', '戊'],
    ['愛心', '戊'],
    ['救助站', '戊'],
    ['求助', '戊'],
    ['取暖', '己'],
    ['加油站', '庚'],
    ['体验厅', '辛'],
    ['快乐吧', '辛'],
    ['工会驿站', '壬'],
    ['养老', '癸'],
    ['急救箱', '子'],
    ['Wi-Fi', '丑'],
    ['WIFI', '丑'],
  ])('%s', (q, name) => {
    expect(finds(city, q)).toEqual([name])
  })

  test('where prizes are paid is every outlet and hall', () => {
    const counters = city.filter(({ kind }) => kind === 'outlet' || kind === 'hall').map(({ name }) => name)
    expect(finds(city, '兑奖')).toEqual(counters)
    expect(finds(city, '领奖')).toEqual(counters)
  })

  test('a service that is not given at this time of the year is not found', () => {
    expect(finds(city, '温暖小屋', winter)).toEqual(['己'])
    expect(finds(city, '温暖小屋', summer)).toEqual([])
  })

  test('comes after the places that carry the word in their name', () => {
    const named = outlet({ name: '加油站旁投注站' })
    expect(finds([...city, named], '加油站')).toEqual(['加油站旁投注站', '庚'])
  })

  test('may stand beside a district or a road, with or without a space', () => {
    const other = outlet({ name: '寅', district: '洪泽', address: '东七街2号', amenities: seen('toilet') })
    for (const q of ['洪泽 厕所', '厕所 洪泽', '洪泽厕所', '洪泽的厕所', '东七街厕所'])
      expect(finds([...city, other], q)).toEqual(['寅'])
  })

  test.each([
    '洪泽附近的快递',
    '洪泽哪里有快递',
    '洪泽有没有快递',
    '洪泽有快递吗',
    '洪泽区附近有没有快递点',
    '洪泽快递在哪里',
    '洪泽的快递代收点',
    '洪泽快递代收点',
    '淮安市洪泽区的快递代收点',
    '洪泽最近的快递站',
    '离洪泽最近的快递',
    '快递 洪泽',
    '快递洪泽',
    '快递洪泽有没有',
    '洪泽 附近 快递',
    '洪泽附近 快递',
    '附近 快递 洪泽 哪里有',
    '请问洪泽哪有快递',
    'hongze kuaidi',
  ])('is understood with the little words that people put between: %s', (q) => {
    const there = outlet({ name: '寅', district: '洪泽', address: '东七街2号', roles: ['parcel-point'] })
    const neighbour = outlet({ name: '卯', district: '洪泽', address: '东七街4号' })
    expect(finds([...city, there, neighbour], q)).toEqual(['寅'])
  })

  test.each(['快递代收点', '快递代收', '附近快递代收点', '饮水点', '厕所点'])(
    'may be called a point: %s',
    (q) => expect(wantedBy(q)).not.toBeNull(),
  )
})

describe('other characters of the same sound', () => {
  const city = [
    outlet({ name: '解放东路站', address: '解放东路8号' }),
    outlet({ name: '淮海店', address: '淮海东路3号' }),
    outlet({ name: '东璐彩票', address: '水门桥' }),
  ]

  test.each([
    ['解方东路', ['解放东路站']],
    ['街放东路', ['解放东路站']],
    ['淮海东璐', ['淮海店']],
    ['怀海东路', ['淮海店']],
    ['東璐', ['东璐彩票']],
    ['淮海东七', []],
  ])('%s', (q, names) => {
    expect(finds(city, q)).toEqual(names)
  })

  test('are tried only where nothing is written as it was typed', () => {
    expect(finds(city, '东璐')).toEqual(['东璐彩票'])
  })

  test('in a whole name go before an everyday word beside a road', () => {
    const named = outlet({ name: '云渡河新村爱心驿站', address: '武成街56号' })
    const beside = outlet({ name: '高哥福彩店', address: '云渡河新村3号', roles: ['post-station'] })
    expect(finds([beside, named], '云渡和新村爱心驿站')).toEqual(['云渡河新村爱心驿站'])
  })

  test('find every place of a city whose text has a character of the same sound in the place of another', () => {
    const places = manyPlaces(300, 5)
    const index = indexOf(places)
    const sounds = new Map<string, string[]>()
    for (const character of new Set(places.flatMap(({ name, address }) => [...name, ...address])))
      for (const sound of readingsOf(character)) sounds.set(sound, [...(sounds.get(sound) ?? []), character])
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), fc.nat(), ({ name }, at, pick) => {
        const characters = [...name]
        const spot = at % characters.length
        const alike = readingsOf(characters[spot] ?? '').flatMap((sound) => sounds.get(sound) ?? [])
        fc.pre(alike.length > 0)
        characters[spot] = alike[pick % alike.length] ?? ''
        const typed = characters.join('')
        const written = places.filter((place) => place.name.includes(typed))
        const found = search(index, typed, places.length, { day: winter }).map((place) => place.name)
        expect(found).toEqual(
          expect.arrayContaining(written.length > 0 ? written.map((p) => p.name) : [name]),
        )
      }),
    )
  })
})

describe('a character that is read in several ways', () => {
  test.each([
    ['仇集镇站', ['qiujizhen', 'choujizhen', 'qjz', 'cjz']],
    ['单县路站', ['shanxian', 'danxian', 'sxlz', 'dxlz']],
    ['老解彩票', ['laoxie', 'laojie', 'lxcp', 'ljcp']],
    ['盖州路店', ['gezhou', 'gaizhou', 'gz']],
    ['查家巷站', ['zhajia', 'chajia', 'zjx', 'cjx']],
    ['曾记彩票', ['zengji', 'cengji', 'zj', 'cj']],
    ['区氏便利店', ['oushi', 'qushi', 'os', 'qs']],
    ['乐亭路站', ['laoting', 'leting', 'yueting', 'yt']],
    ['六合路站', ['luhe', 'liuhe', 'lh']],
    ['莘县站', ['shenxian', 'xinxian', 'sx', 'xx']],
    ['东阿路店', ['dongelu', 'dongalu', 'del', 'dal']],
    ['番禺路店', ['panyu', 'fanyu', 'py']],
    ['长江路店', ['changjiang', 'zhangjiang', 'cj', 'zj']],
  ])('%s is found by every one of them, in full and by initials', (name, spellings) => {
    const city = [outlet({ name }), outlet({ name: '无关' })]
    for (const q of spellings) expect([q, finds(city, q)]).toEqual([q, [name]])
  })

  test('stands first where it is read that way', () => {
    const city = [outlet({ name: '行人路站' }), outlet({ name: '银行旁站' })]
    expect(finds(city, 'hang')).toEqual(['银行旁站', '行人路站'])
    expect(finds(city, 'xing')).toEqual(['行人路站', '银行旁站'])
  })
})

describe('the sound ü', () => {
  test.each([
    ['略阳路站', ['lueyang', 'lveyang', 'lüeyang', 'ly']],
    ['虐字站', ['nue', 'nve', 'nüe']],
    ['吕良路站', ['lvliang', 'luliang', 'lüliang', 'lyuliang']],
    ['女贞路站', ['nvzhen', 'nuzhen', 'nüzhen']],
    ['居士路站', ['jushi', 'jvshi', 'jüshi']],
  ])('%s', (name, spellings) => {
    for (const q of spellings) expect([q, finds([outlet({ name })], q)]).toEqual([q, [name]])
  })

  test('may be typed with tone marks, in capitals and with the mark between syllables', () => {
    const city = [outlet({ name: '吕安路站' })]
    for (const q of ['lǚ’ān', "Lv'An", 'lǚān']) expect([q, finds(city, q)]).toEqual([q, ['吕安路站']])
  })
})

describe('traditional characters', () => {
  test('are the same as the simplified ones, whichever stand in the data', () => {
    const simple = [outlet({ name: '东风车站' })]
    const traditional = [outlet({ name: '東風車站' })]
    for (const q of ['东风', '東風', '東风', 'dongfengche', 'dfcz']) {
      expect(finds(simple, q)).toEqual(['东风车站'])
      expect(finds(traditional, q)).toEqual(['東風車站'])
    }
  })

  test('of several that became one are all found', () => {
    expect(finds([outlet({ name: '后方站' })], '後方')).toEqual(['后方站'])
    expect(finds([outlet({ name: '发廊旁站' })], '髮廊')).toEqual(['发廊旁站'])
    expect(finds([outlet({ name: '乾隆路站' })], '乾隆')).toEqual(['乾隆路站'])
    expect(finds([outlet({ name: '乾隆路站' })], 'qianlong')).toEqual(['乾隆路站'])
  })

  test('are made simple one by one, and what has no other form stays', () => {
    expect(['東', '东', '鵝', '体', 'a'].map(simplified)).toEqual(['东', '东', '鹅', '体', 'a'])
  })
})

describe('what a search asks for, and where', () => {
  const parcel = { roles: ['parcel-point'] }
  test.each([
    ['快递', { wanted: parcel, where: null }],
    ['附近哪里有快递', { wanted: parcel, where: null }],
    ['洪泽的快递', { wanted: parcel, where: '洪泽' }],
    ['快递 洪泽区', { wanted: parcel, where: '洪泽区' }],
    ['洪泽 附近 快递代收点', { wanted: parcel, where: '洪泽' }],
    ['东七街快递', { wanted: parcel, where: '东七街' }],
    ['hongze kuaidi', { wanted: parcel, where: 'hongze' }],
    ['洪泽', null],
    ['附近', null],
    ['', null],
  ])('%s', (q, asked) => expect(askedFor(q)).toEqual(asked))
})

test.each([
  ['福彩中心', true],
  ['市福彩中心', true],
  ['淮安市福彩中心', true],
  ['淮安福彩中心在哪', true],
  ['福利彩票发行中心', true],
  ['投诉', true],
  ['fucaizhongxin', true],
  ['滨州市福彩中心', false],
  ['福彩', false],
  ['福彩中心 电话', false],
  ['中心', false],
  ['', false],
])('%s asks for the centre of 淮安: %s', (q, asks) => {
  expect(asksForCentre(q, '淮安')).toBe(asks)
})
