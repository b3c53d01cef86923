/**
 * What a ledger, a waiting list and a set of open things write is read by the next release, and by the one before. The fixture was
 * recorded before these moved to `functions/shared`. Whoever changes an item on purpose records it anew and says so.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Item } from '../../../functions/shared/aws/table'
import { dayMs } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import { createPointsWorld, type PointsWorld } from '../../support/worlds/points-world'

const bench = withDomain('points')
const fixture = join(__dirname, 'fixtures', 'stored-items.json')

/** Left out: what counts gifts is nobody's truth and has random names. */
const isPinned = ({ PK }: Item) => !String(PK).startsWith('gift-counts#')

/** Sets and bytes as JSON can hold them, keys sorted: an item has no order. A ticket's id is drawn at random. */
const plain = (value: unknown): unknown => {
  if (value instanceof Set) return { set: [...value].sort() }
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [
    key,
    key === 'ticket' ? 'random' : plain(one),
  ])
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const sortKey = ({ PK, SK }: Item) => `${String(PK)}|${String(SK)}`

/** Earning, ordering, waiting, an offer, giving back, handing over, proposals and adjustments that wait and that are decided. */
const playEverything = async (world: PointsWorld): Promise<void> => {
  for (const name of ['chen', 'lin', 'zhou', 'wang']) await world.give(name, 300)
  const gift = await world.gift({ stock: 1 })
  const [chen, lin, zhou] = [world.as('chen'), world.as('lin'), world.as('zhou')]
  await chen.post('/api/points/check-ins', { region: '320800' })
  const first = await chen.ordered(gift)
  for (const person of [lin, zhou]) {
    world.time.now += 1
    await person.post(`/api/gifts/${gift.id}/waiting`)
  }
  await chen.cancel(first.id)
  const other = await world.gift({ stock: 2 })
  const second = await chen.ordered(other)
  const digits = await chen.pickupDigits(second.id)
  const owner = world.owner('owner')
  const checked = await owner.post('/api/pickups/checks', { place: second.outlet, digits })
  await owner.post('/api/pickups', { place: second.outlet, ticket: fieldOf(checked.json(), 'ticket') })
  const [proposer, decider] = [world.staff('proposer'), world.staff('decider')]
  const body = { region: '320800', person: world.as('wang').id, points: 20, text: '活动补发' }
  const adjust = () => proposer.post('/api/staff/adjustments', body, { key: world.key() })
  const decided = fieldOf((await adjust()).json(), 'id')
  await decider.post(`/api/staff/adjustments/${decided}/decision`, { approve: true })
  world.time.now += 1_000
  await adjust()
  const batch = { region: '320800', label: '一批', count: 1, points: 5, until: '2026-12-31' }
  const proposal = { operation: 'createBatch', request: batch }
  await proposer.post('/api/staff/proposals', proposal, { key: world.key() })
  // The year turns twice: what is left of the lots of 2026 is written off.
  world.time.now += 500 * dayMs
  await zhou.post('/api/points/check-ins', { region: '320800' })
}

const fieldOf = (json: unknown, name: string): string => {
  const found = typeof json === 'object' && json !== null ? Object.entries(json) : []
  const value = found.find(([key]) => key === name)?.[1]
  if (typeof value !== 'string') throw new Error(`no ${name} in ${JSON.stringify(json)}`)
  return value
}

describe('the items of the points table', () => {
  it('are those that the release before wrote for the same story', async () => {
    const world = await createPointsWorld(bench)
    await playEverything(world)
    const items = (await bench.scan()).filter(isPinned).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    expect(items.map(plain)).toEqual(JSON.parse(readFileSync(fixture, 'utf8')))
  })
})
