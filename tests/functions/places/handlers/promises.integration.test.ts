import type { Role } from '../../../../functions/identity/contract'
import { placesOperations } from '../../../../functions/places/operations'
import { problemSchema } from '../../../../functions/shared/contract'
import { codesOf } from '../../../../functions/shared/declaration/operation'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace } from '../../../support/samples/places'
import type { Sent } from '../../../support/worlds/api'
import { personNamed } from '../../../support/worlds/sessions'
import { createWorld, type World } from '../../../support/worlds/world'

const database = withDomain('places')
const json = { 'content-type': 'application/json' }
const report = (fact: string): Sent => ({ headers: json, body: { fact } })

const decision = (accept: boolean): Sent => ({ headers: json, body: { accept, settled: false } })

type Name = keyof typeof placesOperations
type Request = {
  target: string
  sent?: Sent
  /** What has to happen first; of a staff route that needs one, gives the report that is open then. */
  before?: (world: World) => Promise<string>
}

/** A request of each operation that is answered well. */
const good: Record<Name, Request> = {
  regions: { target: '/api/regions' },
  cityGrid: { target: '/api/regions/grid' },
  catalogue: { target: '/api/regions/320800/places' },
  geojson: { target: '/api/regions/320800/places.geojson?kind=outlet&role=love-aid' },
  nearby: { target: '/api/places/nearby?lng=119&lat=33' },
  search: { target: '/api/places/search?q=qjp&region=320800' },
  place: { target: '/api/places/320800-32080290' },
  reports: { target: '/api/places/320800-32080290/reports', sent: report('locked') },
  openReports: { target: '/api/staff/reports?region=320800', before: aReport },
  decideReport: {
    target: '/api/staff/reports/{report}/decision',
    sent: decision(true),
    before: aReport,
  },
}

/** Leaves a report that nobody has decided on, and gives its id. */
async function aReport(world: World): Promise<string> {
  await world.call('POST', good.reports.target, report('locked'))
  return String((await database.scan()).find(({ PK }) => PK === 'reports#320800')?.id)
}

/** The request as staff of the city would send it, who may ask for everything. */
async function ask(world: World, { method }: { method: string }, { target, sent, before }: Request) {
  const role: Role = { kind: 'staff', region: '320800', powers: ['review'] }
  const id = (await before?.(world)) ?? ''
  const headers = { ...world.sessions.as(personNamed('staff'), [role]), ...sent?.headers }
  return world.call(method, target.replace('{report}', id), { ...sent, headers })
}

/** What brings each operation to each code it may answer, beside those that every operation answers alike. */
const bad: Record<string, Request> = {
  'catalogue unknown-region': { target: '/api/regions/110000/places' },
  'geojson unknown-region': { target: '/api/regions/110000/places.geojson' },
  'search unknown-region': { target: '/api/places/search?q=a&region=110000' },
  'place unknown-place': { target: '/api/places/320800-99999999' },
  'reports unknown-place': { target: '/api/places/320800-99999999/reports', sent: report('gone') },
  'reports payload-too-large': {
    target: '/api/places/320800-32080290/reports',
    sent: { headers: json, body: 'x'.repeat(20_000) },
  },
  'reports unsupported-media-type': {
    target: '/api/places/320800-32080290/reports',
    sent: { body: 'fact=gone' },
  },
  'reports rate-limited': {
    target: '/api/places/320800-32080290/reports',
    sent: report('gone'),
    before: async (world) => {
      for (let i = 0; i < 20; i++) await world.call('POST', good.reports.target, report('locked'))
      return ''
    },
  },
  'reports unauthenticated': {
    target: '/api/places/320800-32080290/reports',
    sent: { headers: { ...json, authorization: 'Bearer a.b.c' }, body: { fact: 'gone' } },
  },
  'openReports forbidden': { target: '/api/staff/reports?region=371600' },
  'openReports unauthenticated': {
    target: '/api/staff/reports?region=320800',
    sent: { headers: { authorization: 'no' } },
  },
  'decideReport unknown-report': {
    target: '/api/staff/reports/320800-1763431200000-0123456789/decision',
    sent: decision(true),
  },
  'decideReport forbidden': {
    target: '/api/staff/reports/371600-1763431200000-0123456789/decision',
    sent: decision(true),
  },
  'decideReport report-decided': {
    target: '/api/staff/reports/{report}/decision',
    sent: decision(true),
    before: async (world) => {
      const id = await aReport(world)
      const target = `/api/staff/reports/${id}/decision`
      await ask(world, { method: 'POST' }, { target, sent: decision(false) })
      return id
    },
  },
}

const names = Object.keys(good).filter((name): name is Name => name in placesOperations)

describe('every operation', () => {
  it.each(names)('%s answers what it promises, in the type it promises', async (name) => {
    const world = createWorld(database)
    await world.load([buildPlace({ roles: ['love-aid'] })])
    const { method, answer, path } = placesOperations[name]
    const answered = await ask(world, { method }, good[name])
    expect(answered.status).toBe(200)
    expect(answered.headers['content-type']).toBe(
      'mediaType' in answer ? answer.mediaType : 'application/json',
    )
    const parsed = z.safeParse(answer.schema, answered.json())
    expect(parsed.error?.issues).toBeUndefined()
    expect(parsed.data).toEqual(answered.json())
    expect(world.logged.at(-1)).toContain(`"route":"${path}"`)
  })

  it.each(Object.keys(bad))('%s', async (wanted) => {
    const [name = '', code = ''] = wanted.split(' ')
    const operation = Object.entries(placesOperations).find(([one]) => one === name)?.[1]
    const request = bad[wanted]
    if (!operation || !request) throw new Error(`no operation ${name}`)
    const world = createWorld(database)
    await world.load([buildPlace()])
    const answered = await ask(world, operation, request)
    expect(z.parse(problemSchema, answered.json()).code).toBe(code)
    expect(codesOf(operation)).toContain(code)
  })
})
