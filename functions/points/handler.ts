/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { openSecrets } from '../shared/secrets'
import { openTable } from '../shared/table'
import { createPointsFunction } from '.'
import { points } from './domain'

export const handler = createPointsFunction(contextOf(points, { openTable, openSecrets }))
