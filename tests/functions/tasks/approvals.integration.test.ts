/** What waits for a second person is a task from the moment it is proposed until it is decided, whatever the decision. */
import {
  type Adjustment,
  adjustmentSchema,
  type Proposal,
  type ProposalRequest,
  proposalSchema,
} from '../../../functions/points/contract'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import type { Power } from '../../../functions/shared/access/access'
import { dayMs } from '../../../functions/shared/day'
import { tasksResponseSchema } from '../../../functions/tasks/contract'
import { withDomain } from '../../support/engine/domain-engine'
import { type Fault, withDoubles, withFaults } from '../../support/faults/faults'
import {
  city,
  createPointsWorld,
  type Person,
  type PointsWorld,
  parsed,
} from '../../support/worlds/points-world'
import { decide, giftFields, newGift, propose, proposedBatch, withdraw } from '../points/staff/kit'

const database = withDomain('points')
const path = `/api/staff/tasks?region=${city}`
const afterFourteenDays = 14 * dayMs

const waiting = async (reader: Person) => parsed(tasksResponseSchema, await reader.get(path))
const subjectsOf = async (reader: Person) => (await waiting(reader)).tasks.map(({ subject }) => subject)
const worldWithLin = async (options: Parameters<typeof createPointsWorld>[1] = {}) => {
  const world = await createPointsWorld(database, options)
  await world.give('lin', 100)
  return world
}
const both = (world: PointsWorld) => ({ qian: world.staff('qian'), sun: world.staff('sun') })

const adjusted = async (world: PointsWorld, by: Person, points = 50): Promise<Adjustment> => {
  const body = { region: city, person: world.as('lin').id, points, text: '补记上月活动积分' }
  return parsed(adjustmentSchema, await by.post('/api/staff/adjustments', body, { key: world.key() }))
}
const decideAdjustment = (by: Person, { id }: { id: string }, approve: boolean) =>
  by.post(`/api/staff/adjustments/${id}/decision`, { approve })
const withdrawAdjustment = (by: Person, { id }: { id: string }) =>
  by.post(`/api/staff/adjustments/${id}/withdrawal`)

describe('an adjustment that waits', () => {
  it('is a task of those who decide on points, without whom it concerns', async () => {
    const world = await worldWithLin()
    const { qian, sun } = both(world)
    const { id, proposedAt, until } = await adjusted(world, qian)
    const { tasks, counts, cursor } = await waiting(sun)
    expect(tasks).toEqual([
      {
        ...{ kind: 'adjustment', subject: id, power: 'gifts', by: qian.id, at: proposedAt, due: until },
        facts: { points: '50' },
      },
    ])
    expect([counts, cursor]).toEqual([{ byKind: { adjustment: 1 }, more: false }, null])
    const kept = await database.scan('tasks')
    expect(JSON.stringify(kept)).not.toContain(world.as('lin').id)
  })

  it.each([
    ['approved', ({ sun }: ReturnType<typeof both>, one: Adjustment) => decideAdjustment(sun, one, true)],
    ['rejected', ({ sun }: ReturnType<typeof both>, one: Adjustment) => decideAdjustment(sun, one, false)],
    ['withdrawn', ({ qian }: ReturnType<typeof both>, one: Adjustment) => withdrawAdjustment(qian, one)],
  ])('is none once it is %s, and leaves nothing behind', async (state, act) => {
    const world = await worldWithLin()
    const staff = both(world)
    const adjustment = await adjusted(world, staff.qian)
    expect(parsed(adjustmentSchema, await act(staff, adjustment))).toMatchObject({ state })
    expect(await database.scan('tasks')).toEqual([])
  })

  it('is none once its fourteen days are over, and the table takes it away at that second', async () => {
    const world = await worldWithLin()
    const { qian, sun } = both(world)
    const { until } = await adjusted(world, qian)
    const [kept] = await database.scan('tasks')
    expect(kept).toMatchObject({ expiresAt: Math.floor(Date.parse(until ?? '') / 1000) })
    world.time.now += afterFourteenDays
    expect(await waiting(sun)).toMatchObject({ tasks: [], counts: { byKind: {} } })
  })

  it('stays one where its approval was refused', async () => {
    const world = await worldWithLin()
    const { qian, sun } = both(world)
    const adjustment = await adjusted(world, qian, -500)
    expect((await decideAdjustment(sun, adjustment, true)).status).toBe(409)
    expect(await subjectsOf(sun)).toEqual([adjustment.id])
  })

  it('is decided although it began to wait before there were tasks', async () => {
    const world = await worldWithLin()
    const { qian, sun } = both(world)
    const adjustment = await adjusted(world, qian)
    for (const { PK, SK } of await database.scan('tasks'))
      await database
        .tableOf('tasks')
        .transact([database.tableOf('tasks').remove({ PK: `${PK}`, SK: `${SK}` })])
    expect((await decideAdjustment(sun, adjustment, true)).status).toBe(200)
  })

  it('decided twice ends no other task', async () => {
    let isDoubled = false
    const client = withDoubles(database.client(), () => isDoubled)
    const world = await worldWithLin({ client })
    const { qian, sun } = both(world)
    const [first, second] = [await adjusted(world, qian), await adjusted(world, qian)]
    isDoubled = true
    await decideAdjustment(sun, first, true)
    isDoubled = false
    expect((await decideAdjustment(sun, first, true)).status).toBe(200)
    expect((await decideAdjustment(world.staff('zhou'), first, false)).status).toBe(409)
    expect(await subjectsOf(sun)).toEqual([second.id])
  })

  it('is one task, and none after its decision, where the answers were lost', async () => {
    let fault: Fault | null = null
    const client = withFaults(database.client(), (command) => {
      const met = command === 'TransactWriteItemsCommand' ? fault : null
      if (met) fault = null
      return met
    })
    const world = await worldWithLin({ client })
    const { qian, sun } = both(world)
    fault = 'lost-answer'
    const adjustment = await adjusted(world, qian)
    expect(await subjectsOf(sun)).toEqual([adjustment.id])
    fault = 'lost-answer'
    expect((await decideAdjustment(sun, adjustment, true)).status).toBe(200)
    expect(await database.scan('tasks')).toEqual([])
  })
})

