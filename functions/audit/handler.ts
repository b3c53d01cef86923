/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/aws/context'
import { openSecrets } from '../shared/aws/secrets'
import { openTable } from '../shared/aws/table'
import { createAuditFunction } from '.'
import { audit } from './domain'

export const handler = createAuditFunction(contextOf(audit, { openTable, openSecrets }))
