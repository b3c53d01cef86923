/**
 * What happens by itself when time has passed: orders not picked up expire, offers not taken go on, lots lapse. Every step
 * is a transaction complete in itself and finds out whether it was done, so a run may die anywhere, come twice, or find
 * another one at work; how far it has come is kept, so that none begins from the start.
 */

import type { Log } from '../../shared/aws/logger'
import { addDays, type Day, dayMs, dayOf, daysBetween } from '../../shared/day'
import { pickUpDays } from '../contract'
import { yearOf } from '../rules/lots'
import type { PointsService } from '../service'

export type SweepDependencies = {
  service: PointsService
  clock: () => number
  log: Log
}
export type Swept = { orders: number; offers: number; lots: number; complete: boolean }

/** Before the first run nothing can be older than the product is in a city; a month is looked back. */
const firstLookDays = 31

export const createSweep = ({ service, clock, log }: SweepDependencies) => {
  /** One after the other until time is up; `work` gives how many it did, null where something kept changing. */
  const each = async <T>(
    things: readonly T[],
    until: number,
    work: (thing: T) => Promise<number | null>,
  ): Promise<Part> => {
    const part: Part = { done: 0, complete: true }
    for (const thing of things) {
      const done = clock() < until ? await work(thing) : null
      part.done += done ?? 0
      part.complete &&= done !== null
    }
    return part
  }

  /** Step by step; one that is left unfinished ends the way, for progress is kept as far as everything is done. */
  const inTurn = async <T>(steps: readonly T[], step: (of: T) => Promise<Part>): Promise<Part> => {
    const sum: Part = { done: 0, complete: true }
    for (const one of steps) {
      const part = await step(one)
      sum.done += part.done
      if (!part.complete) return { ...sum, complete: false }
    }
    return sum
  }

  /** Days after the last one that is done, up to `last`. */
  const daysLeft = async (what: string, last: Day): Promise<Day[]> => {
    const through = await service.readProgress(what)
    const first = through ? addDays(through, 1) : addDays(last, -firstLookDays)
    return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i))
  }

  const expireOrder = async (id: string): Promise<number | null> => {
    const ended = await service.giveBack(id, 'not-picked-up', clock())
    return ended.ok ? Number(ended.value.hasEnded) : null
  }

  /** Day by day, oldest first; a day that is done is not looked at again. */
  const expireOrders = async (until: number): Promise<Part> => {
    const days = await daysLeft('orders', addDays(dayOf(clock()), -pickUpDays - 1))
    return inTurn(days, async (day) => {
      const result = await each(await service.readReserved(day), until, expireOrder)
      if (result.complete) await service.saveProgress('orders', day)
      return result
    })
  }

  const lapseOffers = async (until: number): Promise<Part> => {
    const today = dayOf(clock())
    return inTurn(await daysLeft('offers', today), async (day) => {
      const due = (await service.readOffers(day)).filter((offer) => offer.until <= clock())
      const part = await each(due, until, async (offer) => {
        const lapsed = await service.lapse(offer, clock())
        return lapsed === null ? null : Number(lapsed)
      })
      // Offers of today lapse until midnight.
      if (part.complete && day < today) await service.saveProgress('offers', day)
      return part
    })
  }

  /** Once a year, through the whole directory: `2028#17` when part 17 is done. */
  const writeOffLots = async (until: number): Promise<Part> => {
    const year = String(yearOf(dayOf(clock())))
    const through = (await service.readProgress('lots')) ?? ''
    const left = service.directoryParts.filter((part) => `${year}#${part}` > through)
    return inTurn(left, async (part) => {
      const owners = await service.readDirectory(part)
      const written = await each(owners, until, (owner) => service.writeOff(owner, clock()))
      if (written.complete) await service.saveProgress('lots', `${year}#${part}`)
      return written
    })
  }

  /** Begins nothing new after `until` (ms since 1970). */
  return async (until: number = clock() + dayMs): Promise<Swept> => {
    const orders = await expireOrders(until)
    const offers = await lapseOffers(until)
    const lots = await writeOffLots(until)
    const swept = {
      orders: orders.done,
      offers: offers.done,
      lots: lots.done,
      complete: orders.complete && offers.complete && lots.complete,
    }
    log('sweep-ended', swept)
    return swept
  }
}

type Part = { done: number; complete: boolean }
