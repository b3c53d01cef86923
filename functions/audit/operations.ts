import { operation } from '../shared/declaration/operation'
import * as endpoints from './endpoints/audit'

export const auditOperations = {
  audit: operation({
    ...endpoints.audit,
    region: 'query.region',
    summary: 'What staff did in a month',
    answer: { schema: endpoints.audit.response, description: 'Newest first, 50 a page.' },
    maxReadUnits: 8,
  }),
  history: operation({
    ...endpoints.history,
    // Any role of staff will do; the powers decide how much of it is shown.
    region: 'query.region',
    summary: 'What staff did to one thing: a gift, a batch, a place',
    description:
      'Any of the city’s staff. Who looked into whose points is told to auditors alone; whom an action concerned, the words ' +
      'about it and who read codes also to holders of `gifts`, and who was given or lost which powers to holders of `admin`.',
    answer: { schema: endpoints.history.response, description: 'Newest first, the newest 50.' },
    maxReadUnits: 30,
  }),
  exportAudit: operation({
    ...endpoints.exportAudit,
    region: 'body.region',
    summary: 'A month of the record, to be put into a file',
    description: 'Each page is itself on record, with the number of its rows, before it is given.',
    answer: { schema: endpoints.exportAudit.response, description: 'Newest first, 500 a page.' },
    maxReadUnits: 80,
  }),
}
