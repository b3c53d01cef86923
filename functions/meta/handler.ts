/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/aws/context'
import { createMetaFunction } from '.'
import { meta } from './domain'

/** Put here when the bundle is made (infra/bundles.ts): the packed OpenAPI document in base64. */
declare const OPENAPI_DOCUMENT: string

export const handler = createMetaFunction(contextOf(meta, {}), () => Buffer.from(OPENAPI_DOCUMENT, 'base64'))
