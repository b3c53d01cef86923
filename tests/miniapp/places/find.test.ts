/** What the search on the phone says beside its finds: what an everyday word asks for, and an example of the city one is in. */
import { askedBy, exampleOf, findPlaces } from '@/places/pages/search/find'
import { noneHere } from '@/places/pages/search/none'
import { nearestToThere } from '@/places/pages/search/there'
import { hintText, nothingText, thingsToAsk } from '@/places/pages/search/view'
import { aCatalogue, aPlace, aRegion } from './builders'

const winter = '2026-12-01'
const seen = (amenity: 'toilet' | 'water') => ({ amenity, verifiedOn: null })
const city = aCatalogue([
  aPlace({ amenities: [seen('toilet')] }),
  aPlace({
    id: '320800-32080216',
    outletNo: '32080216',
    name: '城中站',
    amenities: [seen('toilet'), seen('water')],
  }),
  aPlace({
    id: '320800-32080720',
    outletNo: '32080720',
    name: '路边站',
    roles: ['warm-cabin'],
    channel: 'petrol-station',
  }),
])

it('says how many places have what was asked for, and leads to the chips that show them', () => {
  expect(askedBy(city, '附近的厕所', winter)).toEqual({
    name: '卫生间',
    count: 2,
    choice: { kinds: [], roles: [], amenities: ['toilet'], openNow: false },
  })
  expect(askedBy(city, '兑奖', winter)).toMatchObject({ count: 3, choice: { kinds: ['outlet', 'hall'] } })
  expect(findPlaces(city, '厕所', 1, {}).map(({ id }) => id)).toEqual(['320800-32080290'])
})

it('leads nowhere where the map has no chip, and is silent where nothing of the kind was asked', () => {
  expect(askedBy(city, '加油站', winter)).toEqual({ name: '加油站内', count: 1, choice: null })
  expect(askedBy(city, '淮海东路', winter)).toBeNull()
  expect(askedBy(city, '厕所 洪泽', winter)).toBeNull()
})

it('counts a warm cabin in winter alone', () => {
  expect(askedBy(city, '取暖', winter)?.count).toBe(1)
  expect(askedBy(city, '取暖', '2026-07-01')?.count).toBe(0)
})

describe('what a city does not have', () => {
  const station = aPlace({ roles: ['love-aid', 'post-station'] })
  const other = aPlace({ id: '320800-32080216', outletNo: '32080216', roles: ['love-aid'] })
  const without = aCatalogue([station, other])
  const near = aRegion({
    adcode: '321300',
    name: '宿迁',
    centre: { lng: 118.3, lat: 33.9 },
    counts: { places: 9, kinds: { outlet: 9 }, roles: { 'parcel-point': 4 } },
  })
  const far = aRegion({ ...near, adcode: '371600', name: '滨州', centre: { lng: 118, lat: 37.4 } })
  const none = (q: string, day = winter) => noneHere(without, [without.region, far, near], q, day)

  it('is said by its name, with the nearest city that has it and what there is here', () => {
    expect(none('快递')).toEqual({
      title: '淮安还没有快递代收点',
      elsewhere: { adcode: '321300', city: '宿迁', text: '宿迁有 4 处' },
      here: [
        { role: 'love-aid', name: '爱心救助点', count: 2 },
        { role: 'post-station', name: '公益驿站', count: 1 },
      ],
    })
  })

  it.each([
    ['厕所', '淮安还没有提供卫生间的地方'],
    ['轮椅', '淮安还没有提供无障碍设施的地方'],
    ['快乐吧', '淮安还没有快乐吧'],
    ['加油站', '淮安还没有加油站内的网点'],
    ['养老院', '淮安还没有养老服务项目'],
    ['取暖', '淮安还没有温暖小屋'],
  ])('%s: %s', (q, title) => expect(none(q)?.title).toBe(title))

  it('is no matter of the season', () => {
    const cabins = aCatalogue([aPlace({ roles: ['warm-cabin'] })])
    expect(noneHere(cabins, [], '温暖小屋', '2026-07-01')?.title).toBe('温暖小屋 11 月到次年 3 月开放')
    expect(noneHere(cabins, [], '温暖小屋', winter)).toBeNull()
  })

  it.each(['洪泽的快递', '洪泽区快递代收点', '快递 洪泽', '快递代收点'])('is said of %s as well', (q) =>
    expect(none(q)?.title).toBe('淮安还没有快递代收点'),
  )

  it('is silent of what the city has, and of what is no such word', () => {
    expect(none('爱心')).toBeNull()
    expect(none('北京站')).toBeNull()
  })
})

