import { domains } from '../../../functions/domains'
import { createMetaApi } from '../../../functions/meta/api'
import { healthResponseSchema } from '../../../functions/meta/contract'
import { openapi } from '../../../functions/meta/openapi'
import { packedOpenapi } from '../../../functions/meta/packed-openapi'
import { problemSchema } from '../../../functions/shared/contract'
import { codesOf } from '../../../functions/shared/declaration/operation'
import * as z from '../../../functions/shared/zod'
import { callerOf } from '../../support/worlds/api'

const packed = packedOpenapi(domains, '1.2.3')
const api = callerOf(
  createMetaApi({ version: '1.2.3', packedDocument: () => packed, clock: () => 0, log: () => {} }),
)

/** What OpenAPI 3.0.3 demands of the parts we use. */
const mediaSchema = z.strictObject({
  schema: z.strictObject({ $ref: z.string().check(z.startsWith('#/components/schemas/')) }),
  examples: z.optional(z.record(z.string(), z.strictObject({ summary: z.string(), value: problemSchema }))),
})
const headerSchema = z.strictObject({ description: z.string(), schema: z.looseObject({ type: z.string() }) })
const responseSchema = z.strictObject({
  description: z.string().check(z.minLength(1)),
  headers: z.optional(z.record(z.string(), headerSchema)),
  content: z.optional(z.record(z.string(), mediaSchema)),
})
const parameterSchema = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.optional(z.string()),
  schema: z.looseObject({}),
})
const operationSchema = z.strictObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  security: z.optional(z.array(z.strictObject({ session: z.optional(z.tuple([])) }))),
  'x-access': z.optional(z.string()),
  'x-max-read-units': z.optional(z.int()),
  'x-shared-reads': z.optional(z.strictObject({ readUnits: z.int(), once: z.string() })),
  parameters: z.optional(z.array(parameterSchema)),
  requestBody: z.optional(
    z.strictObject({
      required: z.literal(true),
      content: z.strictObject({ 'application/json': mediaSchema }),
    }),
  ),
  responses: z.record(z.string().check(z.regex(/^[2-5]\d\d$/)), responseSchema),
})
const documentSchema = z.strictObject({
  openapi: z.literal('3.0.3'),
  info: z.strictObject({ title: z.string(), version: z.literal('1.2.3'), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().check(z.startsWith('/')),
    z.strictObject({
      get: z.optional(operationSchema),
      post: z.optional(operationSchema),
      put: z.optional(operationSchema),
      delete: z.optional(operationSchema),
    }),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().check(z.regex(/^[A-Za-z]+$/)), z.looseObject({})),
    securitySchemes: z.strictObject({
      session: z.strictObject({
        type: z.literal('http'),
        scheme: z.literal('bearer'),
        bearerFormat: z.literal('JWT'),
        description: z.string(),
      }),
    }),
  }),
})

const asked = async () => z.parse(documentSchema, (await api.get('/api/openapi.json')).json())
/** Of half a megabyte: asked and read once. */
let document: ReturnType<typeof asked> | undefined
const documentOf = () => {
  document ??= asked()
  return document
}
const operationsOf = ({ paths }: z.infer<typeof documentSchema>) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation ? [{ path, method, operation }] : [],
    ),
  )

/** Every object within, itself included. */
const within = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(within)
  if (typeof value !== 'object' || value === null) return []
  return [z.parse(z.record(z.string(), z.unknown()), value), ...Object.values(value).flatMap(within)]
}

