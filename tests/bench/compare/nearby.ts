/** `nearby` at a warm function: everything that the process does for one request, the SDK's GetItem among it. */
import { pointsNear } from '../bench'
import { nearbyPath } from '../requests'
import { eventOf } from '../stage'
import { expectAll } from './caller'
import type { Comparison } from './comparison'
import { functionIn } from './states'

const calls = 400
const warmUps = 3

export const nearbyComparison: Comparison = {
  group: 'nearby',
  what: 'nearby 20 of 5,000 places, one warm call',
  async open(setting, states, state) {
    const points = pointsNear(setting.city.places, calls)
    const events = points.map((_, call) => eventOf(nearbyPath(points, call), {}))
    const caller = await setting.start(states[state], functionIn(states[state], 'places'))
    const turn = async () => {
      const answered = await caller.call(events)
      expectAll(answered, 200)
      return answered.ms / calls
    }
    for (let i = 0; i < warmUps; i++) await turn()
    return { turn, stop: caller.stop }
  },
}
