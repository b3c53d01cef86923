/** What waits for a second person: a page of it costs the same, however many there are, and there is an end to them. */
import {
  type Adjustment,
  adjustmentSchema,
  adjustmentsResponseSchema,
  batchesResponseSchema,
  proposalSchema,
  proposalsResponseSchema,
} from '../../../../functions/points/contract'
import {
  adjustmentKey,
  batchKey,
  decidedProposalKey,
  proposalKey,
} from '../../../../functions/points/store/keys'
import { maxWrites } from '../../../../functions/shared/aws/table'
import { dayMs } from '../../../../functions/shared/day'
import { mostOpen } from '../../../../functions/shared/items/open-set'
import { meter } from '../../../bench/meter'
import { withDomain } from '../../../support/engine/domain-engine'
import { withConflicts } from '../../../support/faults/faults'
import {
  city,
  createPointsWorld,
  type Person,
  type PointsWorld,
  type PointsWorldOptions,
  parsed,
  refusal,
} from '../../../support/worlds/points-world'
import { decide as decideProposal, proposedBatch } from './kit'

const database = withDomain('points')

const propose = (world: PointsWorld, by: Person, key = world.key()) =>
  by.post(
    '/api/staff/adjustments',
    { region: city, person: world.as('lin').id, points: 50, text: '补记上月活动积分' },
    { key },
  )
/** Concurrently; those who only conflict (503) retry one after the other, with the same key as a phone does. */
const proposeAtOnce = async (world: PointsWorld, by: Person, count: number) => {
  const keys = Array.from({ length: count }, () => world.key())
  const answers = await Promise.all(keys.map((key) => propose(world, by, key)))
  for (const [i, key] of keys.entries())
    if (answers[i]?.status === 503) answers[i] = await propose(world, by, key)
  return answers
}
const decide = (by: Person, { id }: { id: string }, approve = true) =>
  by.post(`/api/staff/adjustments/${id}/decision`, { approve })
const withdraw = (by: Person, { id }: { id: string }) => by.post(`/api/staff/adjustments/${id}/withdrawal`)
const pageOf = async (by: Person, cursor: string | null = null) =>
  parsed(
    adjustmentsResponseSchema,
    await by.get(`/api/staff/adjustments?region=${city}${cursor ? `&cursor=${cursor}` : ''}`),
  )
const worldWithLin = async (options: PointsWorldOptions = {}) => {
  const world = await createPointsWorld(database, options)
  await world.give('lin', 100)
  return world
}
const proposed = async (world: PointsWorld, by: Person): Promise<Adjustment> =>
  parsed(adjustmentSchema, await propose(world, by))

const idAt = (i: number) => `${city}-${String(i).padStart(6, '0')}0000`
const planted = async (
  world: PointsWorld,
  count: number,
  itemAt: (i: number) => { PK: string; SK: string },
) => {
  for (let from = 0; from < count; from += maxWrites)
    await world.table.transact(
      Array.from({ length: Math.min(maxWrites, count - from) }, (_, i) => world.table.put(itemAt(from + i))),
    )
}

