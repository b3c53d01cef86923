/** What an action changed, field by field, as a record tells it. */
import type { Change } from './contract'

/** Fields of a record that name or describe a person other than whoever did it. */
const aboutOthers = ['person', 'text']

export const withoutOthers = (changes: readonly Change[]): Change[] =>
  changes.filter(({ field }) => !aboutOthers.includes(field))

type Fields = Record<string, unknown>

/** Which fields differ. Fields that `after` does not name did not change. */
export function changesOf(before: Fields, after: Fields): Change[] {
  return Object.keys(after)
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((change) => change.before !== change.after)
}

/** All fields of what is new, those without a value too: no limit is something to agree to. */
export const wholeOf = (after: Fields): Change[] =>
  Object.entries(after).map(([field, value]) => ({ field, before: '', after: textOf(value) }))

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
