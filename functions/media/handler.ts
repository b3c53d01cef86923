/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { openFunction } from '../shared/invoke'
import { openObjects } from '../shared/objects'
import { openSecrets } from '../shared/secrets'
import { openTable } from '../shared/table'
import { createMediaFunction } from '.'
import { media } from './domain'

export const handler = createMediaFunction(
  contextOf(media, { openTable, openSecrets, openFunction, openObjects }),
)
