/** How long a function takes from nothing to its first answer: loading its bundle, and what it reads then. */
import { firstEvents } from '../first-events'
import type { Comparison } from './comparison'
import type { sharedFunctions } from './states'

type Shared = ReturnType<typeof sharedFunctions>[number]

export const coldStart = ({ name, ...ids }: Shared): Comparison => ({
  group: 'cold',
  what: `cold start of ${name}, to its first answer`,
  async open(setting, states, state) {
    const { assembly } = states[state]
    const shared = new Map([...assembly.functions].filter(([id]) => id === ids[state]))
    const event = firstEvents({ functions: shared, jobs: assembly.jobs }, setting.standIns.store).get(
      ids[state],
    )
    if (!event) throw new Error(`nobody has said what ${name} is asked`)
    return {
      async turn() {
        const caller = await setting.start(states[state], ids[state])
        try {
          const { ms, statuses } = await caller.call([event])
          // What staff may read is refused without a login, after all that a start costs.
          const refused = statuses.find((status) => status >= 400 && status !== 401)
          if (refused !== undefined) throw new Error(`${name} answered ${refused}`)
          return caller.loadedMs + ms
        } finally {
          await caller.stop()
        }
      },
      async stop() {},
    }
  },
})
