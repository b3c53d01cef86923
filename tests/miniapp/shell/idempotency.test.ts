/** Keys under which an action is done once. */
import { err, ok } from '@common/result'
import fc from 'fast-check'
import type { FailureCode } from '@/shared/api/http'
import { createIdempotentAction, newKey } from '@/shared/idempotency'
import { serverClock } from '@/shared/time/server-clock'

test('a key has the shape that the server takes, and begins with the time by the server’s clock', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 48 - 1 }), async (at) => {
      const clock = jest.spyOn(serverClock, 'now').mockReturnValue(at + 0.5)
      const key = await newKey()
      clock.mockRestore()
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(key.replace(/-/g, '').slice(0, 12), 16)).toBe(at)
    }),
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
