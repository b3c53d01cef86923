import { auditResponseSchema } from '../../../../functions/audit/contract'
import { ledgerResponseSchema, outliersResponseSchema } from '../../../../functions/points/contract'
import { withDomain } from '../../../support/engine/domain-engine'
import type { Answer } from '../../../support/worlds/api'
import {
  city,
  createPointsWorld,
  type PointsWorld,
  type PointsWorldOptions,
  parsed,
  refusal,
  withoutRecords,
} from '../../../support/worlds/points-world'
import { auditOf, codesOf, enter, newBatch, newGift } from './kit'

const database = withDomain('points')

const worldWithOrder = async (options: PointsWorldOptions = {}) => {
  const world = await createPointsWorld(database, options)
  const gift = await world.gift({ price: 40 })
  await world.give('lin', 100)
  world.time.now += 1000
  return { world, order: await world.as('lin').ordered(gift) }
}
const ledger = (world: PointsWorld, order: string, cursor = '') =>
  world.staff('auditor', ['audit']).get(`/api/staff/ledger?order=${order}${cursor && `&cursor=${cursor}`}`)

describe('a person’s ledger', () => {
  it('is found by the number of an order, with every reason, and says no name', async () => {
    const { world, order } = await worldWithOrder()
    const ledgerOfOrder = parsed(ledgerResponseSchema, await ledger(world, order.id))
    expect(ledgerOfOrder).toMatchObject({
      person: world.as('lin').id,
      region: city,
      isClosed: false,
      balance: 60,
      order: { id: order.id, state: 'reserved' },
      cursor: null,
    })
    expect(ledgerOfOrder.entries.map(({ kind, points, reason }) => [kind, points, reason.type])).toEqual([
      ['spend', -40, 'order'],
      ['adjust', 100, 'adjustment'],
    ])
  })

  it('is never read without a record of who looked, each time', async () => {
    const { world, order } = await worldWithOrder()
    for (let i = 0; i < 3; i++) {
      world.time.now += 1000
      await ledger(world, order.id)
    }
    const looks = (await auditOf(world.staff('staff'))).filter(({ action }) => action === 'ledger-read')
    expect(looks).toHaveLength(3)
    expect(looks[0]).toMatchObject({ by: world.as('auditor').id, subject: order.id, changes: [] })
  })

  it('is not shown where the look could not be put on record', async () => {
    const { world, order } = await worldWithOrder({ between: withoutRecords })
    const answer = await ledger(world, order.id)
    expect(answer.status).toBe(500)
    expect(answer.bytes.toString()).not.toContain(world.as('lin').id)
  })

  it('comes in pages, newest first, none missing and none twice', async () => {
    const { world, order } = await worldWithOrder()
    for (let i = 0; i < 119; i++) await world.give('lin', 1)
    const seqs: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer: Answer = await ledger(world, order.id, cursor)
      const page = parsed(ledgerResponseSchema, answer)
      seqs.push(...page.entries.map(({ seq }) => seq))
      cursor = page.cursor
    }
    expect(seqs).toEqual(Array.from({ length: 121 }, (_, i) => 121 - i))
    expect(refusal(await ledger(world, order.id, 'abc'))).toBe('400 invalid-request')
  })

  it('of an unknown order is not found, and of another city’s is forbidden without saying whose', async () => {
    const { world, order } = await worldWithOrder()
    expect(refusal(await ledger(world, '261118-0000000000'))).toBe('404 unknown-order')
    const foreign = await world
      .staff('stranger', ['audit'], '371600')
      .get(`/api/staff/ledger?order=${order.id}`)
    expect(refusal(foreign)).toBe('403 forbidden')
    expect(foreign.bytes.toString()).not.toContain(world.as('lin').id)
  })

  it('of somebody who left shows its entries, and that it is closed', async () => {
    const { world, order } = await worldWithOrder()
    await world.holdings.close(world.as('lin').id, world.time.now)
    const ledgerOfOrder = parsed(ledgerResponseSchema, await ledger(world, order.id))
    expect(ledgerOfOrder).toMatchObject({ isClosed: true, balance: 0 })
    expect(ledgerOfOrder.entries.length).toBeGreaterThan(2)
  })
})

