import fc from 'fast-check'
import { base32 } from '../../../functions/shared/codes/base32'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('bytes in base 32', () => {
  it('are five bits a character, in order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (bytes) => {
        const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
        const expected = Array.from({ length: 12 }, (_, i) =>
          alphabet.charAt(Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)),
        ).join('')
        expect(base32(bytes, 12)).toBe(expected)
      }),
    )
  })

  it.each([
    [[0x12, 0xab, 0xff, 0x00, 0x80], 8, '2ANZY040'],
    [[0x12, 0xab, 0xff, 0x00, 0x80], 3, '2AN'],
    [[], 0, ''],
  ])('%j at most %i characters long are %j', (bytes, length, text) =>
    expect(base32(Uint8Array.from(bytes), length)).toBe(text),
  )
})
