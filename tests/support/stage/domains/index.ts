import type { DomainName } from '../../../../functions/domains'
import type { StageDomain } from '../stage-domain'
import { audit } from './audit'
import { exhibition } from './exhibition'
import { identity } from './identity'
import { media } from './media'
import { meta } from './meta'
import { places } from './places'
import { points } from './points'
import { tasks } from './tasks'

/** A domain that is left out does not compile; an operation neither. */
export const stageDomains: Readonly<Record<DomainName, StageDomain>> = {
  places,
  identity,
  points,
  audit,
  tasks,
  exhibition,
  media,
  meta,
}
