/** Histories as they are drawn: what people mean to do, before anyone knows what there is to do it with. */
import fc from 'fast-check'
import { orderIdOf } from '../../../functions/points/rules/order-id'
import { readKey } from '../../../functions/shared/codes/idempotency'
import { cityThingId } from '../../../functions/shared/codes/ids'
import { dayMs, dayOf, minuteMs, startOfDay } from '../../../functions/shared/day'
import { city } from '../worlds/points-world'
import type { Request, Ticket } from './requests'
import type { State } from './state'
import { counters, id, type ModelWorld, salesperson } from './world'

/** `who`, `what`, `where` and `which` are numbers that are taken as far as there are people, gifts, outlets, orders. */
export type Action = { type: ActionType; who: number; what: number; where: number; which: number }
/** `twice`: each is sent two times at the same moment, as a thumb does that taps twice. */
export type Step = { pause: Pause; actions: Action[]; twice: boolean }
export type History = { steps: Step[]; seed: number }
type ActionType = Request['type'] | 'order-again'
type Pause = 'moment' | 'minutes' | 'hours' | 'day' | 'days' | 'two-weeks' | 'new-year'

/** How often each pause and each action is drawn, against the others. */
const pauses: [number, Pause][] = [
  [12, 'moment'],
  [6, 'minutes'],
  [3, 'hours'],
  [3, 'day'],
  [2, 'days'],
  [1, 'two-weeks'],
  [1, 'new-year'],
]

const weighted = <T>(list: readonly (readonly [number, T])[]) =>
  fc.oneof(...list.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })))
const number = fc.nat(999)

const types: [number, ActionType][] = [
  [24, 'order'],
  [13, 'cancel'],
  [11, 'pick-up'],
  [7, 'check-in'],
  [5, 'visit'],
  [7, 'code'],
  [4, 'quiz'],
  [9, 'wait'],
  [3, 'stop-waiting'],
  [5, 'order-again'],
  [3, 'confirm-again'],
  [3, 'stock'],
  [3, 'propose'],
  [5, 'decide'],
  [6, 'sweep'],
  [1, 'close'],
]
const actions = fc.record<Action>({
  type: weighted(types),
  who: number,
  what: number,
  where: number,
  which: number,
})

/**
 * @param steps at most
 * @param together actions at the same moment, at most
 */
export const histories = (steps: number, together: number) =>
  fc.record<History>({
    // Without fast-check's liking for what is small: a short history finds nothing.
    steps: fc.noBias(
      fc.array(
        fc.record<Step>({
          pause: weighted(pauses),
          twice: weighted([
            [4, false],
            [1, true],
          ]),
          actions: fc.oneof(
            { weight: 1, arbitrary: fc.array(actions, { minLength: 1, maxLength: 1 }) },
            { weight: 1, arbitrary: fc.array(actions, { minLength: 2, maxLength: together }) },
          ),
        }),
        { minLength: 1, maxLength: steps, size: 'max' },
      ),
    ),
    seed: fc.nat(2 ** 31),
  })

/** When the next step begins; never within the seconds for which a function trusts what it remembers. */
export const after = (now: number, pause: Pause): number => {
  const today = dayOf(now)
  switch (pause) {
    case 'moment':
      return now + 5_000
    case 'minutes':
      return now + 7 * minuteMs
    case 'hours':
      return now + 300 * minuteMs
    case 'day':
      return now + dayMs
    case 'days':
      return now + 3 * dayMs
    case 'two-weeks':
      return now + 15 * dayMs
    case 'new-year': {
      const newYear = startOfDay(`${Number(today.slice(0, 4)) + 1}-01-01`)
      // A second time it would be most of a year, and every day of it a partition to sweep.
      return newYear - now < 40 * dayMs ? newYear + 60_000 : now + dayMs
    }
  }
}

/** What was asked for before, to be asked for again. */
export type Memory = { orders: Extract<Request, { type: 'order' }>[]; tickets: Ticket[] }

