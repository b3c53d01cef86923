/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { openFunction } from '../shared/invoke'
import { openSecrets } from '../shared/secrets'
import { openTable } from '../shared/table'
import { createIdentityFunction } from '.'
import { identity } from './domain'

export const handler = createIdentityFunction(contextOf(identity, { openTable, openSecrets, openFunction }))
