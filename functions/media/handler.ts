/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/aws/context'
import { openFunction } from '../shared/aws/invoke'
import { openObjects } from '../shared/aws/objects'
import { openSecrets } from '../shared/aws/secrets'
import { openTable } from '../shared/aws/table'
import { createMediaFunction } from '.'
import { media } from './domain'

export const handler = createMediaFunction(
  contextOf(media, { openTable, openSecrets, openFunction, openObjects }),
)
