import { recordReader } from '../../../../functions/audit/store/reads'
import type { Role } from '../../../../functions/identity/contract'
import {
  openReportsResponseSchema,
  placeResponseSchema,
  type ReportRequest,
  reportDecisionSchema,
  reportResponseSchema,
} from '../../../../functions/places/contract'
import { reportersFragment } from '../../../../functions/places/fragments'
import { createPoints } from '../../../../functions/points'
import { problemSchema } from '../../../../functions/shared/contract'
import { openTable } from '../../../../functions/shared/table'
import * as z from '../../../../functions/shared/zod'
import { dataOn } from '../../../support/context'
import { withDomain } from '../../../support/domain-engine'
import { type Fault, withFaults } from '../../../support/faults'
import { buildPlace } from '../../../support/places'
import { personNamed } from '../../../support/sessions'
import { createWorld, type World, type WorldOptions } from '../../../support/world'

const database = withDomain('places')
const id = '320800-32080290'
const lin = personNamed('lin')
const zhou = personNamed('zhou')
const staff = personNamed('staff')
const colleague = personNamed('colleague')
const day = 24 * 60 * 60 * 1000
const reviewer: Role = { kind: 'staff', region: '320800', powers: ['review'] }

const worldWith = async (options: WorldOptions = {}) => {
  const world = createWorld(database, options)
  await world.load([buildPlace({ amenities: [{ amenity: 'water', verifiedOn: null }] })])
  return world
}

let sources = 0
const report = async (world: World, who: string | null, body: ReportRequest, roles: Role[] = []) => {
  const headers = who === null ? {} : world.sessions.as(who, roles)
  sources++
  const sourceIp = `198.51.100.${sources % 250}`
  const answer = await world.post(`/api/places/${id}/reports`, body, { headers, sourceIp })
  return answer.status === 200
    ? z.parse(reportResponseSchema, answer.json())
    : z.parse(problemSchema, answer.json()).code
}
const listOf = async (world: World, who = staff) => {
  const answer = await world.get('/api/staff/reports?region=320800', world.sessions.as(who, [reviewer]))
  return z.parse(openReportsResponseSchema, answer.json()).reports
}
const firstOf = async (world: World) => (await listOf(world))[0]?.id ?? 'none'
type Verdict = { accept: boolean; settled: boolean }
const decide = async (
  world: World,
  report: string,
  verdict: Verdict,
  who = staff,
  roles: Role[] = [reviewer],
) => {
  const headers = world.sessions.as(who, roles)
  const answer = await world.post(`/api/staff/reports/${report}/decision`, verdict, { headers })
  return answer.status === 200
    ? z.parse(reportDecisionSchema, answer.json())
    : z.parse(problemSchema, answer.json()).code
}
const accepted: Verdict = { accept: true, settled: false }
const balanceOf = async (person: string) =>
  (
    await createPoints(dataOn(database)).service.readAccount(
      { person, region: '320800' },
      { consistent: true },
    )
  ).balance
/** What auditors of the city read, newest first. */
const recordOf = async () => {
  const { ofMonth } = recordReader(database.tableOf('audit'))
  return (await ofMonth('320800', '2026-11', null, 50)).records
}
const doubtsOf = async (world: World) =>
  z.parse(placeResponseSchema, (await world.get(`/api/places/${id}`)).json()).doubts

