import type { Domain } from './domain'

/** Health and the OpenAPI document; also answers whatever no route matches. */
export const meta: Domain = {
  name: 'meta',
  table: null,
  tableActions: [],
  routes: ['/api/health', '/api/openapi.json'],
  fallback: true,
  watched: ['address-not-logged'],
  memory: 256,
  timeoutSeconds: 5,
  concurrency: 20,
}
