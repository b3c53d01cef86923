/**
 * Every domain's part of the program that everybody loads. One that is left out does not compile. The desk, which citizens never load,
 * has a list of its own (desk/registrations.ts); pages are found by their folders (miniapp/config/pages.ts).
 */
import type { DomainName } from '@functions/domains'
import { exhibition } from './exhibition/domain'
import { identity } from './identity/domain'
import { places } from './places/domain'
import { points } from './points/domain'
import type { DomainPart } from './shared/domain'

/** Links stand on 我的 in this order. */
export const domains = {
  places,
  points,
  identity,
  exhibition,
  audit: {},
  tasks: {},
  media: {},
  meta: {},
} as const satisfies Record<DomainName, DomainPart>
