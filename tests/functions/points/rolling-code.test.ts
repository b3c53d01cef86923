import fc from 'fast-check'
import {
  acceptedMoments,
  counterDigits,
  counterKey,
  keyOf,
  keyText,
  loginText,
  pickupDigits,
  pickupKey,
  pickupText,
  readScan,
  stepMs,
  untilChange,
  visitText,
} from '../../../functions/points/rules/rolling-code'

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
    for (const [seconds, digits] of vectors) expect(counterDigits(seed, seconds * 1000)).toBe(digits)
  })

  it('hold for thirty seconds, and the screen knows how long still', () => {
    const key = counterKey('secret', '320800-32080290', '2026-11-18')
    expect(counterDigits(key, at)).toBe(counterDigits(key, at + untilChange(at) - 1))
    expect(counterDigits(key, at)).not.toBe(counterDigits(key, at + untilChange(at)))
    expect(untilChange(at)).toBe(20_000)
  })

  it('of an order begin with its slot, and have a key of their own each day', () => {
    const key = pickupKey('secret', '261118-0000000000', '2026-11-18')
    expect(pickupDigits(key, '0042', at)).toMatch(/^0042\d{4}$/)
    expect(pickupKey('secret', '261118-0000000000', '2026-11-19')).not.toEqual(key)
    expect(counterKey('secret', '261118-0000000000', '2026-11-18')).not.toEqual(key)
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

describe('a key as it travels', () => {
  it('is base64url, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        expect(keyText(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect([...keyOf(keyText(bytes))]).toEqual([...bytes])
      }),
    )
  })
})

describe('what is scanned', () => {
  it('is known again', () => {
    expect(readScan(pickupText('00421234'))).toEqual({ type: 'pickup', digits: '00421234' })
    expect(readScan(visitText('320800-32080290', '12345678'))).toEqual({
      type: 'visit',
      place: '320800-32080290',
      digits: '12345678',
    })
    expect(readScan(loginText('0123456789abcdefghjk'))).toEqual({
      type: 'login',
      ticket: '0123456789abcdefghjk',
    })
  })

  it('is nothing of ours otherwise', () => {
    for (const text of [
      '',
      'https://example.com',
      'fuyi:pickup:1234',
      'fuyi:visit:320800-1',
      'fuyi:pickup:1:12345678',
    ])
      expect(readScan(text)).toBeNull()
  })
})
