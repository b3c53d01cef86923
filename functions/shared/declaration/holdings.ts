/** What exporting and erasing needs, for the functions that do it for all domains. Of no function's bundle: its role is written of it. */
import type { Domain } from './domain'
import type { Reach } from './reach'

/** Domains and jobs that have `holdings` with the grants that all domains declare for them. */
export function withHoldings<D extends Domain>(domains: readonly D[]): D[] {
  const reached = <R extends Reach>(reach: R): R => {
    const { holdings, grants = [] } = reach
    if (!holdings) return reach
    return { ...reach, grants: [...domains.flatMap((each) => each.personalGrants[holdings]), ...grants] }
  }
  return domains.map((domain) => ({ ...reached(domain), jobs: domain.jobs.map(reached) }))
}
