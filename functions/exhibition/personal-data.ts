/**
 * Entries hold the ids of the staff who wrote and approved them. What they did is exported by the record of it, and the ids stay.
 * Listed in functions/personal-data.ts.
 */
import { exhibitionAuditActions } from './contract/audit-actions'

export const exhibitionPersonalData = {
  actions: exhibitionAuditActions,
  export: () => async () => ({}),
  erase: null,
}
