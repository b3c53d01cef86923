/** The function that makes renditions, under AWS Lambda: that of the API invokes it, no request reaches it. Entry of its bundle. */
import { parseEnv } from '../shared/aws/env'
import { jobHandler } from '../shared/aws/job-handler'
import { createLogger } from '../shared/aws/logger'
import { openObjects } from '../shared/aws/objects'
import * as z from '../shared/zod'
import { createPictures } from './pictures/service'

const { BUCKET_NAME } = parseEnv(z.object({ BUCKET_NAME: z.string() }), process.env)

export const handler = jobHandler(createPictures({ objects: openObjects(BUCKET_NAME), log: createLogger() }))