describe('a report', () => {
  it('stores no person unless they ask for its points', async () => {
    const world = await worldWith()
    expect(await report(world, lin, { fact: 'locked' })).toEqual({ counted: true, doubts: [] })
    expect(JSON.stringify(await database.scan())).not.toContain(lin)
    expect(await report(world, zhou, { fact: 'locked', credit: true })).toMatchObject({
      credited: true,
    })
    expect(JSON.stringify(await database.scan())).toContain(zhou)
  })

  it('that asks for points without a login is refused, and writes nothing', async () => {
    const world = await worldWith()
    const before = await database.scan()
    expect(await report(world, null, { fact: 'locked', credit: true })).toBe('unauthenticated')
    expect(await database.scan()).toEqual(before)
  })

  it.each(['owner', 'salesperson'] as const)('earns nothing for the %s of that very outlet', async (kind) => {
    const world = await worldWith()
    const own: Role = { kind, region: '320800', outlets: [id] }
    const sent = await report(world, lin, { fact: 'out-of-stock', credit: true }, [own])
    expect(sent).toMatchObject({ counted: true, credited: false })
    expect((await listOf(world))[0]).toMatchObject({ credit: false })
    expect(JSON.stringify(await database.scan())).not.toContain(lin)
  })

  it('earns nothing for somebody under 18, and stores no person', async () => {
    const world = await worldWith()
    const headers = world.sessions.as(lin, [], true)
    const answer = await world.post(
      `/api/places/${id}/reports`,
      { fact: 'locked', credit: true },
      { headers },
    )
    expect(answer.json()).toMatchObject({ counted: true, credited: false })
    expect(JSON.stringify(await database.scan())).not.toContain(lin)
  })

  it('made twice a day by one source is one report, and credits nobody the second time', async () => {
    const world = await worldWith()
    const headers = world.sessions.as(lin)
    const send = (credit: boolean) =>
      world.post(`/api/places/${id}/reports`, { fact: 'gone', credit }, { headers, sourceIp: '192.0.2.9' })
    await send(false)
    expect((await send(true)).json()).toEqual({ counted: false, doubts: [], credited: false })
    expect(await listOf(world)).toHaveLength(1)
  })

  it.each(['锁着门\u0000', '锁着门\u001b[2J', '\u202e反着写'])(
    'with the note %j is refused',
    async (note) => {
      const world = await worldWith()
      expect(await report(world, null, { fact: 'locked', note })).toBe('invalid-request')
    },
  )

  it('may have several lines', async () => {
    const world = await worldWith()
    await report(world, null, { fact: 'locked', note: '上午来过\n锁着门' })
    expect((await listOf(world))[0]).toMatchObject({ note: '上午来过\n锁着门' })
  })
})

describe('the list of reports', () => {
  it('has what nobody decided on, oldest first, and not a word about who', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'out-of-stock', amenity: 'water', note: '空桶', credit: true })
    // Of one day nobody knows which came first.
    world.time.now += 86_400_000
    await report(world, null, { fact: 'locked' })
    const answer = await world.get('/api/staff/reports?region=320800', world.sessions.as(staff, [reviewer]))
    expect(answer.bytes.toString()).not.toContain(lin)
    expect(answer.json()).toMatchObject({
      more: false,
      reports: [
        {
          place: { id, name: buildPlace().name, outletNo: '32080290' },
          fact: 'out-of-stock',
          amenity: 'water',
          note: '空桶',
          at: '2026-11-17T16:00:00.000Z',
          credit: true,
          doubted: false,
        },
        { fact: 'locked', amenity: null, note: null, credit: false },
      ],
    })
  })

  it('forgets a report after 180 days, also before the table does', async () => {
    const world = await worldWith()
    await report(world, null, { fact: 'locked' })
    world.time.now += 181 * day
    expect(await listOf(world)).toEqual([])
  })

  it.each<[string, Role[]]>([
    ['staff of another city', [{ ...reviewer, region: '371600' }]],
    ['staff without that power', [{ kind: 'staff', region: '320800', powers: ['gifts', 'admin'] }]],
    ['an owner', [{ kind: 'owner', region: '320800', outlets: [id] }]],
    ['a citizen', []],
  ])('is not for %s', async (_, roles) => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    const headers = world.sessions.as(colleague, roles)
    expect((await world.get('/api/staff/reports?region=320800', headers)).status).toBe(403)
    expect(await decide(world, open, accepted, colleague, roles)).toBe('forbidden')
    expect(await balanceOf(lin)).toBe(0)
  })
})

