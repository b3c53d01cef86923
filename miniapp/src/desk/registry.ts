/** What the domains register, as the desk asks for it. */

import type { Power } from '@contract/identity'
import { addMessages } from '@/shared/messages'
import {
  type DeskEntry,
  type DeskGroup,
  deskGroups,
  type Finder,
  type LinkOfUse,
  opensFor,
} from './registration'
import { registrations } from './registrations'

// Whatever the desk asks, it asks after this file is loaded: its pages are drawn of the list below.
for (const { messages = {} } of registrations) addMessages(messages)

export const deskPages: readonly DeskEntry[] = registrations.flatMap(({ pages }) => pages)
export const reviewSources = registrations.flatMap(({ reviews = [] }) => reviews)
export const linksOfUse: readonly LinkOfUse[] = registrations.flatMap(({ linkOfUse }) => linkOfUse ?? [])
export const finders: readonly Finder[] = registrations.flatMap((one) => one.finders ?? [])

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
