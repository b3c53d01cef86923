import fc from 'fast-check'
import { amenities, datums, kinds, placesPaths, reportFacts, roles } from '../../../functions/places/contract'
import { placesOperations } from '../../../functions/places/operations'
import { problemSchema } from '../../../functions/shared/contract'
import * as z from '../../../functions/shared/zod'
import type { Answer } from '../../support/api'
import { withEngine } from '../../support/engine'
import { manyPlaces } from '../../support/places'
import { createWorld } from '../../support/world'

const bench = withEngine()

/** Mostly what a client could mean, sometimes what nobody means, now and then bytes that are no text at all. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e5',
    '320800',
    '320800-32080290',
    '淮海路',
    'now',
    '%00',
    '%',
    '%ff',
    '..',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...kinds, ...roles, ...amenities, ...datums) },
  { weight: 3, arbitrary: fc.double({ min: -200, max: 200, noNaN: true }).map(String) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()) },
  { weight: 2, arbitrary: text },
)
const names = [...new Set(Object.values(placesOperations).flatMap(({ query }) => Object.keys(query.shape)))]
const written = (raw: string) =>
  fc.boolean().map((isEncoded) => (isEncoded ? encodeURIComponent(raw.replace(/\p{Cs}/gu, '')) : raw))
const parameter = fc
  .tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: text }), value)
  .chain(([name, raw]) => written(raw).map((shown) => `${name}=${shown}`))
const query = fc
  .array(parameter, { maxLength: 6 })
  .map((parts) => (parts.length > 0 ? `?${parts.join('&')}` : ''))
const segment = fc.oneof(fc.constantFrom('320800', '320800-32080290', 'nearby', 'search'), text)
const path = fc
  .constantFrom(...Object.values(placesPaths))
  .chain((pattern) => segment.map((part) => pattern.replace(/:\w+/, part)))
const body = fc.oneof(
  fc.record({
    fact: fc.constantFrom(...reportFacts),
    amenity: fc.constantFrom(undefined, ...amenities),
    note: text,
  }),
  fc.json(),
  fc.anything(),
  text,
)
const request = fc.record({
  method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'FOO'),
  target: fc.tuple(path, query).map((parts) => parts.join('')),
  body: fc.option(body, { nil: undefined }),
  headers: fc.record(
    {
      'content-type': fc.constantFrom(
        'application/json',
        'application/json; charset=UTF-8',
        'text/plain',
        '',
      ),
      'accept-encoding': fc.oneof(fc.constantFrom('br', 'gzip;q=0', '*;q=0.5, br;q=x', 'identity;q=0'), text),
      'if-none-match': fc.oneof(fc.constantFrom('*', '"', 'W/"a", "b'), text),
      'content-length': fc.constantFrom('-1', '99999999', 'x'),
    },
    { requiredKeys: [] },
  ),
  sourceIp: fc.oneof(fc.ipV4(), fc.ipV6(), text),
})

const checkAnswer = (answer: Answer) => {
  expect(answer.status).toBeLessThan(500)
  if (answer.status < 400 || answer.bytes.length === 0) return
  const problem = z.parse(problemSchema, answer.json())
  expect(problem.status).toBe(answer.status)
  expect(answer.headers['x-request-id']).toBe(problem.requestId)
}

describe('whatever is sent', () => {
  it('is answered, and never as if the fault were ours', async () => {
    const world = createWorld(bench)
    await world.load(manyPlaces(30))
    await fc.assert(
      fc.asyncProperty(request, async ({ method, target, ...sent }) => {
        checkAnswer(await world.call(method, target, { ...sent, body: serialisable(sent.body) }))
      }),
      { numRuns: 500 },
    )
    expect(world.logged.filter((line) => line.includes('request-crashed'))).toEqual([])
  })
})

/** What JSON can say of it; a client cannot send more. */
const serialisable = (sent: unknown): string | undefined => {
  if (sent === undefined || typeof sent === 'string') return sent
  try {
    return JSON.stringify(sent)
  } catch {
    return '{'
  }
}
