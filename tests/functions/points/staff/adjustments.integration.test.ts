import {
  type Adjustment,
  adjustmentSchema,
  adjustmentsResponseSchema,
} from '../../../../functions/points/contract'
import { withDomain } from '../../../support/engine/domain-engine'
import { type Fault, withFaults } from '../../../support/faults/faults'
import {
  city,
  createPointsWorld,
  type Person,
  type PointsWorld,
  parsed,
  refusal,
} from '../../../support/worlds/points-world'
import { auditOf } from './kit'

const database = withDomain('points')

const propose = (world: PointsWorld, by: Person, overrides: object = {}, key = world.key()) =>
  by.post(
    '/api/staff/adjustments',
    { region: city, person: world.as('lin').id, points: 50, text: '补记上月活动积分', ...overrides },
    { key },
  )
const proposed = async (world: PointsWorld, overrides: object = {}): Promise<Adjustment> =>
  parsed(adjustmentSchema, await propose(world, world.staff('staff'), overrides))
const decide = (by: Person, { id }: { id: string }, approve: boolean) =>
  by.post(`/api/staff/adjustments/${id}/decision`, { approve })
const balance = async (world: PointsWorld) => (await world.as('lin').account()).balance
const worldWithLin = async (points = 100) => {
  const world = await createPointsWorld(database)
  await world.give('lin', points)
  return world
}

