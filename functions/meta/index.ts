import type { Context } from '../shared/aws/context'
import { createMetaApi } from './api'

/** The function that answers for the API itself. @param packedDocument the OpenAPI document, see packed-openapi.ts */
export const createMetaFunction = (context: Context, packedDocument: () => Uint8Array) =>
  createMetaApi({ ...context, packedDocument })
