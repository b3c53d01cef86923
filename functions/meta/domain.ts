import { declareDomain } from '../shared/declaration/domain'
import { metaOperations } from './operations'

/** Also answers whatever no route matches. */
export const meta = declareDomain({
  name: 'meta',
  about: 'The API itself',
  operations: metaOperations,
  problems: {},
  table: null,
  tableActions: [],
  fallback: true,
  personalData: [],
  memory: 256,
  timeoutSeconds: 5,
})
