/**
 * Files hold the ids of the staff who uploaded and approved them. What they did is exported by the record of it, and the ids stay.
 * Listed in functions/personal-data.ts.
 */
import { mediaAuditActions } from './contract/audit-actions'

export const mediaPersonalData = {
  actions: mediaAuditActions,
  export: () => async () => ({}),
  erase: null,
}
