/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/aws/context'
import { openSecrets } from '../shared/aws/secrets'
import { openTable } from '../shared/aws/table'
import { createPointsFunction } from '.'
import { points } from './domain'

export const handler = createPointsFunction(contextOf(points, { openTable, openSecrets }))
