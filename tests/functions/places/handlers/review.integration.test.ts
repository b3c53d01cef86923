import type { Role } from '../../../../functions/identity/contract'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace } from '../../../support/samples/places'
import { accepted, colleague, id, lin, reviewer, reviewKit, staff, zhou } from './review-kit'

const database = withDomain('places', 'points')
const { worldWith, report, listOf, firstOf, decide, balanceOf } = reviewKit(database)
const day = 24 * 60 * 60 * 1000

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
