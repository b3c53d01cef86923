/** A real engine with what the function of a domain reaches: a domain that joins its grants joins the tests of it too. */
import { type DomainName, domains } from '../../../functions/domains'
import { type Reach, tablesOf } from '../../../functions/shared/declaration/reach'
import { type TestDatabase, withEngine } from './engine'

/** Its own table first, then every table that its functions have a grant on. */
export const tablesReached = (
  domain: Reach & { name: string; jobs: readonly Reach[] },
): [string, ...string[]] => {
  const reached = [domain, ...domain.jobs].flatMap(tablesOf)
  return [domain.name, ...new Set(reached.filter((name) => name !== domain.name))]
}

export const tablesOfDomain = (name: DomainName): [string, ...string[]] => {
  const domain = domains.find((one) => one.name === name)
  if (!domain) throw new Error(`there is no domain ${name}`)
  return tablesReached(domain)
}

/**
 * Call once at the top of a test file, in place of `withEngine`.
 *
 * @param others whose functions the tests call as well
 */
export const withDomain = (name: DomainName, ...others: DomainName[]): TestDatabase => {
  const [own, ...reached] = tablesOfDomain(name)
  const all = new Set([...reached, ...others.flatMap(tablesOfDomain)])
  all.delete(own)
  return withEngine(own, ...all)
}
