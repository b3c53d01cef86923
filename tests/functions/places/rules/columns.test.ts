import fc from 'fast-check'
import {
  carriersFor,
  MalformedCatalogue,
  openTable,
  readCodes,
  readColumn,
  unzigzag,
  valueAtRow,
  writeCodes,
  writeTable,
  zigzag,
} from '../../../../functions/places/rules/catalogue/columns'
import { hilbertOrder } from '../../../../functions/places/rules/catalogue/hilbert'
import { openWide, readWide, writeWide } from '../../../../functions/places/rules/catalogue/wide-numbers'
import { distanceMetres } from '../../../../functions/places/rules/nearby'
import { manyPlaces } from '../../../support/samples/places'

const anyNumbers = fc.array(
  fc.oneof(
    fc.nat(200),
    fc.maxSafeNat().map((n) => Math.floor(n / 2)),
  ),
)

test('codes come back as they were written, whatever the number of carriers', () => {
  fc.assert(
    fc.property(anyNumbers, fc.integer({ min: 2, max: 92 }), (numbers, carriers) => {
      const text = writeCodes(numbers, carriers)
      expect(readCodes(text, carriers, numbers.length, 'column')).toEqual(numbers)
      expect(JSON.stringify(text)).toBe(`"${text}"`)
    }),
  )
})

test('a long column gives the same numbers as typed ones, none above its most', () => {
  const column = fc.array(fc.nat(700_000))
  fc.assert(
    fc.property(column, fc.integer({ min: 2, max: 92 }), (numbers, carriers) => {
      const text = writeCodes(numbers, carriers)
      const [count, most] = [numbers.length, Math.max(0, ...numbers)]
      expect([...readColumn(text, carriers, { count, most, column: 'x' })]).toEqual(numbers)
      if (most > 0)
        expect(() => readColumn(text, carriers, { count, most: most - 1, column: 'x' })).toThrow(
          /^x: .* too large/,
        )
    }),
  )
})

test('wide numbers come back as they were written', () => {
  fc.assert(
    fc.property(anyNumbers, (numbers) => {
      expect([...readWide(writeWide(numbers), numbers.length, 'column')]).toEqual(numbers)
    }),
  )
})

test('of a wide column any number can be read alone', () => {
  fc.assert(
    fc.property(anyNumbers, (numbers) => {
      const column = openWide(writeWide(numbers), numbers.length, 'column')
      expect(numbers.map((_, i) => column.at(i))).toEqual(numbers)
    }),
  )
})

test('a table gives back its column, and a code within it takes two characters at most', () => {
  const column = fc.array(fc.string({ maxLength: 3 }), { maxLength: 300, size: 'max' })
  fc.assert(
    fc.property(column, (values) => {
      const written = writeTable(values, String)
      const read = openTable(written, values.length, 'column')
      expect(values.map((_, i) => valueAtRow(read, i))).toEqual(values)
      expect(written.codes.length).toBeLessThanOrEqual(2 * values.length)
    }),
  )
})

test('the commonest value of a table is written in one character, however long the table', () => {
  const values = [...Array.from({ length: 2_000 }, (_, i) => String(i)), '7', '7']
  expect(writeTable(values, String).table[0]).toBe('7')
  expect(writeCodes([0], carriersFor(2_000))).toHaveLength(1)
})

test('steps down are numbers too', () => {
  fc.assert(fc.property(fc.integer(), (n) => expect(unzigzag(zigzag(n))).toBe(n)))
})

test.each<[string, () => unknown]>([
  ['too few', () => readCodes('abc', 10, 4, 'x')],
  ['too many', () => readCodes('abc', 10, 2, 'x')],
  ['cut in the middle of a number', () => readCodes(writeCodes([10_000], 10).slice(0, -1), 10, null, 'x')],
  ['a foreign letter', () => readCodes('a路c', 10, 3, 'x')],
  ['a quotation mark', () => readCodes('a"c', 10, 3, 'x')],
  ['a number beyond exactness', () => readCodes(`${'~'.repeat(40)} `, 10, 1, 'x')],
  ['too few of a long column', () => readColumn('abc', 10, { count: 4, most: 99, column: 'x' })],
  ['too many of a long column', () => readColumn('abc', 10, { count: 2, most: 99, column: 'x' })],
  ['a foreign letter in a long column', () => readColumn('a路c', 10, { count: 3, most: 99, column: 'x' })],
  ['wide numbers cut', () => readWide(writeWide([10_000, 20_000]).slice(0, -1), 2, 'x')],
  ['wide numbers with something behind', () => readWide(`${writeWide([10_000])}a`, 1, 'x')],
  ['a wide number without bits', () => readWide(' ', 1, 'x')],
  ['a wide number too wide', () => readWide(`~${'a'.repeat(30)}`, 1, 'x')],
  ['wide numbers read alone, cut', () => openWide(writeWide([10_000, 20_000]).slice(0, -1), 2, 'x')],
  ['wide numbers read alone, with something behind', () => openWide(`${writeWide([10_000])}a`, 1, 'x')],
  ['wide numbers read alone, one without bits', () => openWide(' ', 1, 'x')],
  ['wide numbers read alone, with a foreign letter', () => openWide('$"', 1, 'x')],
  ['wide numbers with a foreign letter', () => readWide('$"', 1, 'x')],
  ['a code that no table has', () => openTable({ table: ['a'], codes: '!' }, 1, 'x')],
])('%s: the column is refused by name', (_, read) => {
  expect(read).toThrow(MalformedCatalogue)
  expect(read).toThrow(/^x: /)
})

test('a number below zero or without carriers is not written at all', () => {
  expect(() => writeCodes([93], 0)).toThrow(RangeError)
})

test('the Hilbert curve goes through a grid without a jump', () => {
  const grid = Array.from({ length: 256 }, (_, i) => ({ lng: i % 16, lat: i >> 4 }))
  const path = hilbertOrder(grid).flatMap((i) => grid[i] ?? [])
  const steps = path
    .slice(1)
    .map(({ lng, lat }, i) => Math.abs(lng - (path[i]?.lng ?? 0)) + Math.abs(lat - (path[i]?.lat ?? 0)))
  expect(new Set(steps)).toEqual(new Set([1]))
})

test('along the Hilbert curve a city is a short walk', () => {
  const places = manyPlaces(1_000, 2)
  const walk = (order: number[]) => {
    const stops = order.flatMap((i) => places[i] ?? [])
    return stops.reduce((sum, stop, i) => sum + distanceMetres(stops[i - 1] ?? stop, stop), 0)
  }
  const order = hilbertOrder(places)
  expect([...order].sort((a, b) => a - b)).toEqual(places.map((_, i) => i))
  expect(walk(order)).toBeLessThan(walk(places.map((_, i) => i)) / 10)
})
