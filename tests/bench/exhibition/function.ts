/** The exhibition's function in this process, as visitors ask it. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createExhibitionFunction } from '../../../functions/exhibition'
import { createLogger } from '../../../functions/shared/aws/logger'
import { err } from '../../../functions/shared/result'
import { type Tables, testContext } from '../../support/worlds/context'
import { now } from '../bench'

const clock = () => now

/** Nothing in its memory yet. No visitor's request asks another function; the log is written as in production, and thrown away. */
export const exhibitionOn = (tables: Tables, client: DynamoDBDocumentClient) => {
  const { context } = testContext(tables, { clock, client })
  const log = createLogger({ clock, write: () => {} })
  return createExhibitionFunction({ ...context, log, functionOf: () => async () => err('unavailable') })
}