const requests: [string, (world: PointsWorld) => Promise<ProposalRequest>][] = [
  [
    'a batch of codes',
    async () => ({
      operation: 'createBatch',
      request: { region: city, label: '冬季活动', count: 5, points: 30, until: '2026-12-31' },
    }),
  ],
  [
    'generous rules',
    async () => {
      const limits = { ...defaultRules.limits, monthlyEarning: 100_000 }
      return { operation: 'changeRules', region: city, request: { ...defaultRules, limits } }
    },
  ],
  [
    'a gift to be published',
    async (world) => {
      const { id, version } = await newGift(world, world.staff('qian'))
      const { category: _, ...fields } = giftFields
      const request = { ...fields, category: 'charity-goods' as const, isPublished: true, version }
      return { operation: 'changeGift', gift: id, request }
    },
  ],
]

describe.each(requests)('%s that waits', (_, requestOf) => {
  const proposed = async () => {
    const world = await worldWithLin()
    const staff = both(world)
    const answer = await propose(staff.qian, await requestOf(world), world.key())
    return { world, ...staff, proposal: parsed(proposalSchema, answer) }
  }

  it('is a task of those who decide on points', async () => {
    const { qian, sun, proposal } = await proposed()
    const { id, until, operation, label } = proposal
    expect((await waiting(sun)).tasks).toMatchObject([
      { kind: 'proposal', subject: id, power: 'gifts', by: qian.id, due: until },
    ])
    expect((await waiting(sun)).tasks[0]?.facts).toEqual({ operation, ...(label && { label }) })
  })

  it.each([
    ['approved', (sun: Person, _qian: Person, one: Proposal) => decide(sun, one, true)],
    ['rejected', (sun: Person, _qian: Person, one: Proposal) => decide(sun, one, false)],
    ['withdrawn', (_sun: Person, qian: Person, one: Proposal) => withdraw(qian, one)],
  ])('is none once it is %s', async (state, act) => {
    const { qian, sun, proposal } = await proposed()
    expect(parsed(proposalSchema, await act(sun, qian, proposal))).toMatchObject({ state })
    expect(await database.scan('tasks')).toEqual([])
  })

  it('is none once its fourteen days are over', async () => {
    const { world, sun } = await proposed()
    world.time.now += afterFourteenDays
    expect(await subjectsOf(sun)).toEqual([])
  })
})

describe('what waits in a city', () => {
  it('is read by holders of the power that it takes, and by no other of its staff', async () => {
    const world = await worldWithLin()
    await adjusted(world, world.staff('qian'))
    const seenBy = async (...held: Power[]) => (await waiting(world.staff('reader', held))).tasks.length
    expect(await seenBy('gifts')).toBe(1)
    expect(await seenBy('gifts', 'review')).toBe(1)
    for (const power of ['publish', 'review', 'audit', 'admin'] as const) expect(await seenBy(power)).toBe(0)
  })

  it('is nothing for staff of another city, for outlets and for citizens', async () => {
    const world = await worldWithLin()
    await adjusted(world, world.staff('qian'))
    const stranger = world.staff('stranger', ['gifts'], '371600')
    for (const one of [stranger, world.owner('wang'), world.as('lin')])
      expect((await one.get(path)).status).toBe(403)
  })

  it('is listed by due time, oldest first, whatever its kind', async () => {
    const world = await worldWithLin()
    const { qian, sun } = both(world)
    const subjects: string[] = []
    for (const make of [adjusted, proposedBatch, adjusted]) {
      subjects.push((await make(world, qian)).id)
      world.time.now += dayMs
    }
    expect(await subjectsOf(sun)).toEqual(subjects)
    expect((await waiting(sun)).counts).toEqual({ byKind: { adjustment: 2, proposal: 1 }, more: false })
  })

  it('refuses a cursor that was not given out', async () => {
    const world = await worldWithLin()
    expect((await world.staff('sun').get(`${path}&cursor=abc`)).status).toBe(400)
  })
})
