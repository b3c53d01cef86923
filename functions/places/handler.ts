/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/aws/context'
import { openSecrets } from '../shared/aws/secrets'
import { openTable } from '../shared/aws/table'
import { createPlacesFunction } from '.'
import { places } from './domain'

export const handler = createPlacesFunction(contextOf(places, { openTable, openSecrets }))
