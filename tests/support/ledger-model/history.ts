/** Plays a history on the real engine: after every step the whole table is read and held against invariants and model. */
import { dayOf } from '../../../functions/shared/day'
import type { TestDatabase } from '../engine/engine'
import { seeded } from '../samples/random'
import { after, type History, type Memory, type Step, toRequest } from './actions'
import { createPhone, type Phone } from './client'
import { unexplained } from './explain'
import type { FaultProfile } from './fault-injection'
import { violationsIn } from './invariants'
import type { Done, Outcome, Request } from './requests'
import { type State, stateOf } from './state'
import { constitutionOf, createModelWorld, type ModelWorld } from './world'

export type Played = {
  /** Empty: all was well. Each says at which step. */
  violations: string[]
  /** Requests by kind, sent again, and their answers. */
  requests: Record<string, number>
  answers: Record<string, number>
  repeated: number
  faults: Record<string, number>
  steps: number
}
export type Playing = { profile: FaultProfile; people: number }

/** Ends at the first step that goes wrong. */
export const play = async (
  database: TestDatabase,
  history: History,
  { profile, people }: Playing,
): Promise<Played> => {
  const world = await createModelWorld(database, { profile, seed: history.seed, people })
  const phone = createPhone(world, seeded(history.seed + 1))
  const memory: Memory = { orders: [], tickets: phone.tickets }
  const { faults: injected } = world
  const played: Played = {
    violations: [],
    requests: {},
    answers: {},
    repeated: 0,
    faults: injected.counts,
    steps: 0,
  }
  let state = stateOf(await world.books())
  for (const step of history.steps) {
    const { done, next, violations } = await take(step, { world, phone, memory, state })
    played.steps++
    for (const one of done) count(played, one)
    state = next
    if (violations.length === 0) continue
    const when = `step ${played.steps}, ${new Date(world.context().at).toISOString()}`
    played.violations = violations.map((what) => `${when}: ${what}\n  after ${JSON.stringify(done)}`)
    break
  }
  return played
}

type Scene = { world: ModelWorld; phone: Phone; memory: Memory; state: State }

/** Of more requests at once there are too many orders to try. */
const mostTwice = 2

const take = async ({ pause, actions, twice }: Step, { world, phone, memory, state }: Scene) => {
  const { time } = world.functions[0]
  time.now = after(time.now, pause)
  const once = actions.flatMap((action) => toRequest(action, state, world, memory) ?? [])
  const requests = twice && once.length <= mostTwice ? [...once, ...once] : once
  const done: Done[] = await Promise.all(
    requests.map(async (request) => ({ request, outcome: await phone.send(request).catch(thrown) })),
  )
  for (const request of requests) if (request.type === 'order') memory.orders.push(request)
  const books = await world.books()
  const next = stateOf(books)
  const violations = violationsIn(books, constitutionOf(world))
  violations.push(...answerViolations(done), ...historyViolations(state, next))
  violations.push(
    ...(requests.some(isLong) ? aftermath(done, next, world) : modelViolations(done, state, next, world)),
  )
  return { done, next, violations }
}

/** Whatever is thrown to a caller was expected by nobody. */
const thrown = (error: unknown): Outcome => ({ code: `an exception: ${error}`, sent: 1 })

/** Made of many transactions, between which others may come. */
const isLong = ({ type }: Request): boolean => type === 'sweep' || type === 'close'

const modelViolations = (done: readonly Done[], before: State, next: State, world: ModelWorld): string[] => {
  const problem = unexplained(before, done, next, world.context())
  return problem === null ? [] : [problem]
}

const answerViolations = (done: readonly Done[]): string[] =>
  done
    .filter(
      ({ outcome: { code } }) => code === 'never' || code === 'internal' || code.startsWith('an exception'),
    )
    .map(({ request, outcome }) => `${request.type} was answered ${outcome.code}`)

/** All of it but the words of adjustments, which go with the account of whoever they are about. */
const written = (entries: State['persons'][string]['entries']): string =>
  JSON.stringify(
    entries.map((entry) =>
      entry.reason.type === 'adjustment' ? { ...entry, reason: { ...entry.reason, text: '' } } : entry,
    ),
  )

/** What was written stays: no entry changes, no order vanishes or comes back from its end. */
const historyViolations = (before: State, next: State): string[] => [
  ...Object.entries(before.persons).flatMap(([id, { entries, isClosed }]) => {
    const now = next.persons[id]
    const same = written(now?.entries.slice(0, entries.length) ?? []) === written(entries)
    return same && (!isClosed || now?.isClosed) ? [] : [`the ledger of ${id} is another than before`]
  }),
  ...Object.entries(before.orders).flatMap(([id, order]) => {
    const now = next.orders[id]
    const isRight = now && (order.state === 'reserved' || now.state === order.state)
    return isRight ? [] : [`order ${id} was ${order.state} and is ${now?.state}`]
  }),
]

const sweptOver = ({ orders, waiting, persons }: State, at: number): string[] => {
  const today = dayOf(at)
  const isPast = (year: string) => Number(year) + 1 < Number(today.slice(0, 4))
  return [
    ...Object.entries(orders)
      .filter(([, { state, pickUpBy }]) => state === 'reserved' && pickUpBy < today)
      .map(([id]) => `order ${id} was swept over`),
    ...Object.entries(waiting)
      .filter(([, places]) => places.some(({ until }) => until !== null && until <= at))
      .map(([gift]) => `an offer of ${gift} was swept over`),
    ...Object.entries(persons)
      .filter(([, { lots }]) => Object.keys(lots).some(isPast))
      .map(([id]) => `a lot of ${id} was swept over`),
  ]
}

/** What sweeping and closing promise to have done when they end, whatever else went on. */
const aftermath = (done: readonly Done[], state: State, world: ModelWorld): string[] => {
  const { at } = world.context()
  const found: string[] = []
  for (const { request } of done) {
    if (request.type === 'sweep') found.push(...sweptOver(state, at))
    if (request.type === 'close') {
      const account = state.persons[request.person]
      if (account && !account.isClosed) found.push(`${request.person} is not closed`)
    }
  }
  return found
}

const count = (played: Played, { request, outcome }: Done): void => {
  played.requests[request.type] = (played.requests[request.type] ?? 0) + 1
  played.answers[outcome.code] = (played.answers[outcome.code] ?? 0) + 1
  played.repeated += outcome.sent - 1
}
