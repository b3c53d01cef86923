/** How often one source may ask what needs no login. Many phones of a mobile carrier share one address: the limits leave room for them. */

import { dayOf, minuteMs } from '../../shared/day'
import type { RequestHeaders } from '../../shared/http/messages'
import type { Failure } from '../../shared/http/problems'
import type { Origin } from '../../shared/http/router'
import type { SourceReader } from '../../shared/http/source'
import { err, ok, type Result } from '../../shared/result'
import type { IdentityService } from '../service'

const windowMs = 10 * minuteMs

/**
 * Requests in ten minutes. Of `login` and `refresh` only failures count, so that many people behind one address can log in; `miss`
 * counts unknown tickets and wrong secrets.
 */
export const limits = { login: 200, refresh: 600, ticket: 60, miss: 60 } as const

export type LimitDependencies = {
  store: Pick<IdentityService, 'countSource' | 'withinLimit'>
  clock: () => number
  sourceOf: SourceReader
}
type What = keyof typeof limits
type Limited = Promise<Result<undefined, Failure<'rate-limited'>>>
type LimitedRequest = { headers: RequestHeaders; origin: Origin }
export type Limit = {
  /** Counts one more; refused above the limit. One conditional write. */
  count: (what: What, request: LimitedRequest) => Limited
  /** Refused where the limit is reached; counts nothing. Half a read unit. */
  check: (what: What, request: LimitedRequest) => Limited
}

/** The address is hashed on the way and nowhere kept, see shared/sources.ts. */
export const createLimit = ({ store, clock, sourceOf }: LimitDependencies): Limit => {
  const windowOf = (what: What, { headers, origin }: LimitedRequest) => {
    const now = clock()
    const end = (Math.floor(now / windowMs) + 1) * windowMs
    return {
      source: sourceOf(headers, origin).network,
      today: dayOf(now),
      window: `${what}|${new Date(end).toISOString()}`,
      limit: limits[what],
      until: end + windowMs,
      retryAfter: Math.ceil((end - now) / 1000),
    }
  }
  const limited =
    (judge: LimitDependencies['store']['countSource']) =>
    async (what: What, request: LimitedRequest): Limited => {
      const { retryAfter, ...window } = windowOf(what, request)
      const allowed = await judge(window)
      if (allowed.ok) return ok(undefined)
      const detail = 'As often as one source may ask this, or fail at it, in ten minutes.'
      return err({ code: 'rate-limited', detail, retryAfter })
    }
  return { count: limited(store.countSource), check: limited(store.withinLimit) }
}