/** As a request to be sent now; null where there is nothing to do it with. */
export const toRequest = (
  action: Action,
  state: State,
  world: ModelWorld,
  memory: Memory,
): Request | null => {
  const { type, who, what, where, which } = action
  const person = id(at(world.people, who) ?? '')
  const gift = at(world.gifts, what) ?? ''
  const outlet = at(counters, where) ?? ''
  switch (type) {
    case 'check-in':
    case 'close':
      return { type, person }
    case 'visit':
      return { type, person, outlet }
    case 'quiz':
      return { type, person, subject: `question-${which % 6}` }
    case 'code':
      return usingCode(action, world, person)
    case 'order':
      return newOrder(world, person, gift, outlet)
    case 'order-again': {
      const before = at(memory.orders.slice(-8), which)
      // Now and then somebody else's request comes under a key that was used.
      return before && { ...before, gift: where % 5 === 0 ? gift : before.gift }
    }
    case 'cancel':
      return cancelling(action, state, person)
    case 'pick-up':
      return pickingUp(action, state, outlet)
    case 'confirm-again': {
      const ticket = at(memory.tickets.slice(-6), which)
      return ticket && { type, ticket }
    }
    case 'wait':
    case 'stop-waiting':
      // Of the third there is always more than enough.
      return { type, person, gift: at(world.gifts.slice(0, 2), what) ?? '' }
    case 'stock':
      return { type, gift, change: [1, 2, -1, 1, -3, 5][which % 6] ?? 1 }
    case 'propose':
      return newProposal(world, person, [4, -4, 25, -25][which % 4] ?? 4, id(at(staff, who) ?? ''))
    case 'decide':
      return deciding(action, state)
    case 'sweep':
      return { type }
  }
}

/** The one that a drawn number means. */
const at = <T>(list: readonly T[], n: number): T | null => list[n % Math.max(1, list.length)] ?? null

const usingCode = ({ what, which }: Action, world: ModelWorld, person: string): Request | null => {
  const batch = at(world.batches, what)
  const code = batch && at(batch.codes, which)
  if (!batch || !code) return null
  return { type: 'code', person, batch: batch.id, index: which % batch.codes.length, code }
}

/** Mostly by the person whose order it is. */
const cancelling = ({ who, which }: Action, state: State, person: string): Request | null => {
  const [order, one] = anOrder(state, which) ?? ['', null]
  return one && { type: 'cancel', order, person: who % 8 === 0 ? person : one.person }
}

/** Mostly where the order is to be picked up. */
const pickingUp = ({ where, which }: Action, state: State, outlet: string): Request | null => {
  const [order, one] = anOrder(state, which) ?? ['', null]
  if (!one) return null
  const counter = where % 8 === 0 ? outlet : one.outlet
  return { type: 'pick-up', order, owner: one.person, outlet: counter, staff: id(salesperson(counter)) }
}

const deciding = ({ what, where, which }: Action, state: State): Request | null => {
  const adjustment = at(Object.keys(state.adjustments).sort().slice(-4), which)
  if (adjustment === null) return null
  return { type: 'decide', adjustment, approve: what % 4 !== 0, by: id(at(staff, where) ?? '') }
}

const staff = ['staff1', 'staff2']

/** Mostly one that can still become something. */
const anOrder = (state: State, which: number) => {
  const all = Object.entries(state.orders)
  const reserved = all.filter(([, { state }]) => state === 'reserved')
  const list = which % 6 === 0 || reserved.length === 0 ? all : reserved
  return list[which % Math.max(1, list.length)] ?? null
}

const newKey = ({ functions: [first] }: ModelWorld) => {
  const key = readKey(first.key(), first.time.now)
  if (!key.ok) throw new Error('a key of this moment is stale')
  return key.value
}

const newOrder = (world: ModelWorld, person: string, gift: string, outlet: string): Request => {
  const key = newKey(world)
  const order = orderIdOf(world.functions[0].secret, person, key)
  return { type: 'order', person, gift, outlet, key: key.text, madeAt: key.madeAt, id: order }
}

const newProposal = (world: ModelWorld, person: string, points: number, by: string): Request => {
  const key = newKey(world)
  const made = { what: 'adjustment' as const, region: city, by, key }
  const adjustment = cityThingId(world.functions[0].secret, made)
  return { type: 'propose', person, points, text: '补记', by, key: key.text, id: adjustment }
}
