/** A waiting list as a coming domain would have one: seats of an event, each seat with a number. */
import { dayOf } from '../../../functions/shared/day'
import type { WaitingLayout } from '../../../functions/shared/waiting-list/layout'
import { waitingReads } from '../../../functions/shared/waiting-list/reads'
import { waitingStates } from '../../../functions/shared/waiting-list/states'
import { waitingWrites } from '../../../functions/shared/waiting-list/writes'
import * as z from '../../../functions/shared/zod'
import { withEngine } from '../../support/engine/engine'

const bench = withEngine('points')
const at = Date.parse('2026-11-18T10:00:00+08:00')

type Seat = { event: string; person: string; asked: number }
const placeSchema = z.object({ event: z.string(), person: z.string(), asked: z.int() })
const storedSchema = z.extend(placeSchema, {
  state: z.enum(waitingStates),
  until: z.nullable(z.int()),
  seat: z.nullable(z.string()),
})
const layout: WaitingLayout<Seat, z.infer<typeof storedSchema>, string> = {
  partitionOf: (event) => `queue#${event}`,
  offersOn: (day) => `seats#${day}`,
  listOf: ({ event }) => event,
  stored: storedSchema,
  pointer: placeSchema,
  waiting: (place) => ({ ...place, state: 'waiting', until: null, seat: null }),
  offered: ({ event, person, asked }, seat, until) => ({
    event,
    person,
    asked,
    state: 'offered',
    until,
    seat,
  }),
}

const place = (person: string, asked = at): Seat => ({ event: 'talk', person, asked })
const opened = async (...places: Seat[]) => {
  const { table } = bench
  const list = { ...waitingReads(table, layout), ...waitingWrites(table, layout) }
  for (const one of places) await table.transact([list.putWaiting(one)])
  return { table, list }
}

describe('a waiting list', () => {
  it('is in the order of asking, and says how many are ahead', async () => {
    const { list } = await opened(place('b', at + 1), place('a', at + 2), place('c', at))
    expect((await list.firstWaiting('talk', 2)).map(({ person }) => person)).toEqual(['c', 'b'])
    expect(await list.countAhead(place('a', at + 2))).toEqual({ count: 2, more: false })
    expect(await list.countWaiting('talk')).toEqual({ count: 3, more: false })
    expect(await list.countWaiting('another')).toEqual({ count: 0, more: false })
  })

  it('offers something to one person alone, who then is behind those who wait', async () => {
    const { table, list } = await opened(place('a'), place('b', at + 1))
    const until = at + 60_000
    expect((await table.transact(list.offer(place('a'), 'row 3', until))).ok).toBe(true)
    // Whoever offers it a second time is refused, and nothing of theirs is written.
    expect((await table.transact(list.offer(place('a'), 'row 4', until))).ok).toBe(false)
    expect(await list.readWaiting(place('a'))).toMatchObject({ state: 'offered', seat: 'row 3', until })
    expect((await list.firstWaiting('talk', 9)).map(({ person }) => person)).toEqual(['b'])
    expect(
      (await list.readPlaces([place('a'), place('b', at + 1)])).map(({ person }) => person).sort(),
    ).toEqual(['a', 'b'])
  })

  it('finds an offer by the day on which it runs out', async () => {
    const { table, list } = await opened(place('a'))
    const until = at + 60_000
    await table.transact(list.offer(place('a'), 'row 3', until))
    const [offer] = await list.readOffers(dayOf(until))
    expect(offer).toMatchObject({ ...place('a'), until })
    expect(await list.readOffers(dayOf(until + 24 * 3_600_000))).toEqual([])
    if (offer) await table.transact([table.remove(offer.key)])
    expect(await list.readOffers(dayOf(until))).toEqual([])
  })

  it('is left only in the state in which it was read, and only as the states allow', async () => {
    const { table, list } = await opened(place('a'))
    const stored = await list.readWaiting(place('a'))
    if (!stored) throw new Error('nobody waits')
    expect(() => list.removeWaiting(stored, 'taken')).toThrow()
    await table.transact(list.offer(place('a'), 'row 3', at + 60_000))
    expect((await table.transact([list.removeWaiting(stored, 'left')])).ok).toBe(false)
    const offered = await list.readWaiting(place('a'))
    if (!offered) throw new Error('nothing is offered')
    expect((await table.transact([list.removeWaiting(offered, 'taken')])).ok).toBe(true)
    expect(await list.readWaiting(place('a'))).toBeNull()
  })
})