describe('an adjustment', () => {
  it('moves nothing until another person approves it', async () => {
    const world = await worldWithLin()
    const adjustment = await proposed(world)
    expect(adjustment).toMatchObject({
      state: 'proposed',
      decidedBy: null,
      proposedBy: world.staff('staff').id,
    })
    expect(await balance(world)).toBe(100)
    expect(refusal(await decide(world.staff('staff'), adjustment, true))).toBe('409 own-adjustment')
    expect(refusal(await decide(world.staff('staff'), adjustment, false))).toBe('409 own-adjustment')
    const colleague = world.staff('colleague')
    const approved = parsed(adjustmentSchema, await decide(colleague, adjustment, true))
    expect(approved).toMatchObject({ state: 'approved', decidedBy: colleague.id })
    expect(await balance(world)).toBe(150)
    expect(parsed(adjustmentSchema, await decide(colleague, adjustment, true))).toEqual(approved)
    expect(await balance(world)).toBe(150)
    expect(refusal(await decide(colleague, adjustment, false))).toBe('409 adjustment-decided')
    expect(refusal(await decide(world.staff('third'), adjustment, true))).toBe('409 adjustment-decided')
  })

  it('stands in the ledger with its reason', async () => {
    const world = await worldWithLin()
    const adjustment = await proposed(world, { points: -30 })
    await decide(world.staff('colleague'), adjustment, true)
    const { entries } = JSON.parse(
      (await world.as('lin').get(`/api/points/entries?region=${city}`)).bytes.toString(),
    )
    expect(entries[0]).toMatchObject({
      kind: 'adjust',
      points: -30,
      balance: 70,
      reason: { type: 'adjustment', adjustment: adjustment.id, text: '补记上月活动积分' },
    })
  })

  it('is not decided by whoever would gain', async () => {
    const world = await worldWithLin()
    const adjustment = await proposed(world)
    expect(refusal(await decide(world.staff('lin'), adjustment, true))).toBe('409 own-adjustment')
    expect(await balance(world)).toBe(100)
  })

  it('rejected moves nothing, ever', async () => {
    const world = await worldWithLin()
    const adjustment = await proposed(world)
    await decide(world.staff('colleague'), adjustment, false)
    expect(refusal(await decide(world.staff('colleague'), adjustment, true))).toBe('409 adjustment-decided')
    expect(await balance(world)).toBe(100)
  })

  it('never takes more than there is, and can be approved once there is enough', async () => {
    const world = await worldWithLin(20)
    const adjustment = await proposed(world, { points: -50 })
    const colleague = world.staff('colleague')
    expect(refusal(await decide(colleague, adjustment, true))).toBe('409 points-short')
    expect(await balance(world)).toBe(20)
    await world.give('lin', 30)
    expect((await decide(colleague, adjustment, true)).status).toBe(200)
    expect(await balance(world)).toBe(0)
  })

  it('approved by twenty at the same moment moves its points once', async () => {
    const world = await worldWithLin()
    const adjustment = await proposed(world)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => decide(world.staff(`c${i % 4}`), adjustment, i % 5 !== 0)),
    )
    const state = parsed(
      adjustmentsResponseSchema,
      await world.staff('staff').get(`/api/staff/adjustments?region=${city}`),
    ).adjustments[0]?.state
    expect(await balance(world)).toBe(state === 'approved' ? 150 : 100)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    const entries = (await database.scan('points')).filter(({ kind }) => kind === 'adjust')
    expect(entries).toHaveLength(state === 'approved' ? 2 : 1)
    const decided = (await auditOf(world.staff('staff'))).filter(
      ({ action }) => action !== 'adjustment-proposed',
    )
    expect(decided).toHaveLength(1)
  })

  it.each<Fault>(['lost-answer', 'conflict', 'throttle'])(
    'moves its points once through a %s',
    async (fault) => {
      const calm = await worldWithLin()
      const adjustment = await proposed(calm)
      let dealt = 0
      const client = withFaults(database.client(), (command) =>
        command === 'TransactWriteItemsCommand' && dealt++ === 0 ? fault : null,
      )
      const world = await createPointsWorld(database, { client, seed: 9 })
      expect((await decide(world.staff('colleague'), adjustment, true)).status).toBe(200)
      expect(dealt).toBeGreaterThan(1)
      expect(await balance(calm)).toBe(150)
    },
  )

  it('asked for twice with one key is one, and with another request is refused', async () => {
    const world = await worldWithLin()
    const key = world.key()
    const staff = world.staff('staff')
    const first = parsed(adjustmentSchema, await propose(world, staff, {}, key))
    expect(parsed(adjustmentSchema, await propose(world, staff, {}, key))).toEqual(first)
    expect(refusal(await propose(world, staff, { points: 51 }, key))).toBe('409 idempotency-key-reused')
    expect(await auditOf(staff)).toHaveLength(1)
  })

  it.each<[string, object, string]>([
    ['nobody’s account', { person: 'nnnnnnnnnnnnnnnnnnnn' }, '404 unknown-order'],
    ['nothing', { points: 0 }, '400 invalid-request'],
    ['a part of a point', { points: 0.5 }, '400 invalid-request'],
    ['no reason', { text: ' ' }, '400 invalid-request'],
    ['a reason with a control character', { text: '补\u0000' }, '400 invalid-request'],
    ['a state of its own choosing', { state: 'approved' }, '400 invalid-request'],
  ])('for %s is refused and writes nothing', async (_, overrides, expected) => {
    const world = await worldWithLin()
    const before = await database.scan('points')
    expect(refusal(await propose(world, world.staff('staff'), overrides))).toBe(expected)
    expect(await database.scan('points')).toEqual(before)
  })

  it('is not for a closed account, whether closed before or after it was proposed', async () => {
    const world = await worldWithLin()
    const adjustment = await proposed(world)
    await world.holdings.close(world.as('lin').id, world.time.now)
    expect(refusal(await decide(world.staff('colleague'), adjustment, true))).toBe('409 account-closed')
    expect(refusal(await propose(world, world.staff('staff')))).toBe('409 account-closed')
    expect((await decide(world.staff('colleague'), adjustment, false)).status).toBe(200)
  })

  it('is listed newest first, and every step is on record', async () => {
    const world = await worldWithLin()
    const first = await proposed(world)
    world.time.now += 1000
    const second = await proposed(world, { points: 7 })
    world.time.now += 1000
    await decide(world.staff('colleague'), first, true)
    const staff = world.staff('staff')
    const { adjustments } = parsed(
      adjustmentsResponseSchema,
      await staff.get(`/api/staff/adjustments?region=${city}`),
    )
    expect(adjustments.map(({ id }) => id)).toEqual([second.id, first.id])
    expect((await auditOf(staff)).map(({ action, subject }) => [action, subject])).toEqual([
      ['adjustment-approved', first.id],
      ['adjustment-proposed', second.id],
      ['adjustment-proposed', first.id],
    ])
  })
})
