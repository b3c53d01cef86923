/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { openSecrets } from '../shared/secrets'
import { openTable } from '../shared/table'
import { createAuditFunction } from '.'
import { audit } from './domain'

export const handler = createAuditFunction(contextOf(audit, { openTable, openSecrets }))