describe('the ledger of a person without an order', () => {
  const hoarder = async (options: PointsWorldOptions = {}) => {
    const world = await createPointsWorld(database, options)
    await world.give('lin', 100)
    return { world, person: world.as('lin').id }
  }
  const ledgerOf = (world: PointsWorld, query: string) =>
    world.staff('auditor', ['audit']).get(`/api/staff/ledger?${query}`)

  it('is found by person and city', async () => {
    const { world, person } = await hoarder()
    const ledgerOfOrder = parsed(
      ledgerResponseSchema,
      await ledgerOf(world, `person=${person}&region=${city}`),
    )
    expect(ledgerOfOrder).toMatchObject({
      person,
      region: city,
      isClosed: false,
      balance: 100,
      order: null,
      cursor: null,
    })
    expect(ledgerOfOrder.entries).toMatchObject([{ kind: 'adjust', points: 100 }])
  })

  it('comes with their last order as soon as there is one, and in pages like any other', async () => {
    const { world, order } = await worldWithOrder()
    for (let i = 0; i < 49; i++) await world.give('lin', 1)
    const query = `person=${world.as('lin').id}&region=${city}`
    const first = parsed(ledgerResponseSchema, await ledgerOf(world, query))
    expect(first).toMatchObject({ order: { id: order.id } })
    const next = parsed(ledgerResponseSchema, await ledgerOf(world, `${query}&cursor=${first.cursor}`))
    expect(first.entries.length + next.entries.length).toBe(51)
  })

  it('is never read without a record of who looked, nor shown where the record fails', async () => {
    const { world, person } = await hoarder()
    await ledgerOf(world, `person=${person}&region=${city}`)
    const looks = (await auditOf(world.staff('staff'))).filter(({ action }) => action === 'ledger-read')
    expect(looks).toMatchObject([{ by: world.as('auditor').id, subject: person, changes: [] }])
    const unrecorded = await hoarder({ between: withoutRecords })
    expect((await ledgerOf(unrecorded.world, `person=${person}&region=${city}`)).status).toBe(500)
  })

  it('is for auditors of that city alone, and of nobody who has no account there', async () => {
    const { world, person } = await hoarder()
    const other = '371600'
    const stranger = world.staff('stranger', ['audit'], other)
    const own = `/api/staff/ledger?person=${person}&region=${city}`
    expect(refusal(await stranger.get(own))).toBe('403 forbidden')
    expect(refusal(await world.staff('clerk', ['gifts']).get(own))).toBe('403 forbidden')
    expect(refusal(await stranger.get(`/api/staff/ledger?person=${person}&region=${other}`))).toBe(
      '404 unknown-account',
    )
    const nobody = `person=${world.as('zhou').id}&region=${city}`
    expect(refusal(await ledgerOf(world, nobody))).toBe('404 unknown-account')
  })

  it('is asked for in one of the two ways', async () => {
    const { world, order } = await worldWithOrder()
    const person = world.as('lin').id
    for (const query of [
      '',
      `person=${person}`,
      `region=${city}`,
      `order=${order.id}&region=${city}`,
      `order=${order.id}&person=${person}`,
      `order=${order.id}&person=${person}&region=${city}`,
      `person=lin&region=${city}`,
    ])
      expect([query, refusal(await ledgerOf(world, query))]).toEqual([query, '400 invalid-request'])
  })
})

describe('somebody who earns much faster than people do', () => {
  const outliers = async (world: PointsWorld, month = '2026-11') =>
    parsed(
      outliersResponseSchema,
      await world.staff('auditor', ['audit']).get(`/api/staff/outliers?region=${city}&month=${month}`),
    ).outliers

  it('is shown to auditors as soon as three fifths of the month’s cap are earned, most points first', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const codes = await codesOf(staff, await newBatch(world, staff, { points: 120, count: 10 }))
    const next = () => codes.pop()?.code ?? ''
    for (let i = 0; i < 2; i++) await enter(world.as('lin'), next())
    expect(await outliers(world)).toEqual([])
    await enter(world.as('lin'), next())
    world.time.now += 60_000
    for (let i = 0; i < 4; i++) await enter(world.as('zhou'), next())
    expect(await outliers(world)).toEqual([
      {
        person: world.as('zhou').id,
        points: 480,
        entries: 4,
        order: null,
        lastAt: '2026-11-18T02:01:00.000Z',
      },
      {
        person: world.as('lin').id,
        points: 360,
        entries: 3,
        order: null,
        lastAt: '2026-11-18T02:00:00.000Z',
      },
    ])
    expect(await outliers(world, '2026-12')).toEqual([])
  })

  it('comes with an order to search by, and keeps counting', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const gift = await world.gift({ price: 10 })
    await world.give('lin', 10)
    const order = await world.as('lin').ordered(gift)
    const codes = await codesOf(staff, await newBatch(world, staff, { points: 200, count: 3 }))
    for (const { code } of codes) await enter(world.as('lin'), code)
    expect(await outliers(world)).toMatchObject([{ points: 600, entries: 3, order: order.id }])
  })
})

describe('the record of what staff did', () => {
  it('comes in pages, newest first, by the months of China', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    world.time.now = Date.parse('2026-11-30T23:30:00+08:00')
    await newGift(world, staff, { name: '十一月' })
    world.time.now = Date.parse('2026-12-01T00:00:00+08:00')
    for (let i = 0; i < 120; i++) {
      world.time.now += 1000
      await newGift(world, staff, { name: `第${i}批` })
    }
    expect((await auditOf(staff, '2026-11')).map(({ changes }) => changes[0]?.after)).toEqual(['十一月'])
    const labels: (string | undefined)[] = []
    const sizes: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = `region=${city}&month=2026-12${cursor && `&cursor=${cursor}`}`
      const page = parsed(auditResponseSchema, await staff.get(`/api/staff/audit?${query}`))
      labels.push(...page.audit.map(({ changes }) => changes[0]?.after))
      sizes.push(page.audit.length)
      cursor = page.cursor
    }
    expect(sizes).toEqual([50, 50, 20])
    expect(labels).toEqual(Array.from({ length: 120 }, (_, i) => `第${119 - i}批`))
  })

  it.each(['x', 'e12', Buffer.from('2026-11-18T02:00:00.000Z').toString('base64url'), '0'.repeat(200)])(
    'is not paged by %j',
    async (cursor) => {
      const world = await createPointsWorld(database)
      const answer = await world
        .staff('staff')
        .get(`/api/staff/audit?region=${city}&month=2026-11&cursor=${cursor}`)
      expect(refusal(answer)).toBe('400 invalid-request')
    },
  )
})
