/** Every domain of the product, in the order in which they are shown: the one place where they are listed. */
import { audit } from './audit/domain'
import { exhibition } from './exhibition/domain'
import { identity } from './identity/domain'
import { media } from './media/domain'
import { meta } from './meta/domain'
import { places } from './places/domain'
import { points } from './points/domain'
import type { Domain } from './shared/declaration/domain'
import { withHoldings } from './shared/declaration/holdings'
import { tasks } from './tasks/domain'

const declared = {
  places,
  identity,
  points,
  audit,
  tasks,
  exhibition,
  media,
  meta,
}

export type DomainName = keyof typeof declared
/** Domains that keep something of people, beside identity, which keeps the people themselves. */
export type PersonalDomain = Exclude<
  {
    [Name in DomainName]: (typeof declared)[Name]['personalData'] extends readonly [] ? never : Name
  }[DomainName],
  'identity'
>
/** What staff do in a domain that stands in the record for auditors. */
export type AuditActionOf<Name extends DomainName> = Extract<
  keyof NonNullable<(typeof declared)[Name]['auditActions']>,
  string
>
/** What waits for staff to decide, in any domain. */
export type TaskKind = (typeof declared)[DomainName]['taskKinds'][number]
/** Codes of a domain's own. */
export type CodeOf<Name extends DomainName> = keyof (typeof declared)[Name]['problems']

export const domains: readonly (Domain & { name: DomainName })[] = withHoldings<
  Domain & { name: DomainName }
>(Object.values(declared))
