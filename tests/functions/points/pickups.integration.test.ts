import {
  counterCodeSchema,
  earnedSchema,
  handoversResponseSchema,
  orderSchema,
  pickupCheckSchema,
  pickupCodeSchema,
  pickupResponseSchema,
} from '../../../functions/points/contract'
import { counterDigits, pickupDigits } from '../../../functions/points/rules/rolling-code'
import { keyOf } from '../../../functions/shared/codes/rolling-code'
import { dayMs, minuteMs } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import { inTurn, withFaults } from '../../support/faults/faults'
import {
  createPointsWorld,
  outlets,
  type Person,
  type PointsWorld,
  parsed,
  refusal,
} from '../../support/worlds/points-world'

const database = withDomain('points')

const check = (staff: Person, digits: string, place: string = outlets.first) =>
  staff.post('/api/pickups/checks', { place, digits })
const confirm = (staff: Person, ticket: string, place: string = outlets.first) =>
  staff.post('/api/pickups', { place, ticket })

/** An order of 林 at the first outlet, whose owner is 陈. */
const reserved = async (world: PointsWorld) => {
  await world.give('lin', 100)
  const gift = await world.gift()
  const lin = world.as('lin')
  const order = await lin.ordered(gift)
  const owner = world.owner('chen')
  const ticketFor = async (staff = owner) =>
    parsed(pickupCheckSchema, await check(staff, await lin.pickupDigits(order.id))).ticket
  return { gift, lin, order, owner, ticketFor }
}

describe('the code on the phone', () => {
  it('is made of a key that is good for the day, and a number at the outlet that stays', async () => {
    const world = await createPointsWorld(database)
    const { lin, order } = await reserved(world)
    const path = `/api/orders/${order.id}/pickup-code`
    const code = parsed(pickupCodeSchema, await lin.get(path))
    expect(code).toMatchObject({ order: order.id, day: '2026-11-18', now: '2026-11-18T02:00:00.000Z' })
    expect(parsed(pickupCodeSchema, await world.another().as('lin').get(path))).toEqual(code)
    world.time.now += dayMs
    expect(parsed(pickupCodeSchema, await lin.get(path)).key).not.toBe(code.key)
  })

  it('is another one for every order of an outlet', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ price: 1, stock: 40 })
    const lin = world.as('lin')
    const slots = new Set<string>()
    for (let i = 0; i < 40; i++) slots.add((await lin.pickupDigits((await lin.ordered(gift)).id)).slice(0, 4))
    expect(slots.size).toBe(40)
  })

  it('is not given for an order that has ended', async () => {
    const world = await createPointsWorld(database)
    const { lin, order } = await reserved(world)
    await lin.cancel(order.id)
    expect(refusal(await lin.get(`/api/orders/${order.id}/pickup-code`))).toBe('409 order-ended')
  })
})

describe('checking a code', () => {
  it('shows the gift and nothing of the person', async () => {
    const world = await createPointsWorld(database)
    const { lin, order, owner } = await reserved(world)
    const answer = await check(owner, await lin.pickupDigits(order.id))
    expect(parsed(pickupCheckSchema, answer)).toMatchObject({
      order: { id: order.id, state: 'reserved' },
      expiresIn: 300,
    })
    expect(answer.bytes.toString()).not.toContain(lin.id)
  })

  it('takes a code up to a minute and a half old, across midnight too', async () => {
    const world = await createPointsWorld(database, { at: '2026-11-18T23:59:40+08:00' })
    const { lin, order, owner } = await reserved(world)
    const digits = await lin.pickupDigits(order.id)
    world.time.now += 40_000
    expect((await check(owner, digits)).status).toBe(200)
    world.time.now += minuteMs
    expect(refusal(await check(owner, digits))).toBe('400 pickup-code-wrong')
  })

  it('is for those who work at the outlet, and for its own orders', async () => {
    const world = await createPointsWorld(database)
    const { lin, order } = await reserved(world)
    const digits = await lin.pickupDigits(order.id)
    const other = world.owner('wang', outlets.second)
    expect(refusal(await check(lin, digits))).toBe('403 forbidden')
    expect(refusal(await check(other, digits))).toBe('403 forbidden')
    expect(refusal(await check(other, digits, outlets.second))).toBe('400 pickup-code-wrong')
    expect(refusal(await check(world.owner('lin'), digits))).toBe('403 own-outlet')
  })

  it('is locked for a number after five wrong tries, and for the outlet after thirty', async () => {
    const world = await createPointsWorld(database)
    const { lin, order, owner } = await reserved(world)
    const right = await lin.pickupDigits(order.id)
    const wrong = right.slice(0, 4) + String((Number(right.slice(4)) + 1) % 10_000).padStart(4, '0')
    for (let i = 0; i < 5; i++) expect(refusal(await check(owner, wrong))).toBe('400 pickup-code-wrong')
    expect(refusal(await check(owner, right))).toBe('429 too-many-tries')
    expect(world.logged.join('\n')).toContain('pickup-tries-locked')
    for (let i = 0; i < 25; i++) {
      const other = String((Number(right.slice(0, 4)) + 1 + i) % 10_000).padStart(4, '0')
      expect(refusal(await check(owner, `${other}0000`))).toBe('400 pickup-code-wrong')
    }
    world.time.now += 11 * minuteMs
    expect(refusal(await check(owner, await lin.pickupDigits(order.id)))).toBe('429 too-many-tries')
    world.time.now += 50 * minuteMs
    expect((await check(owner, await lin.pickupDigits(order.id))).status).toBe(200)
  })
})

