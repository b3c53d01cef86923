/** What the domains register, as the desk asks for it. */

import type { Power } from '@contract/identity'
import { addMessages } from '@/shared/messages'
import { addLinkOfUse } from './links-of-use'
import { reviewPath } from './register'
import {
  type Decision,
  type DeskEntry,
  type DeskGroup,
  deskGroups,
  type Finder,
  opensFor,
} from './registration'
import { registrations } from './registrations'
import { addAuditActions } from './words'

// Whatever the desk asks, it asks after this file is loaded: its pages are drawn of the list below.
for (const { messages = {}, auditActions = {}, linkOfUse } of registrations) {
  addMessages(messages)
  addAuditActions(auditActions)
  if (linkOfUse) addLinkOfUse(linkOfUse)
}

export const reviewSources = registrations.flatMap(({ reviews = [] }) => reviews)
const decidingPowers = [...new Set(reviewSources.flatMap(({ powers }) => powers))]
export const deskPages: readonly DeskEntry[] = registrations
  .flatMap(({ pages }) => pages)
  .map((page) => (page.path === reviewPath ? { ...page, powers: decidingPowers } : page))
const kinds = new Map(registrations.flatMap(({ kinds = {} }) => Object.entries(kinds)))
export const finders: readonly Finder[] = registrations.flatMap((one) => one.finders ?? [])

/** Whether this package knows how to decide it. */
export const isDecidedHere = (kind: string): boolean => kinds.has(kind)

/** What each kind of review is drawn with. Rejects where the network does not bring it. */
export async function loadDecisions(): Promise<ReadonlyMap<string, Decision>> {
  const loading = [...kinds].map(async ([kind, load]): Promise<[string, Decision]> => [kind, await load()])
  return new Map(await Promise.all(loading))
}

/** Throws for a path that no domain has registered. */
export function deskPage(path: string): DeskEntry {
  const page = deskPages.find((one) => one.path === path)
  if (!page) throw new Error(`No domain has registered ${path} as a page of the desk`)
  return page
}

/** The pages that these powers open, by group, both in their order. */
export function navigationFor(powers: readonly Power[]): { group: DeskGroup; pages: DeskEntry[] }[] {
  const open = deskPages.filter((page) => opensFor(page.powers, powers))
  return deskGroups
    .map((group) => ({ group, pages: open.filter((page) => page.group === group) }))
    .filter(({ pages }) => pages.length > 0)
}
