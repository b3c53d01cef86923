/** Keys under which an action is done once. */
import { err, ok } from '@common/result'
import fc from 'fast-check'
import type { FailureCode } from '@/shared/api/http'
import { createIdempotentAction, newKey, uuidv7 } from '@/shared/idempotency'

test('a key is a UUID of version 7 whose first 48 bits are the time (RFC 9562, appendix A.6)', () => {
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('any time and any bytes give the shape that the server takes, and the time can be read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      (at, bytes) => {
        const key = uuidv7(at, bytes)
        expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(Number.parseInt(key.replace(/-/g, '').slice(0, 12), 16)).toBe(at)
      },
    ),
  )
})

test('no two keys are the same', async () => {
  const keys = await Promise.all(Array.from({ length: 500 }, newKey))
  expect(new Set(keys).size).toBe(500)
})

describe('an idempotent action', () => {
  function createAction() {
    let made = 0
    return createIdempotentAction(async () => `key-${++made}`)
  }

  test('keeps its key however often it is pressed', async () => {
    const one = createAction()
    expect(await Promise.all([one.key(), one.key()])).toEqual(['key-1', 'key-1'])
  })

  test.each<FailureCode>(['offline', 'timeout', 'internal', 'account-busy', 'bad-answer'])(
    'keeps it after %s, for it may have been done all the same',
    async (code) => {
      const one = createAction()
      await one.key()
      one.onAnswer(err({ code }))
      expect(await one.key()).toBe('key-1')
    },
  )

  test.each<FailureCode>(['sold-out', 'points-short', 'idempotency-key-stale', 'session-ended'])(
    'that was refused by %s is another action the next time',
    async (code) => {
      const one = createAction()
      await one.key()
      one.onAnswer(err({ code }))
      expect(await one.key()).toBe('key-2')
    },
  )

  test('keeps it when the session ends after a try that may have done it', async () => {
    const one = createAction()
    await one.key()
    one.onAnswer(err({ code: 'timeout' }))
    one.onAnswer(err({ code: 'session-ended' }))
    expect(await one.key()).toBe('key-1')
  })

  test('that waits for the phone’s approval keeps its key: what is sent then is what was pressed', async () => {
    const one = createAction()
    await one.key()
    one.onAnswer(err({ code: 'fresh-approval-needed' }))
    expect(await one.key()).toBe('key-1')
  })

  test('that was done is another action the next time', async () => {
    const one = createAction()
    await one.key()
    one.onAnswer(ok(null))
    expect(await one.key()).toBe('key-2')
  })
})