describe('handing over', () => {
  it('is done once, and the same confirmation gets the same answer however late', async () => {
    const world = await createPointsWorld(database)
    const { gift, lin, order, owner, ticketFor } = await reserved(world)
    const ticket = await ticketFor()
    const first = parsed(pickupResponseSchema, await confirm(owner, ticket))
    expect(first).toMatchObject({ repeated: false, handover: { order: order.id, points: 100 } })
    world.time.now += 20 * minuteMs
    expect(parsed(pickupResponseSchema, await confirm(owner, ticket))).toEqual({ ...first, repeated: true })
    expect(parsed(orderSchema, await lin.get(`/api/orders/${order.id}`))).toMatchObject({
      state: 'picked-up',
      endedAt: first.handover.at,
    })
    expect(await lin.account()).toMatchObject({ balance: 0, reserved: 0 })
    expect(await world.store.stock.readShards(gift, { consistent: true })).toMatchObject([
      { left: 9, taken: 1, handedOver: 1 },
    ])
    expect(refusal(await lin.cancel(order.id))).toBe('409 order-picked-up')
    const listed = parsed(handoversResponseSchema, await owner.get(`/api/outlets/${outlets.first}/handovers`))
    expect(listed).toEqual({ day: '2026-11-18', handovers: [first.handover] })
  })

  it('with ten tickets at once is done once; the others are refused with the reason', async () => {
    const world = await createPointsWorld(database)
    const { owner, ticketFor } = await reserved(world)
    const tickets: string[] = []
    while (tickets.length < 10) tickets.push(await ticketFor())
    const answers = await Promise.all(tickets.map((ticket) => confirm(world.another().owner('chen'), ticket)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(answer.json()).toMatchObject({
        status: 409,
        code: 'order-picked-up',
        about: { at: new Date(world.time.now).toISOString() },
      })
    const { handovers } = parsed(
      handoversResponseSchema,
      await owner.get(`/api/outlets/${outlets.first}/handovers`),
    )
    expect(handovers).toHaveLength(1)
  })

  it('whose answer was lost is done, and says so when asked again', async () => {
    const world = await createPointsWorld(database)
    const { ticketFor } = await reserved(world)
    const ticket = await ticketFor()
    const client = withFaults(database.client({ maxAttempts: 1 }), inTurn(['lost-answer']))
    const faulty = await createPointsWorld(database, { client, seed: 2 })
    const owner = faulty.owner('chen')
    expect(refusal(await confirm(owner, ticket))).toBe('503 unavailable')
    expect(parsed(pickupResponseSchema, await confirm(owner, ticket)).repeated).toBe(true)
  })

  it('against a cancelling at the same moment: one of the two happens', async () => {
    const world = await createPointsWorld(database)
    const { gift, lin, order, owner, ticketFor } = await reserved(world)
    const ticket = await ticketFor()
    const [handed, cancelled] = await Promise.all([
      confirm(owner, ticket),
      world.another().as('lin').cancel(order.id),
    ])
    expect([handed.status, cancelled.status].sort()).toEqual([200, 409])
    const wasHanded = handed.status === 200
    expect((await lin.account()).balance).toBe(wasHanded ? 0 : 100)
    const [shard] = await world.store.stock.readShards(gift, { consistent: true })
    expect(shard?.handedOver).toBe(wasHanded ? 1 : 0)
    expect(shard?.taken).toBe(wasHanded ? 1 : 0)
  })

  it('undoes nothing that happens to the account at the same moment', async () => {
    const world = await createPointsWorld(database)
    const { lin, ticketFor } = await reserved(world)
    const ticket = await ticketFor()
    const client = database.client()
    let hasConflicted = false
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const isFirst = context.commandName === 'TransactWriteItemsCommand' && !hasConflicted
        if (isFirst) hasConflicted = true
        if (isFirst) await world.give('lin', 7)
        return next(args)
      },
      { step: 'initialize', name: 'meeting' },
    )
    const other = await createPointsWorld(database, { client, seed: 2 })
    parsed(pickupResponseSchema, await confirm(other.owner('chen'), ticket))
    expect(await lin.account()).toMatchObject({ balance: 7, reserved: 0 })
  })

  it('needs a fresh ticket of one’s own', async () => {
    const world = await createPointsWorld(database)
    const { owner, ticketFor } = await reserved(world)
    const ticket = await ticketFor()
    expect(refusal(await confirm(owner, 'made.up'))).toBe('400 invalid-request')
    expect(refusal(await confirm(owner, `${ticket}x`))).toBe('400 invalid-request')
    expect(refusal(await confirm(world.owner('wang'), ticket))).toBe('403 forbidden')
    const elsewhere = await confirm(world.owner('wang', outlets.second), ticket, outlets.second)
    expect(elsewhere.json()).toMatchObject({
      status: 409,
      code: 'not-picked-up-here',
      about: { place: outlets.first },
    })
    world.time.now += 5 * minuteMs + 1
    expect(refusal(await confirm(owner, ticket))).toBe('409 pickup-ticket-old')
  })

  it('is not done for what was cancelled or is over', async () => {
    const world = await createPointsWorld(database)
    const { lin, order, owner, ticketFor } = await reserved(world)
    const ticket = await ticketFor()
    const digits = await lin.pickupDigits(order.id)
    await lin.cancel(order.id)
    expect(refusal(await confirm(owner, ticket))).toBe('409 order-cancelled')
    expect(refusal(await check(owner, digits))).toBe('409 order-cancelled')
  })

  it('is not done a minute after the last day, sweep or no sweep', async () => {
    const world = await createPointsWorld(database)
    const { lin, order, owner } = await reserved(world)
    world.time.now = Date.parse('2026-12-02T23:59:45+08:00')
    const digits = pickupDigits(
      keyOf(parsed(pickupCodeSchema, await lin.get(`/api/orders/${order.id}/pickup-code`)).key),
      (await lin.pickupDigits(order.id)).slice(0, 4),
      world.time.now,
    )
    expect((await check(owner, digits)).status).toBe(200)
    world.time.now += 30_000
    expect(refusal(await check(owner, digits))).toBe('409 order-expired')
  })
})