describe('a thing that is asked for where there is none', () => {
  const inHongze = { district: '洪泽', lng: 118.87, lat: 33.294, address: '东七街 2 号' }
  const near = aPlace({ id: '320800-n', name: '近站', roles: ['parcel-point'], lng: 118.9, lat: 33.3 })
  const far = aPlace({ id: '320800-f', name: '远站', roles: ['parcel-point'], lng: 119.3, lat: 33.9 })
  const there = aPlace({ ...inHongze, id: '320800-h', name: '洪泽站' })
  const some = aCatalogue([far, near, there])
  const nearest = (q: string, catalogue = some) => nearestToThere(catalogue, q, winter, 10)
  const names = (q: string, catalogue = some) => nearest(q, catalogue)?.places.map(({ name }) => name)

  it.each([
    ['洪泽的快递', '洪泽区'],
    ['洪泽区快递代收点', '洪泽区'],
    ['淮安市洪泽区附近有没有快递', '洪泽区'],
    ['快递 洪泽', '洪泽区'],
    ['hongze kuaidi', '洪泽区'],
    ['东七街的快递', '东七街'],
  ])('%s: the nearest of the city, measured from there', (q, name) => {
    expect(names(q)).toEqual(['近站', '远站'])
    expect(nearest(q)?.origin.name).toBe(name)
  })

  it('is said by the name of the district, or by what was typed', () => {
    expect(nearest('洪泽的快递')?.noun).toBe('快递代收点')
    expect(nearest('洪泽的快递')?.where).toBe('洪泽区')
    expect(nearest('东七街的快递')?.where).toBe('“东七街”一带')
  })

  it('is nothing where the city has none at all, where nobody knows the place, and where no place was named', () => {
    expect(nearest('洪泽的快递', aCatalogue([there]))).toBeNull()
    expect(nearest('北京站的快递')).toBeNull()
    expect(nearest('快递')).toBeNull()
    expect(nearest('洪泽')).toBeNull()
  })

  it('is asked of the whole city by the name of the city', () => {
    for (const q of ['淮安市的快递', '淮安快递', '淮安 快递'])
      expect(
        findPlaces(some, q, 10, { day: winter })
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['近站', '远站'].sort())
  })
})

describe('the example of the hint', () => {
  const binzhou = {
    adcode: '371600',
    name: '滨州',
    districts: [
      {
        name: '邹平',
        adcode: '371681',
        bbox: [117.4, 36.6, 118, 37.2] satisfies [number, number, number, number],
        centre: { lng: 117.7, lat: 36.9 },
        count: 3,
      },
    ],
  }

  it('is of the city one is in', () => {
    expect(exampleOf(city)).toEqual({ typed: 'qjp', name: '清江浦区' })
    const other = aCatalogue([aPlace({ id: '371600-37160001', district: '邹平' })], { region: binzhou })
    expect(exampleOf(other)).toEqual({ typed: 'zp', name: '邹平市' })
    expect(hintText(exampleOf(other), [])).toContain('zp 就是邹平市')
    expect(nothingText(exampleOf(other))).toContain('比如 zp 找邹平市')
  })

  it('asks for things that the city has, and offers no prize to a minor', () => {
    const had = new Set(['outlet', 'charging', 'water'])
    expect(thingsToAsk(had, false)).toEqual(['充电', '喝水', '兑奖'])
    expect(thingsToAsk(had, true)).toEqual(['充电', '喝水'])
    expect(thingsToAsk(null, false)).toEqual(['厕所', '充电', '兑奖'])
    expect(thingsToAsk(new Set(), true)).toEqual([])
    expect(hintText(null, ['充电'])).toContain('要找的东西，比如充电')
    expect(hintText(null, [])).toBe('可以搜店名、路名、八位网点编号，也可以打拼音或首字母。')
  })

  it('is left out where a city has no district', () => {
    const bare = aCatalogue([aPlace()], { region: { districts: [] } })
    expect(exampleOf(bare)).toBeNull()
    expect(hintText(null, [])).not.toContain('qjp')
    expect(nothingText(null)).not.toContain('qjp')
  })
})
