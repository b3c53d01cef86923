import { problemSchema } from '../../../../functions/shared/contract'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace } from '../../../support/samples/places'
import type { Sent } from '../../../support/worlds/api'
import { createWorld } from '../../../support/worlds/world'

const database = withDomain('places')

type Bad = {
  name: string
  method?: string
  target: string
  sent?: Sent
  status: number
  code: string
  /** Fields that the answer must name. */
  fields: string[]
}

const nearby = (query: string) => `/api/places/nearby?lng=119.03&lat=33.6${query}`
const reports = '/api/places/320800-32080290/reports'
const json = { 'content-type': 'application/json' }
const post = (body: unknown, headers: Record<string, string> = json) => ({
  method: 'POST',
  target: reports,
  sent: { body, headers },
})
const invalid = { status: 400, code: 'invalid-request' }

const bad: Bad[] = [
  { name: 'a latitude of 95', target: '/api/places/nearby?lng=119&lat=95', ...invalid, fields: ['lat'] },
  { name: 'a longitude of -181', target: '/api/places/nearby?lng=-181&lat=33', ...invalid, fields: ['lng'] },
  { name: 'no position at all', target: '/api/places/nearby', ...invalid, fields: ['lng', 'lat'] },
  {
    name: 'a latitude in words',
    target: '/api/places/nearby?lng=119&lat=north',
    ...invalid,
    fields: ['lat'],
  },
  { name: 'a latitude of NaN', target: '/api/places/nearby?lng=119&lat=NaN', ...invalid, fields: ['lat'] },
  {
    name: 'an infinite longitude',
    target: '/api/places/nearby?lng=1e999&lat=33',
    ...invalid,
    fields: ['lng'],
  },
  { name: 'an empty longitude', target: '/api/places/nearby?lng=&lat=33', ...invalid, fields: ['lng'] },
  { name: 'a limit of abc', target: nearby('&limit=abc'), ...invalid, fields: ['limit'] },
  { name: 'a limit of 0', target: nearby('&limit=0'), ...invalid, fields: ['limit'] },
  { name: 'a limit of 101', target: nearby('&limit=101'), ...invalid, fields: ['limit'] },
  { name: 'half a limit', target: nearby('&limit=1.5'), ...invalid, fields: ['limit'] },
  { name: 'two limits', target: nearby('&limit=1&limit=2'), ...invalid, fields: ['limit'] },
  { name: 'a radius below zero', target: nearby('&radius=-5'), ...invalid, fields: ['radius'] },
  { name: 'an unknown kind', target: nearby('&kind=casino'), ...invalid, fields: ['kind'] },
  {
    name: 'an unknown role after a known one',
    target: nearby('&role=love-aid&role=x'),
    ...invalid,
    fields: ['role'],
  },
  { name: 'an unknown amenity', target: nearby('&amenity=beer'), ...invalid, fields: ['amenity'] },
  { name: 'an unknown datum', target: nearby('&datum=nad27'), ...invalid, fields: ['datum'] },
  { name: 'a time that is none', target: nearby('&openAt=tomorrow'), ...invalid, fields: ['openAt'] },
  {
    name: 'a time before there was a calendar',
    target: nearby('&openAt=0000-01-01T00:00:00%2B14:00'),
    ...invalid,
    fields: ['openAt'],
  },
  { name: 'a mistyped parameter', target: nearby('&raduis=500'), ...invalid, fields: ['raduis'] },
  {
    name: 'a parameter named like an inherited one',
    target: nearby('&toString=1'),
    ...invalid,
    fields: ['toString'],
  },
  { name: 'a %00 in a value', target: '/api/places/search?q=%00', ...invalid, fields: ['q'] },
  { name: 'a lone % in a value', target: '/api/places/search?q=100%', ...invalid, fields: ['q'] },
  { name: 'bytes that are no UTF-8', target: '/api/places/search?q=%ff%fe', ...invalid, fields: ['q'] },
  { name: 'a search of the whole country', target: '/api/places/search?q=a', ...invalid, fields: ['region'] },
  { name: 'an empty search', target: '/api/places/search?q=%20%20&region=320800', ...invalid, fields: ['q'] },
  {
    name: 'a search of 51 characters',
    target: `/api/places/search?q=${'a'.repeat(51)}&region=320800`,
    ...invalid,
    fields: ['q'],
  },
  {
    name: 'a search in no region',
    target: '/api/places/search?q=a&region=wuhan',
    ...invalid,
    fields: ['region'],
  },
  {
    name: 'a search in an unknown region',
    target: '/api/places/search?q=a&region=110000',
    status: 404,
    code: 'unknown-region',
    fields: ['region'],
  },
  { name: 'a region that is no code', target: '/api/regions/abc/places', ...invalid, fields: ['adcode'] },
  {
    name: 'an unknown region',
    target: '/api/regions/110000/places',
    status: 404,
    code: 'unknown-region',
    fields: ['adcode'],
  },
  {
    name: 'open data of an unknown region',
    target: '/api/regions/110000/places.geojson',
    status: 404,
    code: 'unknown-region',
    fields: ['adcode'],
  },
  {
    name: 'open data of an unknown kind',
    target: '/api/regions/320800/places.geojson?kind=pub',
    ...invalid,
    fields: ['kind'],
  },
  { name: 'a %00 in a place’s id', target: '/api/places/%00', ...invalid, fields: ['id'] },
  {
    name: 'a %00 in a place’s id that the gateway has decoded',
    target: '/api/places/\u0000',
    ...invalid,
    fields: ['id'],
  },
  {
    name: 'a line break in a region that the gateway has decoded',
    target: '/api/regions/320800\n/places',
    ...invalid,
    fields: ['adcode'],
  },
  { name: 'a backslash for a slash', target: '/api\\regions', status: 404, code: 'not-found', fields: [] },
  { name: 'a lone % in a place’s id', target: '/api/places/320800-%', ...invalid, fields: ['id'] },
  { name: 'a %2F in a place’s id', target: '/api/places/320800%2F..%2F', ...invalid, fields: ['id'] },
  {
    name: 'an unknown place',
    target: '/api/places/320800-99999999',
    status: 404,
    code: 'unknown-place',
    fields: ['id'],
  },
  { name: 'a path there is not', target: '/api/tickets', status: 404, code: 'not-found', fields: [] },
  {
    name: 'a method there is not',
    method: 'DELETE',
    target: '/api/places/320800-32080290',
    status: 405,
    code: 'method-not-allowed',
    fields: [],
  },
  {
    name: 'a method of nobody',
    method: 'TRACE',
    target: '/api/regions',
    status: 405,
    code: 'method-not-allowed',
    fields: [],
  },
  {
    name: 'a report without a body',
    method: 'POST',
    target: reports,
    sent: { headers: json },
    ...invalid,
    fields: ['body'],
  },
  { name: 'broken JSON', ...post('{"fact":'), ...invalid, fields: ['body'] },
  {
    name: 'JSON of half a character',
    ...post('{"fact":"locked","note":"\\ud800"}'),
    ...invalid,
    fields: ['body'],
  },
  { name: 'a list for a report', ...post([]), ...invalid, fields: ['body'] },
  { name: 'null for a report', ...post('null'), ...invalid, fields: ['body'] },
  { name: 'a report of nothing', ...post({}), ...invalid, fields: ['fact'] },
  { name: 'a report of an unknown fact', ...post({ fact: 'haunted' }), ...invalid, fields: ['fact'] },
  {
    name: 'a report with a telephone number',
    ...post({ fact: 'locked', phone: '13800000000' }),
    ...invalid,
    fields: ['phone'],
  },
  {
    name: 'a report that sets a prototype',
    ...post('{"fact":"locked","__proto__":{"a":1}}'),
    ...invalid,
    fields: ['__proto__'],
  },
  {
    name: 'a note of 201 characters',
    ...post({ fact: 'locked', note: '关'.repeat(201) }),
    ...invalid,
    fields: ['note'],
  },
  {
    name: 'an amenity with the wrong fact',
    ...post({ fact: 'locked', amenity: 'water' }),
    ...invalid,
    fields: ['amenity'],
  },
  {
    name: 'a body of 2 MB',
    ...post({ fact: 'locked', note: 'x'.repeat(2 * 1024 * 1024) }),
    status: 413,
    code: 'payload-too-large',
    fields: ['body'],
  },
  {
    name: 'a form for a report',
    ...post('fact=locked', { 'content-type': 'application/x-www-form-urlencoded' }),
    status: 415,
    code: 'unsupported-media-type',
    fields: ['content-type'],
  },
  {
    name: 'a report of no type',
    ...post({ fact: 'locked' }, {}),
    status: 415,
    code: 'unsupported-media-type',
    fields: ['content-type'],
  },
  {
    name: 'JSON in another charset',
    ...post({ fact: 'locked' }, { 'content-type': 'application/json; charset=gbk' }),
    status: 415,
    code: 'unsupported-media-type',
    fields: ['content-type'],
  },
  {
    name: 'a report with a query',
    ...post({ fact: 'locked' }),
    target: `${reports}?fact=gone`,
    ...invalid,
    fields: ['fact'],
  },
  {
    name: 'a report on an unknown place',
    ...post({ fact: 'locked' }),
    target: '/api/places/320800-99999999/reports',
    status: 404,
    code: 'unknown-place',
    fields: ['id'],
  },
]

