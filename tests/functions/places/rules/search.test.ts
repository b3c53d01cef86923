import fc from 'fast-check'
import type { PlaceSummary } from '../../../../functions/places/contract'
import { fullDistrictName } from '../../../../functions/places/rules/divisions'
import { buildSearchIndex, search, searchAll, wantedBy } from '../../../../functions/places/rules/search'
import { wantedMatcher } from '../../../../functions/places/rules/search/words'
import { pinyinOf } from '../../../../functions/places/service/catalogue/pinyin'
import { buildPlace, manyPlaces } from '../../../support/samples/places'

const indexOf = (places: PlaceSummary[]) =>
  buildSearchIndex(
    places,
    pinyinOf(places.flatMap(({ name, district, address }) => [name, district, address])),
  )
const outlet = (outletNo: string | null, name: string, district: string, address: string) =>
  buildPlace({ outletNo, id: `320800-${outletNo ?? name.length}`, name, district, address })

const places = [
  outlet('32080290', '福彩投注站（银行旁）', '清江浦', '淮海东路128号'),
  outlet('32080216', '淮海路福彩店', '清江浦', '健康西路3号'),
  outlet('32080720', '老王彩票Ａ座店', '盱眙', '长江路9号'),
  outlet('32082901', '安心驿站', '涟水', '安东路1号'),
  outlet(null, '金湖县重建活动中心', '金湖', '人民路 18 号'),
]
const index = indexOf(places)
const found = (q: string, limit = 20) => search(index, q, limit).map(({ name }) => name)
const [bank, huaihai, wang, anxin, jinhu] = places.map(({ name }) => name)

test.each<[string, string, (string | undefined)[]]>([
  ['the whole number', '32080290', [bank]],
  ['part of a number', '3208029', [bank]],
  ['part of several numbers', '290', [bank, anxin]],
  ['the start of a name', '淮海路', [huaihai]],
  ['part of an address', '淮海', [huaihai, bank]],
  ['a district', '清江浦', [bank, huaihai]],
  ['the initials of a district', 'qjp', [bank, huaihai]],
  ['the pinyin of a district', 'qingjiangpu', [bank, huaihai]],
  ['pinyin not yet typed to its end', 'qingjiangp', [bank, huaihai]],
  ['pinyin and number', 'huaihaidonglu128', [bank]],
  ['the initials of a name', 'lwcp', [wang]],
  ['a character that is read otherwise here', 'yinhang', [bank]],
  ['its initials', 'yh', [bank]],
  ['another such character', 'chongjian', [jinhu]],
  ['an address with a space in it', '人民路18号', [jinhu]],
  ['full-width letters', 'a座', [wang]],
  ['capital letters', 'QJP', [bank, huaihai]],
  ['the start of a syllable only', 'an', [anxin]],
  ['two words', '清江浦 健康', [huaihai]],
  ['two words, one of them pinyin', 'xuyi 9号', [wang]],
  ['nothing that is there', '北京', []],
  ['the middle of a syllable', 'uaihai', []],
  ['over the end of a place', '旁）淮', []],
  ['white space', '  ', []],
])('%s: %s', (_, q, expected) => {
  expect(found(q)).toEqual(expected)
})

test('the best match comes first: number, name, its pinyin, address', () => {
  const ranked = [
    outlet('32080001', '彩票站', '洪泽', '安路1号'),
    outlet('32080002', '彩票安站', '洪泽', '东路1号'),
    outlet('32080003', '安字彩票站', '洪泽', '东路1号'),
    outlet('安', '彩票站', '洪泽', '东路1号'),
  ]
  expect(search(indexOf(ranked), '安', 9).map(({ outletNo }) => outletNo)).toEqual([
    '安',
    '32080003',
    '32080002',
    '32080001',
  ])
  expect(search(indexOf(ranked), 'an', 9).map(({ outletNo }) => outletNo)).toEqual([
    '32080002',
    '32080003',
    '32080001',
  ])
})

