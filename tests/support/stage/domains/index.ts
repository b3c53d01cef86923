import type { DomainName } from '../../../../functions/domains'
import type { StageDomain } from '../stage-domain'

/** What `<name>.ts` beside this file exports under the domain's name. By its type there no operation is left out. */
export const stageDomain = (name: DomainName): StageDomain => {
  const exported: Readonly<Record<string, StageDomain | undefined>> = require(`./${name}`)
  const found = exported[name]
  if (!found) throw new Error(`tests/support/stage/domains/${name}.ts exports no ${name}`)
  return found
}