describe('an invalid request', () => {
  it.each(bad)(
    'is refused with its field named, and writes nothing: $name',
    async ({ method = 'GET', target, sent, status, code, fields }) => {
      const world = createWorld(database)
      await world.load([buildPlace()])
      const before = await database.scan()
      const answer = await world.call(method, target, sent)
      const problem = z.parse(problemSchema, answer.json())
      expect({ status: answer.status, code: problem.code }).toEqual({ status, code })
      expect(problem.status).toBe(status)
      expect(answer.headers['content-type']).toBe('application/problem+json')
      expect((problem.errors ?? []).map(({ field }) => field)).toEqual(fields)
      for (const { message } of problem.errors ?? []) expect(message).not.toMatch(/^Invalid input/)
      expect(await database.scan()).toEqual(before)
    },
  )

  it('is answered with the methods that the path takes', async () => {
    const world = createWorld(database)
    expect((await world.call('PUT', reports)).headers.allow).toBe('POST, OPTIONS')
    expect((await world.call('POST', '/api/places/nearby')).headers.allow).toBe('GET, HEAD, OPTIONS')
  })

  it('is not repeated in the answer', async () => {
    const world = createWorld(database)
    const answer = await world.get('/api/places/nearby?lng=119.0301&lat=secret-place')
    expect(answer.status).toBe(400)
    expect(answer.bytes.toString()).not.toMatch(/119\.0301|secret-place/)
  })
})
