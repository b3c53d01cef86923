/**
 * Publishes what is due. Each is a transaction of its own which finds out whether it was done, or withdrawn, so that a run may die
 * anywhere, come twice, or find another one at work.
 */
import type { Log } from '../../shared/aws/logger'
import type { FiringService } from './firing'
import type { TakingOff } from './taking-off'

export type SweepDependencies = { service: FiringService; takeOff: TakingOff; clock: () => number; log: Log }
export type Swept = { published: number; takenOff: number; failed: number; complete: boolean }

export const createSweep =
  ({ service, takeOff, clock, log }: SweepDependencies) =>
  /** Begins nothing new after `until` (ms since 1970). Throws at its end where something failed, so that somebody hears of it. */
  async (until = Number.POSITIVE_INFINITY): Promise<Swept> => {
    const swept: Swept = { published: 0, complete: true, ...(await takeOff()) }
    for (const { id } of await service.readDue(new Date(clock()).toISOString())) {
      if (clock() >= until) {
        swept.complete = false
        break
      }
      const done = await service.fire(id)
      if (!done.ok) swept.failed++
      else if (done.value.state === 'published') swept.published++
    }
    if (swept.published + swept.takenOff + swept.failed > 0) log('schedules-fired', swept)
    if (swept.failed > 0)
      throw new Error(`${swept.failed} entries were not published by their schedule, or not without a file`)
    return swept
  }
