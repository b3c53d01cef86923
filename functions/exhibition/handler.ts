/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/aws/context'
import { openFunction } from '../shared/aws/invoke'
import { openSecrets } from '../shared/aws/secrets'
import { openTable } from '../shared/aws/table'
import { createExhibitionFunction } from '.'
import { exhibition } from './domain'

export const handler = createExhibitionFunction(
  contextOf(exhibition, { openTable, openSecrets, openFunction }),
)
