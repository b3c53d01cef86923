/** What the API says about itself. */
import { orAbsent } from '../shared/tolerant'
import * as z from '../shared/zod'

export const healthResponseSchema = z.object({
  ok: z.literal(true),
  /** Of the build that answers. */
  version: z.string(),
  /** Whether functions receive the viewer's address, which all limits need; the smoke test checks it. */
  viewer: orAbsent(z.enum(['known', 'unknown'])),
})
/** The parts of an OpenAPI 3.0 document that a reader can rely on; the document itself describes the rest. */
export const openapiResponseSchema = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.unknown()),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})