describe('a list of 5,000', () => {
  it('adjustments is looked at page by page, newest first, for two read units and a half for their number', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = await createPointsWorld(database, { client })
    const staff = world.staff('staff')
    const at = new Date(world.time.now).toISOString()
    const about = { region: city, person: world.as('lin').id, points: 5, text: '补'.repeat(200), asked: 'x' }
    const who = { proposedBy: staff.id, proposedAt: at, until: at, decidedBy: null, decidedAt: null }
    await planted(world, 5_000, (i) => ({
      ...adjustmentKey(idAt(i)),
      ...{ id: idAt(i), ...about, ...who, state: 'proposed' },
    }))
    counted.take()
    const first = await pageOf(staff)
    expect(counted.take().readUnits).toBeLessThanOrEqual(2.5)
    expect(first.adjustments.map(({ id }) => id)).toEqual(
      Array.from({ length: 15 }, (_, i) => idAt(4_999 - i)),
    )
    const second = await pageOf(staff, first.cursor)
    expect(second.adjustments[0]?.id).toBe(idAt(4_984))
  })

  it('proposals shows those that wait before those that were decided, for as little', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = await createPointsWorld(database, { client })
    const staff = world.staff('staff')
    const { id, ...like } = await proposedBatch(world, staff)
    await planted(world, 5_000, (i) => ({
      ...(i % 50 === 0 ? proposalKey(idAt(i)) : decidedProposalKey(idAt(i))),
      ...{ ...like, id: idAt(i), base: '', asked: 'x', request: {} },
      state: i % 50 === 0 ? 'proposed' : 'rejected',
    }))
    const states: (string | null)[] = []
    let cursor: string | null = ''
    for (let i = 0; i < 8 && cursor !== null; i++) {
      counted.take()
      const path: string = `/api/staff/proposals?region=${city}${cursor && `&cursor=${cursor}`}`
      const page = parsed(proposalsResponseSchema, await staff.get(path))
      expect(counted.take().readUnits).toBeLessThanOrEqual(2.5)
      states.push(...page.proposals.map(({ state }) => state))
      cursor = page.cursor ?? null
    }
    expect(states.indexOf('rejected')).toBe(101)
    expect(states.lastIndexOf('proposed')).toBe(100)
  })

  it('batches of codes is looked at page by page, newest first, for two read units', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = await createPointsWorld(database, { client })
    const about = {
      region: city,
      label: '冬季活动，社区义诊现场',
      count: 100,
      used: 3,
      points: 10,
      until: '2026-12-31',
    }
    const kept = { made: 100, asked: 'x', isStopped: false, insiders: ['a'.repeat(20), 'b'.repeat(20)] }
    await planted(world, 5_000, (i) => ({
      ...batchKey(idAt(i)),
      ...{ id: idAt(i), at: new Date(world.time.now).toISOString(), ...about, ...kept },
    }))
    const staff = world.staff('staff')
    const read = async (cursor = '') =>
      parsed(batchesResponseSchema, await staff.get(`/api/staff/code-batches?region=${city}${cursor}`))
    counted.take()
    const first = await read()
    expect(counted.take().readUnits).toBeLessThanOrEqual(2)
    expect(first.batches.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => idAt(4_999 - i)))
    expect((await read(`&cursor=${first.cursor}`)).batches[0]?.id).toBe(idAt(4_984))
  })

  it('has no page for a cursor that it did not give', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    for (const list of ['adjustments', 'proposals', 'code-batches'])
      expect(refusal(await staff.get(`/api/staff/${list}?region=${city}&cursor=x`))).toBe(
        '400 invalid-request',
      )
  })
})

describe('an adjustment', () => {
  it('is withdrawn by whoever proposed it, and by nobody else', async () => {
    const world = await worldWithLin()
    const staff = world.staff('staff')
    const colleague = world.staff('colleague')
    const adjustment = await proposed(world, staff)
    expect(refusal(await withdraw(colleague, adjustment))).toBe('409 not-own-adjustment')
    expect(parsed(adjustmentSchema, await withdraw(staff, adjustment))).toMatchObject({ state: 'withdrawn' })
    expect(parsed(adjustmentSchema, await withdraw(staff, adjustment))).toMatchObject({ state: 'withdrawn' })
    expect(refusal(await decide(colleague, adjustment))).toBe('409 adjustment-decided')
    expect((await world.as('lin').account()).balance).toBe(100)
    expect(await pageOf(staff)).toMatchObject({
      adjustments: [{ state: 'withdrawn' }],
      open: 0,
      cursor: null,
    })
  })

  it('is too old to be approved after fourteen days', async () => {
    const world = await worldWithLin()
    const adjustment = await proposed(world, world.staff('staff'))
    world.time.now += 14 * dayMs
    expect(refusal(await decide(world.staff('colleague'), adjustment))).toBe('409 adjustment-expired')
    expect((await world.as('lin').account()).balance).toBe(100)
    expect(await pageOf(world.staff('staff'))).toMatchObject({ adjustments: [{ state: 'expired' }], open: 0 })
  })
})

