import fc from 'fast-check'
import { alphabet, readCode, withCheck, written } from '../../../../functions/points/rules/code'

const character = fc.constantFrom(...alphabet)
const code = fc.array(character, { minLength: 11, maxLength: 11 }).map((eleven) => withCheck(eleven.join('')))
const place = fc.integer({ min: 0, max: 11 })
const runs = { numRuns: 5000 }

const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)

describe('a printed code', () => {
  it('is read as it was printed, and as people type it', () => {
    fc.assert(
      fc.property(code, (good) => {
        expect(readCode(written(good))).toBe(good)
        expect(readCode(good.toLowerCase())).toBe(good)
        expect(readCode(` ${written(good).replaceAll('-', ' — ').toLowerCase()}\n`)).toBe(good)
        expect(readCode(good.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(good)
        expect(readCode(good.replaceAll('0', 'O').replaceAll('1', 'I'))).toBe(good)
      }),
      runs,
    )
  })

  it('is read from full-width letters, as a Chinese keyboard gives them', () => {
    const good = withCheck('ABC7K2M9XYZ')
    const wide = [...good].map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)).join('')
    expect(readCode(wide)).toBe(good)
  })

  it('is refused with any one character misread', () => {
    fc.assert(
      fc.property(code, place, character, (good, at, by) => {
        fc.pre(good[at] !== by)
        expect(readCode(replaced(good, at, by))).toBeNull()
      }),
      runs,
    )
  })

  it('is refused with any two different characters swapped, neighbours or not', () => {
    fc.assert(
      fc.property(code, place, place, (good, a, b) => {
        const [first = '', second = ''] = [good[a], good[b]]
        fc.pre(first !== second)
        expect(readCode(replaced(replaced(good, a, second), b, first))).toBeNull()
      }),
      runs,
    )
  })

  it('made up at random passes for one in 32 of its last characters', () => {
    fc.assert(
      fc.property(code, (good) => {
        const passing = [...alphabet].filter((last) => readCode(good.slice(0, -1) + last) !== null)
        expect(passing).toEqual([good.at(-1)])
      }),
      { numRuns: 500 },
    )
  })

  it.each(['', ' ', 'U'.repeat(12), '0'.repeat(11), '0'.repeat(13), '你'.repeat(12), '0000-0000-000!'])(
    'is not read from %j',
    (typed) => expect(readCode(typed)).toBeNull(),
  )
})
