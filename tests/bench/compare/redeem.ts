/** Swapping points for a gift at a warm function: both states sell the same gift to people of their own. */
import { documentClient, openTable } from '../../../functions/shared/aws/table'
import { localConfig } from '../../../infra/config'
import { secretName, tableName } from '../../../infra/names'
import { callerNames, grantPoints } from '../../support/worlds/concurrent-callers'
import { putGift } from '../points/gift'
import { wishes } from '../points/wish'
import { eventOf } from '../stage'
import { expectAll } from './caller'
import type { Comparison } from './comparison'
import { turns } from './run-in-turns'
import { functionIn } from './states'

const redeemings = 100
const warmUps = 4
/** In names and ids, whose alphabet has no o. */
const letters = { old: 'a', new: 'b' } as const

export const redeemComparison: Comparison = {
  group: 'redeem',
  what: 'redeem a gift, one warm call',
  async open(setting, states, state) {
    const client = documentClient(setting.stage.client)
    const table = openTable({ name: tableName(localConfig, 'points'), client })
    const people = callerNames(redeemings * (warmUps + turns)).map((name) => `${letters[state]}${name}`)
    await grantPoints(table, people, 12, Date.now())
    const gift = await putGift(table, { name: letters[state], pieces: 10_000, shards: 50 })
    const wishOf = wishes(setting.standIns.read(secretName(localConfig, 'session-keys')))
    const caller = await setting.start(states[state], functionIn(states[state], 'points'))
    const turn = async () => {
      const events = people.splice(0, redeemings).map((name) => {
        const { headers, body } = wishOf(name, gift)
        return eventOf('/api/orders', headers, { method: 'POST', body })
      })
      const answered = await caller.call(events)
      expectAll(answered, 200)
      return answered.ms / redeemings
    }
    for (let i = 0; i < warmUps; i++) await turn()
    return { turn, stop: caller.stop }
  },
}
