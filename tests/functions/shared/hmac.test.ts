import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { hmacSha256 } from '../../../functions/shared/codes/hmac'

const bytes = fc.uint8Array({ maxLength: 200 })
const text = fc.string({ unit: 'grapheme', maxLength: 80 })

describe('the HMAC that phone and server both make', () => {
  it('is byte for byte that of Node, for every key and message', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, text), fc.oneof(bytes, text), (key, message) => {
        const expected = createHmac('sha256', key).update(message).digest('hex')
        expect(Buffer.from(hmacSha256(key, message)).toString('hex')).toBe(expected)
      }),
    )
  })

  it('takes a key longer than a block of the hash', () => {
    const key = 'k'.repeat(131)
    const expected = createHmac('sha256', key).update('福驿').digest('hex')
    expect(Buffer.from(hmacSha256(key, '福驿')).toString('hex')).toBe(expected)
  })
})
