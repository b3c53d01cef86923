/** The ledger before replicas that lag behind: reads that do not ask for better see items as they were. */
import fc from 'fast-check'
import { withDomain } from '../../../support/engine/domain-engine'
import { withStaleReads } from '../../../support/faults/stale'
import { isFull } from '../../../support/full-histories'
import { histories } from '../../../support/ledger-model/actions'
import { staleReads } from '../../../support/ledger-model/fault-injection'
import { play } from '../../../support/ledger-model/history'
import { createPointsWorld } from '../../../support/worlds/points-world'

const database = withDomain('points')
/** Ends what hangs; a slow machine is no failure of the ledger. */
const hang = 20 * 60_000

describe('where eventually consistent reads see older data', () => {
  it('an old replica shows a gift as it was, and a consistent read as it is', async () => {
    const client = database.client()
    const replica = withStaleReads(client, () => true)
    const world = await createPointsWorld(database, { client })
    const gift = await world.gift({ name: '大米' })
    expect(await world.store.readGift(gift.id, { consistent: false })).toBeNull()
    expect(await world.store.readGift(gift.id, { consistent: true })).toMatchObject({ name: '大米' })
    replica.catchUp()
    expect(await world.store.readGift(gift.id, { consistent: false })).toMatchObject({ name: '大米' })
    expect(replica.answered()).toBeGreaterThan(0)
  })

  it(
    'the ledger adds up, whatever people do',
    async () => {
      const property = fc.asyncProperty(histories(40, 2), async (history) => {
        const { violations } = await play(database, history, { profile: staleReads, people: 4 })
        if (violations.length > 0) throw new Error(violations.join('\n'))
      })
      await fc.assert(property, { numRuns: isFull ? 6 : 3, seed: 20_261_128, endOnFailure: true })
    },
    hang,
  )
})
