import { mostPoints } from '../../../functions/points/rules/account'
import { accountWrites } from '../../../functions/points/store/account/accounts'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, type PointsWorld, refusal } from '../../support/worlds/points-world'
import { enter, firstCode, newBatch } from './staff/kit'

const database = withDomain('points')

/** An account as eleven approved adjustments left it before there was a cap. */
const overfill = async (world: PointsWorld, name: string): Promise<void> => {
  await world.give(name, mostPoints)
  const owner = { person: world.as(name).id, region: city }
  const account = await world.store.readAccount(owner, { consistent: true })
  const points = 100_000
  const after = {
    ...account,
    seq: account.seq + 1,
    balance: account.balance + points,
    lots: { 2026: mostPoints + points },
  }
  const entry = {
    seq: after.seq,
    kind: 'adjust' as const,
    points,
    balance: after.balance,
    at: new Date(world.time.now).toISOString(),
    reason: { type: 'adjustment' as const, adjustment: `${city}-0000000001`, text: '补记' },
  }
  const written = await world.table.transact(
    accountWrites(world.table, owner, account, { account: after, entries: [entry] }),
  )
  expect(written.ok).toBe(true)
}

describe('an account that holds more than a million points', () => {
  it('can be looked at, exported and closed', async () => {
    const world = await createPointsWorld(database)
    await overfill(world, 'lin')
    const lin = world.as('lin')
    expect((await lin.account()).balance).toBe(1_100_000)
    expect((await lin.get(`/api/points/entries?region=${city}`)).status).toBe(200)
    const ledger = `/api/staff/ledger?person=${lin.id}&region=${city}`
    expect((await world.staff('auditor').get(ledger)).status).toBe(200)
    const own = world.holdings
    expect(await own.of(lin.id)).toMatchObject([{ balance: 1_100_000 }])
    await own.close(lin.id, world.time.now)
    expect(await own.of(lin.id)).toMatchObject([{ balance: 0, isClosed: true }])
  })

  it('spends what it has and earns nothing', async () => {
    const world = await createPointsWorld(database)
    await overfill(world, 'lin')
    const lin = world.as('lin')
    const checkIn = await lin.post('/api/points/check-ins', { region: city })
    expect(refusal(checkIn)).toBe('409 balance-cap-reached')
    const code = await firstCode(world.staff('staff'), await newBatch(world, world.staff('staff')))
    expect(refusal(await enter(lin, code))).toBe('409 balance-cap-reached')
    await lin.ordered(await world.gift({ price: 100 }))
    expect((await lin.account()).balance).toBe(1_099_900)
  })

  it('is given nothing by an adjustment, which stays proposed', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', mostPoints - 10)
    const proposal = { region: city, person: world.as('lin').id, points: 11, text: '补记' }
    const key = world.key()
    const proposed = await world.staff('staff').post('/api/staff/adjustments', proposal, { key })
    const { id } = JSON.parse(proposed.bytes.toString())
    const decided = await world
      .staff('colleague')
      .post(`/api/staff/adjustments/${id}/decision`, { approve: true })
    expect(refusal(decided)).toBe('409 balance-cap-reached')
    expect((await world.as('lin').account()).balance).toBe(mostPoints - 10)
  })
})