test('the whole number stands before a longer one that begins with it', () => {
  const longer = indexOf([
    outlet('320802901', '甲', '洪泽', '东路'),
    outlet('32080290', '乙', '洪泽', '东路'),
  ])
  expect(search(longer, '32080290', 9).map(({ name }) => name)).toEqual(['乙', '甲'])
})

test('a syllable further on is found although one before only ends alike', () => {
  const name = '环安驿站'
  expect(
    search(indexOf([outlet('32080001', name, '洪泽', '东路')]), 'an', 9).map((place) => place.name),
  ).toEqual([name])
})

test('no more than the limit are found', () => {
  expect(found('福彩', 1)).toHaveLength(1)
  expect(found('福彩', 0)).toEqual([])
})

test('over several regions a better match stands first wherever it lies', () => {
  const other = indexOf([outlet('37160290', '淮海', '滨城', '渤海路1号')])
  expect(searchAll([other, index], '福彩', 9).map(({ name }) => name)).toEqual([bank, huaihai])
  expect(searchAll([index, other], '37160290', 9)).toHaveLength(1)
})

test('of equally good matches the one stands first that the asker puts first, and a better one before both', () => {
  const fromBehind = (place: PlaceSummary) => -places.indexOf(place)
  const names = (q: string, limit: number) =>
    search(index, q, limit, { rank: fromBehind }).map(({ name }) => name)
  expect(names('清江浦', 20)).toEqual([huaihai, bank])
  expect(names('清江浦', 1)).toEqual([huaihai])
  expect(names('淮海', 20)).toEqual([huaihai, bank])
  expect(names('290', 20)).toEqual([anxin, bank])
})

describe('in a whole city', () => {
  const city = manyPlaces(600, 9)
  const cityIndex = indexOf(city)
  const squeezed = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const part = fc.tuple(fc.constantFrom(...city), fc.nat(), fc.integer({ min: 1, max: 8 }), fc.boolean())
  const parts = part.map(([{ name, district, address }, at, length, ofName]) => {
    const text = squeezed(ofName ? name : district + address)
    return text.slice(at % text.length, (at % text.length) + length)
  })

  test('a search for any part of a text finds exactly the places that have it', () => {
    fc.assert(
      fc.property(parts, (q) => {
        // What has latin letters in it may also be somebody's pinyin.
        fc.pre(!/[a-z]/.test(q))
        const having = city.filter(
          ({ name, district, address, outletNo }) =>
            squeezed(name).includes(q) ||
            squeezed(district + address).includes(q) ||
            fullDistrictName('320800', district).includes(q) ||
            outletNo?.includes(q),
        )
        const found = search(cityIndex, q, city.length)
        const written = found.slice(0, having.length)
        expect(new Set(written)).toEqual(new Set(having))
        // An everyday word finds what it asks for behind those that have it written.
        const wanted = wantedBy(q)
        const asked = found.slice(having.length)
        expect(asked.filter((place) => wanted === null || !wantedMatcher(wanted)(place))).toEqual([])
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })

  test('every place is found by the pinyin and by the initials of its name', () => {
    const reading = pinyinOf(city.map(({ name }) => name))
    fc.assert(
      fc.property(fc.constantFrom(...city), (place) => {
        const syllables = [...squeezed(place.name)].map((character) => reading[character] ?? character)
        fc.pre(
          Object.keys(reading).every((text) => text.length === 1 || !squeezed(place.name).includes(text)),
        )
        expect(search(cityIndex, syllables.join(''), city.length)).toContain(place)
        expect(
          search(cityIndex, syllables.map((syllable) => syllable.charAt(0)).join(''), city.length),
        ).toContain(place)
      }),
    )
  })
})

describe('the dictionary of a region', () => {
  test('reads each character once, and a pair only where the neighbour changes the reading', () => {
    expect(pinyinOf(['清江浦银行', '行人', '行人路'])).toEqual({
      清: 'qing',
      江: 'jiang',
      浦: 'pu',
      银: 'yin',
      行: 'xing',
      银行: 'yin hang',
      人: 'ren',
      路: 'lu',
    })
  })

  test('of texts without Chinese is empty', () => {
    expect(pinyinOf(['SAFEWAY 02-0788', '', '、。'])).toEqual({})
  })
})