describe('adjustments that wait', () => {
  const waitingOf = async (by: Person, cursor: string | null = null) =>
    parsed(
      adjustmentsResponseSchema,
      await by.get(`/api/staff/adjustments?region=${city}&state=waiting${cursor ? `&cursor=${cursor}` : ''}`),
    )

  it('are listed alone, however many were proposed and decided since, for half a unit each and one half more', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = await worldWithLin({ client })
    const staff = world.staff('staff')
    const wanted: string[] = []
    for (let i = 0; i < 17; i++) {
      world.time.now += 1_000
      wanted.unshift((await proposed(world, staff)).id)
    }
    const ended = await proposed(world, staff)
    await withdraw(staff, ended)
    const at = new Date(world.time.now).toISOString()
    const by = { proposedBy: staff.id, proposedAt: at, decidedBy: staff.id, decidedAt: at, asked: 'x' }
    const about = { region: city, person: world.as('lin').id, points: 5, text: '补记' }
    const later = (i: number) => `${city}-zz${String(i).padStart(4, '0')}0000`
    await planted(world, 130, (i) => ({
      ...adjustmentKey(later(i)),
      ...{ id: later(i), ...about, ...by, state: 'approved' },
    }))
    counted.take()
    const first = await waitingOf(staff)
    expect(counted.take().readUnits).toBeLessThanOrEqual(8)
    const second = await waitingOf(staff, first.cursor)
    expect([...first.adjustments, ...second.adjustments].map(({ id }) => id)).toEqual(wanted)
    expect([first.adjustments.length, first.open, second.cursor]).toEqual([15, 17, null])
  })

  it('are none that nobody decided on in time', async () => {
    const world = await worldWithLin()
    await proposed(world, world.staff('staff'))
    world.time.now += 14 * dayMs
    expect(await waitingOf(world.staff('staff'))).toEqual({ adjustments: [], open: 0, cursor: null })
  })

  it('accept no other filter', async () => {
    const world = await createPointsWorld(database)
    const answer = await world.staff('staff').get(`/api/staff/adjustments?region=${city}&state=decided`)
    expect(refusal(answer)).toBe('400 invalid-request')
  })
})

describe('what waits in a city', () => {
  it('is a hundred adjustments at most, however many propose at once; one decided or expired makes room', async () => {
    // As in the cloud, and as no engine here does, transactions that meet at an item are refused.
    const client = withConflicts(database.client(), { underWay: new Set(), onConflict: () => {} })
    const world = await worldWithLin({ client })
    const staff = world.staff('staff')
    const answers = await proposeAtOnce(world, staff, mostOpen + 5)
    const made = answers.filter(({ status }) => status === 200)
    expect(made).toHaveLength(mostOpen)
    expect(answers.filter(({ status }) => status !== 200).map(refusal)).toEqual(
      Array.from({ length: 5 }, () => '409 open-limit-reached'),
    )
    expect((await pageOf(staff)).open).toBe(mostOpen)
    const [first] = made
    if (!first) throw new Error('nothing was proposed')
    await decide(world.staff('colleague'), parsed(adjustmentSchema, first), false)
    expect((await propose(world, staff)).status).toBe(200)
    expect(refusal(await propose(world, staff))).toBe('409 open-limit-reached')
    world.time.now += 15 * dayMs
    expect((await propose(world, staff)).status).toBe(200)
    expect((await pageOf(staff)).open).toBe(1)
  })

  it('is a hundred proposals at most', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const all = []
    for (let i = 0; i < mostOpen; i++) all.push(await proposedBatch(world, staff))
    const request = { region: city, label: '冬季活动', count: 5, points: 30, until: '2026-12-31' }
    const asked = { operation: 'createBatch', request }
    const repeated = () => staff.post('/api/staff/proposals', asked, { key: world.key() })
    expect(refusal(await repeated())).toBe('409 open-limit-reached')
    const [first] = all
    if (!first) throw new Error('nothing was proposed')
    parsed(proposalSchema, await decideProposal(world.staff('colleague'), first, false))
    expect((await repeated()).status).toBe(200)
  })
})
