import { noBody, noParams, operation } from '../shared/operation'
import { healthResponseSchema, metaPaths, openapiResponseSchema } from './contract'

export const metaOperations = {
  health: operation({
    method: 'GET',
    path: metaPaths.health,
    access: 'public',
    summary: 'Whether the API answers, and which build',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: { schema: healthResponseSchema, description: 'It answers.' },
    codes: [],
    maxReadUnits: 0,
  }),
  openapi: operation({
    method: 'GET',
    path: metaPaths.openapi,
    access: 'public',
    summary: 'This document',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: { schema: openapiResponseSchema, description: 'OpenAPI 3.0.' },
    codes: [],
    maxReadUnits: 0,
  }),
}