describe('the OpenAPI document', () => {
  it.each(['br', 'gzip', 'identity'])(
    'is the same one in the coding %s, and a cache can tell them apart',
    async (coding) => {
      const answer = await api.get('/api/openapi.json', { 'accept-encoding': coding })
      expect(answer.status).toBe(200)
      expect(answer.json()).toEqual(openapi(domains, '1.2.3'))
      expect(answer.headers).toMatchObject({
        'content-type': 'application/json',
        'cache-control': 'public, max-age=300',
        vary: 'accept-encoding',
      })
      expect(answer.headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding)
    },
  )

  it('has every path of every contract, and no other', async () => {
    const { paths } = await documentOf()
    const promised = domains.flatMap((domain) => domain.paths.map((path) => path.replace(/:(\w+)/g, '{$1}')))
    expect(Object.keys(paths).sort()).toEqual(promised.sort())
  })

  it('is a valid one: parameters of the path are required, names are unique, references resolve', async () => {
    const document = await documentOf()
    const all = operationsOf(document)
    const ids = all.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of all) {
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
      expect(operation.tags.every((tag) => document.tags.some(({ name }) => name === tag))).toBe(true)
    }
    const references = within(document).flatMap(({ $ref }) => ($ref === undefined ? [] : [String($ref)]))
    const isThere = (reference: string) =>
      Object.hasOwn(document.components.schemas, reference.split('/').at(-1) ?? '')
    expect(references.filter((reference) => !isThere(reference))).toEqual([])
    expect(references.length).toBeGreaterThan(100)
  })

  it('keeps to the JSON Schema that OpenAPI 3.0 knows', async () => {
    const unknownThen = [
      '$schema',
      '$id',
      '$defs',
      'const',
      'prefixItems',
      'patternProperties',
      'propertyNames',
      'if',
    ]
    const parts = within(await documentOf())
    const used = new Set(parts.flatMap(Object.keys))
    expect(unknownThen.filter((keyword) => used.has(keyword))).toEqual([])
    const alternatives = parts.flatMap(({ anyOf }) => (Array.isArray(anyOf) ? anyOf : []))
    expect(alternatives).not.toContainEqual({ type: 'null' })
    expect(alternatives.length).toBeGreaterThan(0)
  })

  it('describes numbers as numbers, with their bounds and defaults', async () => {
    const { paths } = await documentOf()
    const parameters = paths['/api/places/nearby']?.get?.parameters ?? []
    const one = (wanted: string) => parameters.find(({ name }) => name === wanted)
    expect(one('lat')).toMatchObject({
      required: true,
      schema: { type: 'number', minimum: -90, maximum: 90 },
    })
    expect(one('limit')).toMatchObject({
      required: false,
      schema: { type: 'integer', default: 20, maximum: 100 },
    })
    expect(one('kind')).toMatchObject({ required: false, schema: { type: 'array' } })
  })

  it('has an example of every code that an operation may answer, under its status', async () => {
    const document = await documentOf()
    const operations = domains.flatMap((domain) => Object.entries(domain.operations))
    for (const [name, operation] of operations) {
      const found = operationsOf(document).find((one) => one.operation.operationId === name)
      const examples = Object.entries(found?.operation.responses ?? {}).flatMap(([status, { content }]) =>
        Object.entries(content?.['application/problem+json']?.examples ?? {}).map(([code, { value }]) => {
          expect(value).toMatchObject({ code, status: Number(status) })
          return code
        }),
      )
      expect(examples.sort()).toEqual(codesOf(operation).sort())
    }
  })
})

describe('who may ask', () => {
  const operationOf = async (id: string) => {
    const all = operationsOf(await documentOf())
    return all.find(({ operation }) => operation.operationId === id)?.operation
  }

  const session = { session: [] }
  const waysFor = (access: string) => {
    if (access === 'public') return undefined
    return access === 'known' ? [{}, session] : [session]
  }

  it('is documented for every operation, as the router requires it', async () => {
    const document = await documentOf()
    for (const { operations } of domains)
      for (const [name, { access, method, path, maxReadUnits, sharedReads }] of Object.entries(operations)) {
        const one = operationsOf(document).find(({ operation }) => operation.operationId === name)
        expect({
          name,
          method: one?.method.toUpperCase(),
          path: one?.path.replace(/\{(\w+)\}/g, ':$1'),
        }).toEqual({
          name,
          method,
          path,
        })
        expect({ name, security: one?.operation.security }).toEqual({ name, security: waysFor(access) })
        expect(one?.operation['x-access']).toBe(access === 'public' ? undefined : access)
        expect(one?.operation['x-max-read-units']).toBe(maxReadUnits)
        expect(one?.operation['x-shared-reads']).toEqual(sharedReads)
      }
  })

  it('documents the answer to callers who are not logged in, and to those with the wrong role', async () => {
    const [open, own, ranked] = [
      await operationOf('catalogue'),
      await operationOf('me'),
      await operationOf('grant'),
    ]
    expect(Object.keys(open?.responses ?? {})).not.toContain('401')
    expect(Object.keys(own?.responses ?? {})).toContain('401')
    expect(own?.responses['403']?.description).toBe('origin-refused')
    expect(Object.keys(ranked?.responses ?? {})).toContain('401')
    expect(ranked?.responses['403']?.description).toBe('origin-refused, forbidden, fresh-approval-needed')
  })

  it('a write that may be repeated asks for its key', async () => {
    const keysOf = (operation: z.infer<typeof operationSchema> | undefined) =>
      (operation?.parameters ?? []).filter((parameter) => parameter.in === 'header')
    expect(keysOf(await operationOf('order'))).toEqual([
      expect.objectContaining({
        name: 'Idempotency-Key',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      }),
      expect.objectContaining({ name: 'Acting-Person', required: false }),
    ])
    expect(keysOf(await operationOf('cancel'))).toEqual([expect.objectContaining({ name: 'Acting-Person' })])
    expect(keysOf(await operationOf('login'))).toEqual([])
  })
})

describe('health', () => {
  it('is good, and names the build', async () => {
    const answer = await api.get('/api/health')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(z.parse(healthResponseSchema, answer.json())).toEqual({
      ok: true,
      version: '1.2.3',
      viewer: 'known',
    })
  })

  it('answers for paths that no domain has', async () => {
    expect((await api.get('/api/nothing')).json()).toMatchObject({ code: 'not-found', status: 404 })
  })
})
