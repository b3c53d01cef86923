import fc from 'fast-check'
import {
  acceptedMoments,
  dailyKey,
  digitsAt,
  keyOf,
  keyText,
  stepMs,
  untilChange,
} from '../../../functions/shared/codes/rolling-code'

const at = Date.parse('2026-11-18T10:00:10+08:00')

describe('the changing digits', () => {
  it('are those of RFC 6238, appendix B, for SHA-256', () => {
    const seed = new TextEncoder().encode('12345678901234567890123456789012')
    const vectors: [number, string][] = [
      [59, '46119246'],
      [1111111109, '68084774'],
      [1111111111, '67062674'],
      [1234567890, '91819424'],
      [2000000000, '90698825'],
      [20000000000, '77737706'],
    ]
    for (const [seconds, digits] of vectors) expect(digitsAt(seed, seconds * 1000, 8)).toBe(digits)
  })

  it('hold for thirty seconds, and the screen knows how long still', () => {
    const key = dailyKey('secret', 'counter', '320800-32080290', '2026-11-18')
    expect(digitsAt(key, at, 8)).toBe(digitsAt(key, at + untilChange(at) - 1, 8))
    expect(digitsAt(key, at, 8)).not.toBe(digitsAt(key, at + untilChange(at), 8))
    expect(untilChange(at)).toBe(20_000)
  })

  it('come from a key that differs for each purpose, subject, day and secret', () => {
    const of = [
      dailyKey('secret', 'counter', 'a', '2026-11-18'),
      dailyKey('secret', 'pickup', 'a', '2026-11-18'),
      dailyKey('secret', 'counter', 'b', '2026-11-18'),
      dailyKey('secret', 'counter', 'a', '2026-11-19'),
      dailyKey('another', 'counter', 'a', '2026-11-18'),
    ]
    expect(new Set(of.map(keyText)).size).toBe(of.length)
  })
})

describe('the moments accepted', () => {
  it('are the next step, this one and the two before', () => {
    const now = Math.floor(at / stepMs) * stepMs
    expect(acceptedMoments(at).map((moment) => (moment.at - now) / stepMs)).toEqual([1, 0, -1, -2])
  })

  it('after midnight reach back into yesterday, with yesterday’s key', () => {
    const days = acceptedMoments(Date.parse('2026-11-18T00:00:10+08:00')).map(({ day }) => day)
    expect(days).toEqual(['2026-11-18', '2026-11-18', '2026-11-17', '2026-11-17'])
  })
})

describe('a key in transit', () => {
  it('is base64url, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        expect(keyText(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect([...keyOf(keyText(bytes))]).toEqual([...bytes])
      }),
    )
  })
})
