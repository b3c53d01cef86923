/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { openFunction } from '../shared/invoke'
import { openSecrets } from '../shared/secrets'
import { openTable } from '../shared/table'
import { createExhibitionFunction } from '.'
import { exhibition } from './domain'

export const handler = createExhibitionFunction(
  contextOf(exhibition, { openTable, openSecrets, openFunction }),
)
