/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { createMetaFunction } from '.'
import { meta } from './domain'

export const handler = createMetaFunction(contextOf(meta, {}))