describe('accepting a report', () => {
  it('gives its reporter points, once, and forgets who it was', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    const first = await decide(world, open, accepted)
    expect(first).toMatchObject({ accept: true, settled: false, award: 'given' })
    expect(await decide(world, open, accepted)).toEqual(first)
    expect(await decide(world, open, accepted, colleague)).toBe('report-decided')
    expect(await balanceOf(lin)).toBe(20)
    // What has expired the table drops in its own time.
    const now = world.time.now / 1000
    const live = (await database.scan()).filter(
      ({ expiresAt }) => expiresAt === undefined || Number(expiresAt) > now,
    )
    expect(JSON.stringify(live)).not.toContain(lin)
    expect(await listOf(world)).toEqual([])
  })

  it('does not undo the mark of a person who leaves right afterwards', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    await decide(world, await firstOf(world), accepted)
    const now = world.time.now / 1000
    // The table drops what has run out at any moment, also between two writes.
    const client = database.client()
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args)
        for (const { PK, SK, expiresAt } of await database.scan())
          if (Number(expiresAt) <= now) await database.remove({ PK: String(PK), SK: String(SK) })
        return answer
      },
      { step: 'initialize', name: 'testExpiry' },
    )
    await reportersFragment(openTable({ name: database.tableName, client })).forget(lin, world.time.now)
    expect(await report(world, lin, { fact: 'gone', credit: true })).toMatchObject({ credited: false })
  })

  it('by twenty people at the same moment counts once', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => decide(world, open, accepted, i % 2 ? staff : colleague)),
    )
    expect(outcomes.filter((outcome) => outcome === 'report-decided')).toHaveLength(10)
    expect(await balanceOf(lin)).toBe(20)
  })

  it.each<Fault>(['lost-answer', 'conflict'])('gives the points once through a %s', async (fault) => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    let dealt = 0
    const client = withFaults(database.client(), (command) =>
      command === 'TransactWriteItemsCommand' && dealt++ === 0 ? fault : null,
    )
    const faulty = createWorld(database, { client })
    expect(await decide(faulty, open, accepted)).toMatchObject({ award: 'given' })
    expect(dealt).toBeGreaterThan(1)
    expect(await balanceOf(lin)).toBe(20)
  })

  it('gives nothing to whoever accepts their own', async () => {
    const world = await worldWith()
    await report(world, staff, { fact: 'locked', credit: true }, [reviewer])
    expect(await decide(world, await firstOf(world), accepted)).toMatchObject({ accept: true, award: 'none' })
    expect(await balanceOf(staff)).toBe(0)
  })

  it('gives nothing to whoever did not ask', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked' })
    expect(await decide(world, await firstOf(world), accepted)).toMatchObject({ award: 'none' })
    expect(await balanceOf(lin)).toBe(0)
  })

  it('says where the cap of the day was reached, and is decided all the same', async () => {
    const world = await worldWith()
    for (const fact of ['locked', 'gone', 'moved'] as const) await report(world, lin, { fact, credit: true })
    const outcomes = []
    for (const { id } of await listOf(world)) outcomes.push(await decide(world, id, accepted))
    expect(outcomes).toMatchObject([{ award: 'given' }, { award: 'given' }, { award: 'cap-reached' }])
    expect(await balanceOf(lin)).toBe(40)
    expect(await listOf(world)).toEqual([])
  })

  it('leaves the doubt where it is not settled', async () => {
    const world = await worldWith()
    for (let i = 0; i < 3; i++) await report(world, null, { fact: 'locked' })
    await decide(world, await firstOf(world), accepted)
    expect(await doubtsOf(world)).toHaveLength(1)
    expect((await listOf(world))[0]).toMatchObject({ doubted: true })
  })

  it('that settles the fact removes the doubt, with a new version of the region and three more reports needed', async () => {
    const world = await worldWith()
    const empty = { fact: 'out-of-stock', amenity: 'water' } as const
    for (let i = 0; i < 3; i++) await report(world, null, empty)
    expect(await doubtsOf(world)).toHaveLength(1)
    await decide(world, await firstOf(world), { accept: true, settled: true })
    expect(await doubtsOf(world)).toEqual([])
    expect((await world.store.readHead('320800', { consistent: true }))?.version).toBe(3)
    const place = await world.store.readPlace(id, { consistent: true })
    expect(place?.amenities).toEqual([{ amenity: 'water', verifiedOn: '2026-11-18' }])
    world.time.now += day
    for (let i = 0; i < 2; i++) await report(world, null, empty)
    expect(await doubtsOf(world)).toEqual([])
    await report(world, null, empty)
    expect(await doubtsOf(world)).toHaveLength(1)
  })
})

