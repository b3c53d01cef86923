/** How somebody is called on the pages of the desk. Pure. */
import type { ResolvedPerson } from '@contract/identity'
import { personNoText } from '@/shared/session/person-no'

/** What is known of an id: who it is, that nobody is behind it any more, or not yet anything. */
export type PersonEntry =
  | { state: 'known'; person: ResolvedPerson }
  | { state: 'gone' }
  | { state: 'asking' }
  | { state: 'failed' }

/** `王老师 · 3E8C A0HE`, or without an internal name the number alone. */
export function personText({ no, name }: Pick<ResolvedPerson, 'no' | 'name'>): string {
  return name ? `${name} · ${personNoText(no)}` : personNoText(no)
}

/** `王老师`, or without an internal name the number. */
export const shortText = ({ no, name }: Pick<ResolvedPerson, 'no' | 'name'>): string =>
  name ?? personNoText(no)

/** @param textOf how somebody who is known is called */
export function entryText(entry: PersonEntry | undefined, textOf = personText): string {
  switch (entry?.state) {
    case 'known':
      return textOf(entry.person)
    case 'gone':
      return '已注销'
    case 'failed':
      return '编号没有取到'
    default:
      return '…'
  }
}
