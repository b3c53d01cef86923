/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { openSecrets } from '../shared/secrets'
import { openTable } from '../shared/table'
import { createPlacesFunction } from '.'
import { places } from './domain'

export const handler = createPlacesFunction(contextOf(places, { openTable, openSecrets }))
