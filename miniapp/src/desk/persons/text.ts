/** How somebody is called on the pages of the desk. Pure. */
import type { ResolvedPerson } from '@contract/identity'
import { personNoText } from '@/shared/person-no'

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

export function entryText(entry: PersonEntry | undefined): string {
  switch (entry?.state) {
    case 'known':
      return personText(entry.person)
    case 'gone':
      return '已注销'
    case 'failed':
      return '编号没有取到'
    default:
      return '…'
  }
}
