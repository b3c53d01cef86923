/** The OpenAPI 3.0 document, derived from the operations that the router validates requests with, so that both always agree. */
import { problemSchema } from '../shared/contract'
import type { Domain } from '../shared/declaration/domain'
import {
  type Access,
  codesOf,
  noBody,
  type ObjectSchema,
  type Operation,
  type Schema,
} from '../shared/declaration/operation'
import { commonProblems, type ProblemKind, problemOf } from '../shared/http/problems'
import * as z from '../shared/zod'

type Json = Record<string, unknown>
type Described = Pick<Domain, 'name' | 'about' | 'operations' | 'problems'>

export function openapi(domains: readonly Described[], version: string) {
  const names = nameSchemas(domains)
  const paths: Record<string, Json> = {}
  for (const domain of domains)
    for (const [name, operation] of Object.entries(domain.operations)) {
      const path = operation.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = {
        ...paths[path],
        [operation.method.toLowerCase()]: describe(name, operation, domain, names),
      }
    }
  return {
    openapi: '3.0.3',
    info: { title: 'Fuyi 福驿', version, description: introduction },
    servers: [{ url: '/' }],
    tags: domains.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: { schemas: schemasOf(names), securitySchemes: { [bearer]: bearerScheme } },
  }
}

const introduction =
  'The welfare map of China’s welfare lottery centres, and the points of those who visit it. Reading the map needs no ' +
  'login. Unknown query parameters are refused. Answers grow: pass over fields you do not know, and take an unknown word of a ' +
  'list for “other”. A write with an `Idempotency-Key` may be repeated: it gets the first ' +
  'answer again. Failures are RFC 9457 problem documents; their `code` is stable, their words are not. JSON coordinates are ' +
  'GCJ-02, GeoJSON coordinates WGS-84. Times are ISO 8601 in UTC; days are days in China.'

/** The schemas that get a name of their own in the document, by name. */
type Names = z.core.$ZodRegistry<{ id: string }>

function nameSchemas(domains: readonly Described[]): Names {
  const names = z.registry<{ id: string }>()
  names.add(problemSchema, { id: 'Problem' })
  for (const { operations } of domains)
    for (const [name, { answer, body }] of Object.entries(operations)) {
      names.add(answer.schema, { id: `${capital(name)}Answer` })
      if (body !== noBody) names.add(body, { id: `${capital(name)}Request` })
    }
  return names
}

function schemasOf(names: Names): Json {
  const { schemas } = z.toJSONSchema(names, {
    target: 'openapi-3.0',
    io: 'input',
    uri: pointerTo,
    // What a reader takes an unknown word for is no default of the server's.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodMiniCatch) delete jsonSchema.default
    },
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $id, ...schema }]) => [id, schema]))
}

function describe(
  name: string,
  operation: Operation,
  { name: tag, problems }: Described,
  names: Names,
): Json {
  const { summary, description, access, params, query, body, answer, maxReadUnits, sharedReads } = operation
  const parameters = [
    ...parametersOf(operation, 'path', params),
    ...parametersOf(operation, 'query', query),
    ...(operation.idempotent ? [idempotencyKey] : []),
    ...(access === 'public' ? [] : [actingPerson]),
  ]
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(access !== 'public' && { security: securityOf(access), 'x-access': access }),
    ...(maxReadUnits !== undefined && { 'x-max-read-units': maxReadUnits }),
    ...(sharedReads && { 'x-shared-reads': sharedReads }),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== noBody && {
      requestBody: { required: true, content: { 'application/json': refer(names, body) } },
    }),
    responses: {
      200: {
        description: answer.description,
        ...(answer.revalidates && { headers: { ETag: etag } }),
        content: { [answer.mediaType ?? 'application/json']: refer(names, answer.schema) },
      },
      ...(answer.revalidates && {
        304: { description: 'Unchanged since the answer with the ETag in If-None-Match.' },
      }),
      ...failuresOf(operation, { ...commonProblems, ...problems }, names),
    },
  }
}

const bearer = 'session'
const bearerScheme = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'The access token of a session, good for fifteen minutes; what takes a role refuses it as `unauthenticated` from the ' +
    'moment a session or a role of its person is ended. `x-access` tells what else is asked: `person` nothing, ' +
    '`outlet` an owner or a salesperson, `staff` any of the staff, `staff:POWER` staff who hold that power, each of the city it is about; ' +
    '`known` answers anyone, and knows who is logged in.',
}

/** Nothing at all is one of the ways to ask what anyone may ask. */
const securityOf = (access: Access): Json[] => [...(access === 'known' ? [{}] : []), { [bearer]: [] }]

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A UUID of version 7 (RFC 9562), made once for what the person did and sent with every try. Its time must lie ' +
    'within the last day.',
  schema: { type: 'string', format: 'uuid' },
}

const actingPerson = {
  name: 'Acting-Person',
  in: 'header',
  required: false,
  description:
    'The id of the person to whom the screen was shown, or `nobody`. With the token of anybody else the request is ' +
    'refused with `another-person`, and nothing is done.',
  schema: { type: 'string' },
}

const etag = { description: 'Strong, one for each content coding.', schema: { type: 'string' } }

function parametersOf({ about = {} }: Operation, place: 'path' | 'query', schema: ObjectSchema): Json[] {
  // The input says what may be left out, the output what a value must be: `limit` is a number, not digits.
  const { required = [] } = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' })
  const { properties = {} } = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'output' })
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(about[name] && { description: about[name] }),
    schema: value,
  }))
}

/** One response a status, with one example a code. */
function failuresOf(operation: Operation, kinds: Record<string, ProblemKind>, names: Names): Json {
  const byStatus = new Map<number, Json>()
  for (const code of codesOf(operation)) {
    const kind = kinds[code]
    if (!kind) throw new Error(`code ${code} of ${operation.path} has no status`)
    const value = problemOf({ code }, kind, '5f1c2e3a')
    byStatus.set(kind.status, { ...byStatus.get(kind.status), [code]: { summary: kind.title, value } })
  }
  const responses = [...byStatus].map(([status, examples]): [number, Json] => [
    status,
    {
      description: Object.keys(examples).join(', '),
      ...(waiting.includes(status) && { headers: { 'Retry-After': retryAfter } }),
      content: { 'application/problem+json': { ...refer(names, problemSchema), examples } },
    },
  ])
  return Object.fromEntries(responses)
}

const waiting = [409, 429, 503]
const retryAfter = { description: 'Seconds after which to try again.', schema: { type: 'integer' } }

function refer(names: Names, schema: Schema): Json {
  return { schema: { $ref: pointerTo(names.get(schema)?.id ?? '') } }
}

const pointerTo = (id: string) => `#/components/schemas/${id}`

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