describe('the record of what staff did', () => {
  const decidedAt = '2026-11-18T02:00:00.000Z'

  it('has an accepted report: by whom, about what, what came of it, and not who sent it', async () => {
    const world = await worldWith()
    const note = '空桶'
    await report(world, lin, { fact: 'out-of-stock', amenity: 'water', note, credit: true })
    await decide(world, await firstOf(world), { accept: true, settled: true })
    expect(await recordOf()).toEqual([
      {
        at: decidedAt,
        by: staff,
        action: 'report-accepted',
        subject: id,
        changes: [
          { field: 'fact', before: '', after: 'out-of-stock' },
          { field: 'amenity', before: '', after: 'water' },
          { field: 'settled', before: '', after: 'true' },
          { field: 'award', before: '', after: 'given' },
        ],
      },
    ])
    expect(JSON.stringify(await recordOf())).not.toMatch(new RegExp(`${lin}|${note}`))
  })

  it('has a rejected one, also where nobody asked for points', async () => {
    const world = await worldWith()
    await report(world, null, { fact: 'locked' })
    await decide(world, await firstOf(world), { accept: false, settled: false })
    expect(await recordOf()).toMatchObject([
      {
        by: staff,
        action: 'report-rejected',
        subject: id,
        changes: [{ after: 'locked' }, { after: 'false' }, { field: 'award', after: 'none' }],
      },
    ])
  })

  it('has a decision once, however often and by however many it is made', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => decide(world, open, accepted, i % 2 ? staff : colleague)),
    )
    await decide(world, open, accepted)
    expect(await recordOf()).toHaveLength(1)
  })

  it('has nothing of a decision that was refused', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    await decide(world, await firstOf(world), accepted, colleague, [])
    await decide(world, '320800-1763431200000-0123456789', accepted)
    expect(await recordOf()).toEqual([])
  })

  it('and the decision are written together: where the record is refused, nothing is decided', async () => {
    const between: WorldOptions['between'] = (table, domain) =>
      domain === 'audit'
        ? { ...table, put: (item) => table.put(item, { ConditionExpression: 'attribute_exists(PK)' }) }
        : table
    const world = await worldWith({ between })
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    expect(await decide(world, open, accepted)).toBe('report-conflict')
    expect(await balanceOf(lin)).toBe(0)
    expect(await listOf(world)).toHaveLength(1)
  })
})

describe('rejecting a report', () => {
  it('gives nothing, forgets who it was and what they wrote', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true, note: '老板姓王' })
    const open = await firstOf(world)
    const verdict = { accept: false, settled: true }
    expect(await decide(world, open, verdict)).toMatchObject({ accept: false, award: 'none' })
    expect(await decide(world, open, accepted)).toBe('report-decided')
    expect(await balanceOf(lin)).toBe(0)
    const kept = (await database.scan()).filter(({ PK }) => PK === 'reports#320800')
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${lin}|老板`))
  })

  it('that nobody sent is not found', async () => {
    const world = await worldWith()
    expect(await decide(world, '320800-1763431200000-0123456789', accepted)).toBe('unknown-report')
  })
})
