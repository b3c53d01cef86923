import fc from 'fast-check'
import { compareNames } from '../../../../functions/places/rules/name-order'
import { buildIndex, nearest } from '../../../../functions/places/rules/nearby'
import { buildSearchIndex, search } from '../../../../functions/places/rules/search'
import { buildPlace } from '../../../support/samples/places'

const sorted = (names: readonly string[]) => [...names].sort(compareNames)

test.each([
  ['figures', ['商场 1楼', '商场 2楼', '商场 3楼', '商场 10楼']],
  ['full-width figures', ['商场１楼', '商场２楼', '商场１０楼']],
  [
    'Chinese numbers',
    ['一楼服务站', '二楼服务站', '三楼服务站', '十楼服务站', '十二楼服务站', '二十楼服务站'],
  ],
  [
    'long outlet numbers',
    ['福彩 9', '福彩 32080290', '福彩 3208029000000000001', '福彩 3208029000000000002'],
  ],
])('names with %s stand by the worth of their numbers', (_, names) => {
  expect(sorted(names.toReversed())).toEqual(names)
})

const name = fc
  .array(
    fc.constantFrom(
      '商场',
      '楼',
      '福彩',
      ' ',
      '1',
      '2',
      '02',
      '10',
      '３',
      '一',
      '二',
      '十',
      '二十三',
      '〇',
      'B',
    ),
  )
  .map((pieces) => pieces.join(''))

test('the order is one: the same both ways round, and through any third', () => {
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0)
      expect(compareNames(a, b) === 0).toBe(a === b)
      if (compareNames(a, b) < 0 && compareNames(b, c) < 0) expect(compareNames(a, c)).toBeLessThan(0)
    }),
  )
})

test('the value of a number decides wherever the words before it are the same', () => {
  const floor = fc.integer({ min: 1, max: 99 })
  fc.assert(
    fc.property(fc.constantFrom('商场', '万达 B', ''), floor, floor, (before, a, b) => {
      expect(Math.sign(compareNames(`${before}${a}楼`, `${before}${b}楼`))).toBe(Math.sign(a - b))
    }),
  )
})

const floors = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 30 })
const mall = (numbers: readonly number[]) =>
  numbers.map((floor, n) => buildPlace({ id: `320800-${n}`, name: `商场 ${floor} 楼`, lng: 119, lat: 33.6 }))
const floorsOf = (places: readonly { name: string }[]) =>
  places.map(({ name }) => Number(/\d+/.exec(name)?.[0]))
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

test('places on one spot are listed floor by floor, and the first of them where only some are wanted', () => {
  fc.assert(
    fc.property(floors, fc.integer({ min: 1, max: 30 }), (numbers, limit) => {
      const index = buildIndex([
        ...mall(numbers),
        buildPlace({ id: '320800-far', name: '0 楼', lng: 119.2, lat: 33.6 }),
      ])
      const found = nearest(index, { lng: 119.03, lat: 33.61 }, { limit }).map(({ place }) => place)
      expect(floorsOf(found).slice(0, numbers.length)).toEqual(ascending(numbers).slice(0, limit))
    }),
  )
})

test('what a search finds equally far away is listed floor by floor', () => {
  fc.assert(
    fc.property(floors, (numbers) => {
      const index = buildSearchIndex(mall(numbers), {})
      expect(floorsOf(search(index, '商场', 100, { rank: () => 350 }))).toEqual(ascending(numbers))
    }),
  )
})
