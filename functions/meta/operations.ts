import { operation } from '../shared/declaration/operation'
import * as meta from './endpoints/meta'

export const metaOperations = {
  health: operation({
    ...meta.health,
    summary: 'Whether the API answers, and which build',
    answer: { schema: meta.health.response, description: 'It answers.' },
    maxReadUnits: 0,
  }),
  openapi: operation({
    ...meta.openapi,
    summary: 'This document',
    answer: { schema: meta.openapi.response, description: 'OpenAPI 3.0.' },
    maxReadUnits: 0,
  }),
}
