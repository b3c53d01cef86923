/** Somebody's orders are found by key, however many other entries their ledger has. */
import { ordersResponseSchema } from '../../../functions/points/contract'
import { entriesResponseSchema } from '../../../functions/points/contract/ledger'
import { adjusted } from '../../../functions/points/rules/account'
import { accountWrites } from '../../../functions/points/store/account/accounts'
import { meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, type PointsWorld, parsed } from '../../support/worlds/points-world'

const database = withDomain('points')

/** So many entries that are no orders. */
const earn = async ({ table, store, as, time }: PointsWorld, count: number) => {
  const owner = { person: as('lin').id, region: city }
  for (let i = 0; i < count; i++) {
    const account = await store.readAccount(owner, { consistent: true })
    const change = adjusted(account, {
      points: 1,
      adjustment: `${city}-0000000000`,
      text: '补记',
      at: time.now,
    })
    if (!change.ok) throw new Error(change.error)
    await table.transact(accountWrites(table, owner, account, change.value))
  }
}

it('three orders among three hundred entries cost two read units and one for each, and stand in the ledger in their turn', async () => {
  const client = database.client()
  const counted = meter(client)
  const world = await createPointsWorld(database, { client })
  const lin = world.as('lin')
  await world.give('lin', 300)
  const gift = await world.gift({ stock: 5 })
  const orders: string[] = []
  for (let i = 0; i < 3; i++) {
    orders.push((await lin.ordered(gift)).id)
    await earn(world, 100)
  }
  counted.take()
  const answer = await lin.get(`/api/orders?region=${city}`)
  const { readUnits } = counted.take()
  const page = parsed(ordersResponseSchema, answer)
  expect(page.orders.map(({ id }) => id)).toEqual([...orders].reverse())
  expect(page.cursor).toBeNull()
  expect(readUnits).toBeLessThanOrEqual(2 + orders.length)
  const kinds: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const path: string = `/api/points/entries?region=${city}${cursor && `&cursor=${cursor}`}`
    const entries = parsed(entriesResponseSchema, await lin.get(path))
    kinds.push(...entries.entries.map(({ seq, kind }) => `${seq} ${kind}`))
    cursor = entries.cursor
  }
  const expected = Array.from({ length: 304 }, (_, i) => i + 1).map(
    (seq) => `${seq} ${[2, 103, 204].includes(seq) ? 'spend' : 'adjust'}`,
  )
  expect(kinds).toEqual(expected.reverse())
})
