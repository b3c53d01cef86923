/** How often one source may ask what needs no login. Many phones of a mobile carrier share one address: the limits leave room for them. */
import { dayOf, minuteMs } from '../shared/day'
import type { Failure } from '../shared/problems'
import { err, ok, type Result } from '../shared/result'
import type { Origin } from '../shared/router'
import type { SourceReader } from '../shared/source'
import type { IdentityStore } from './store'

const windowMs = 10 * minuteMs

/** Requests in ten minutes. `miss`: a ticket that there is not, or a wrong secret: only these are counted. */
export const limits = { login: 200, refresh: 600, ticket: 60, miss: 60 } as const

export type LimitDependencies = {
  store: Pick<IdentityStore, 'countSource'>
  clock: () => number
  sourceOf: SourceReader
}
export type Limit = (
  what: keyof typeof limits,
  asked: { headers: Headers; origin: Origin },
) => Promise<Result<undefined, Failure<'rate-limited'>>>

/** Counts the request; refused above the limit. The address is hashed on the way and nowhere kept, see shared/sources.ts. */
export const createLimit =
  ({ store, clock, sourceOf }: LimitDependencies): Limit =>
  async (what, { headers, origin }) => {
    const now = clock()
    const end = (Math.floor(now / windowMs) + 1) * windowMs
    const counted = await store.countSource({
      source: sourceOf(headers, origin).network,
      today: dayOf(now),
      window: `${what}|${new Date(end).toISOString()}`,
      limit: limits[what],
      until: end + windowMs,
    })
    if (counted.ok) return ok(undefined)
    return err({
      code: 'rate-limited',
      detail: 'As often as one source may ask this in ten minutes.',
      retryAfter: Math.ceil((end - now) / 1000),
    })
  }
