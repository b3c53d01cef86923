import { declareDomain } from '../shared/declaration/domain'
import { tasksOperations } from './operations'

/** What waits for whom. Tasks are written and ended by the domains that they are about, in the transactions of these. */
export const tasks = declareDomain({
  name: 'tasks',
  about: 'What waits for staff to decide',
  operations: tasksOperations,
  problems: {},
  table: { expiry: 'expiresAt' },
  tableActions: ['Query'],
  personalData: [
    {
      what: 'what the person proposed as staff and waits for another',
      exported: 'that it was proposed is among what they did as staff',
      erased: 'it waits for others all the same, and goes with its decision or its time',
    },
  ],
  memory: 512,
  timeoutSeconds: 10,
})
