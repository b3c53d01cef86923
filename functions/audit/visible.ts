/** How much of the history of one thing is shown, by the powers of whoever asks. */
import type { Power } from '../shared/access/access'
import { withoutOthers } from './changes'
import type { AuditRecord } from './contract'

/** Looks are the auditors' own business; who read codes concerns also those who make and stop them. */
const ledgerLooks = ['ledger-read']
const looks = [...ledgerLooks, 'codes-read']

/** Who holds which powers is the business of those who grant them, and of auditors. */
const isOfRoles = ({ action }: AuditRecord): boolean => action.startsWith('role-')

/** What is shown to one of the city's staff: whom it concerned and why, to those alone who decide on points, and auditors. */
export function visibleWith(held: readonly Power[], all: AuditRecord[]): AuditRecord[] {
  if (held.includes('audit')) return all
  const records = all.filter((record) => held.includes('admin') || !isOfRoles(record))
  const decidesOnPoints = held.includes('gifts')
  const hidden = decidesOnPoints ? ledgerLooks : looks
  const shown = records.filter(({ action }) => !hidden.includes(action))
  if (decidesOnPoints) return shown
  return shown.map((record) => ({ ...record, changes: withoutOthers(record.changes) }))
}