describe('an outlet', () => {
  it('shows a code for visitors, with which they earn', async () => {
    const world = await createPointsWorld(database)
    const owner = world.owner('chen')
    const shown = parsed(counterCodeSchema, await owner.get(`/api/outlets/${outlets.first}/counter-code`))
    const digits = counterDigits(keyOf(shown.key), world.time.now)
    const visit = await world.as('lin').post('/api/points/visits', { place: outlets.first, digits })
    expect(parsed(earnedSchema, visit).entry.points).toBe(5)
  })

  it('shows none where visits do not count, nor to others', async () => {
    const world = await createPointsWorld(database)
    const code = (person: Person, place: string) => person.get(`/api/outlets/${place}/counter-code`)
    expect(refusal(await code(world.owner('chen', outlets.plain), outlets.plain))).toBe('404 unknown-outlet')
    expect(refusal(await code(world.owner('chen'), outlets.second))).toBe('403 forbidden')
    expect(refusal(await code(world.as('lin'), outlets.first))).toBe('403 forbidden')
  })

  it('sees what it handed over itself, by day', async () => {
    const world = await createPointsWorld(database)
    const { owner, ticketFor } = await reserved(world)
    parsed(pickupResponseSchema, await confirm(owner, await ticketFor()))
    world.time.now += dayMs
    const on = async (query: string) =>
      parsed(handoversResponseSchema, await owner.get(`/api/outlets/${outlets.first}/handovers${query}`))
        .handovers
    expect(await on('')).toHaveLength(0)
    expect(await on('?day=2026-11-18')).toHaveLength(1)
    const other = world.owner('wang', outlets.second)
    expect(refusal(await other.get(`/api/outlets/${outlets.first}/handovers`))).toBe('403 forbidden')
  })
})
