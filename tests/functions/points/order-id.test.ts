import fc from 'fast-check'
import { orderIdSchema } from '../../../functions/points/contract'
import { dayOfOrder, orderIdOf } from '../../../functions/points/rules/order-id'
import { type IdempotencyKey, readKey } from '../../../functions/shared/codes/idempotency'
import { dayMs, dayOf, minuteMs } from '../../../functions/shared/day'
import { uuid7 } from '../../support/worlds/points-world'

const now = Date.parse('2026-11-18T23:59:58+08:00')
const keyAt = (at: number) => uuid7(at, () => 0.5)
const read = (text: string, at = now): IdempotencyKey => {
  const key = readKey(text, at)
  if (!key.ok) throw new Error(key.error)
  return key.value
}

describe('an idempotency key', () => {
  it('contains the time it was made', () => {
    fc.assert(
      fc.property(fc.integer({ min: now - dayMs, max: now + 5 * minuteMs }), (at) => {
        expect(read(keyAt(at)).madeAt).toBe(at)
      }),
    )
  })

  it('is good from a day ago until five minutes ahead', () => {
    const refused = (at: number) => readKey(keyAt(at), now)
    expect(refused(now - dayMs - 1)).toEqual({ ok: false, error: 'idempotency-key-stale' })
    expect(refused(now + 5 * minuteMs + 1)).toEqual({ ok: false, error: 'idempotency-key-stale' })
  })

  it('is a UUID of version 7 or none', () => {
    const others = [null, '', 'key', '550e8400-e29b-41d4-a716-446655440000', `${keyAt(now)}0`]
    for (const text of others)
      expect(readKey(text, now)).toEqual({ ok: false, error: 'idempotency-key-missing' })
    expect(read(` ${keyAt(now).toUpperCase()} `).text).toBe(keyAt(now))
  })
})

describe('the id of an order', () => {
  it('lies on the day its key was made, however late it is asked for', () => {
    const key = keyAt(now)
    const id = orderIdOf('secret', 'lin', read(key))
    expect(orderIdOf('secret', 'lin', read(key, now + 3 * minuteMs))).toBe(id)
    expect(dayOfOrder(id)).toBe('2026-11-18')
    expect(dayOf(now + 3 * minuteMs)).toBe('2026-11-19')
    expect(orderIdSchema.safeParse(id).success).toBe(true)
  })

  it('is another for another person, key or secret', () => {
    const key = read(keyAt(now))
    const ids = [
      orderIdOf('secret', 'lin', key),
      orderIdOf('secret', 'zhou', key),
      orderIdOf('other', 'lin', key),
      orderIdOf('secret', 'lin', read(keyAt(now - 1))),
    ]
    expect(new Set(ids).size).toBe(4)
  })
})
