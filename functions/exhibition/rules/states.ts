/** From which states of the working text each action may be taken. docs/states.md draws it. Pure. */
import type { EntryState } from '../contract/entries'

export const actionsFrom = {
  /** A save, or an earlier version restored: it is a draft again, whatever is public meanwhile. */
  write: ['draft', 'published', 'withdrawn'],
  submit: ['draft'],
  approve: ['in-review'],
  reschedule: ['scheduled'],
  return: ['in-review', 'scheduled'],
  fire: ['scheduled'],
} as const satisfies Record<string, readonly EntryState[]>
export type EntryAction = keyof typeof actionsFrom

export const mayBe = (action: EntryAction, from: EntryState): boolean =>
  actionsFrom[action].some((state) => state === from)
