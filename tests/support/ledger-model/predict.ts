/**
 * The model: what each request does to the state, and what is answered. Written from the rules of the programme, with
 * nothing of the product in it but calendar days.
 */
import { adjustmentDays, type Entry, type Reason } from '../../../functions/points/contract'
import { addDays, dayMs, dayOf } from '../../../functions/shared/day'
import type { Constitution } from './invariants'
import type { Request } from './requests'
import type { Order, Person, State } from './state'

export type Context = {
  /** Ms since 1970. */
  at: number
  constitution: Constitution
  /** Points of a code of each batch, and what it is called. */
  batches: Record<string, { points: number; label: string }>
  /** Outlets behind whose counter the person stands. */
  outletsOf: (person: string) => readonly string[]
}

/** Changes the state; gives the code that is answered, and the order that the answer tells of. */
export const predict = (state: State, request: Request, context: Context): { code: string; of?: string } => {
  switch (request.type) {
    case 'check-in':
    case 'visit':
    case 'code':
    case 'quiz':
      return { code: earning(state, request, context) }
    case 'order':
      return ordering(state, request, context)
    case 'cancel':
      return cancelling(state, request, context)
    case 'pick-up':
      return { code: handingOver(state, request, context) }
    case 'confirm-again':
      return { code: confirming(state, request, context) }
    case 'wait':
      return { code: asking(state, request, context) }
    case 'stop-waiting':
      return { code: leaving(state, request, context) }
    case 'stock':
      return { code: stocking(state, request, context) }
    case 'propose':
      return { code: proposing(state, request, context) }
    case 'decide':
      return { code: deciding(state, request, context) }
    case 'sweep':
    case 'close':
      throw new Error('many actions in one: there is no single moment to predict')
  }
}

type Of<T extends Request['type']> = Extract<Request, { type: T }>

const nobody = (): Person => ({ lots: {}, entries: [], isClosed: false })
const personOf = (state: State, id: string): Person => {
  state.persons[id] ??= nobody()
  return state.persons[id]
}
/** As `personOf`, where nothing may come of looking. */
const seen = (state: State, id: string): Person => state.persons[id] ?? nobody()

const post = (person: Person, kind: Entry['kind'], points: number, at: number, reason: Reason): void => {
  person.entries.push({ kind, points, at: new Date(at).toISOString(), reason })
}
const intoLot = (person: Person, year: number | string, points: number): void => {
  const after = (person.lots[year] ?? 0) + points
  if (after === 0) delete person.lots[year]
  else person.lots[year] = after
}
const yearOf = (at: number): number => Number(dayOf(at).slice(0, 4))
/** A lot is good to the end of the year after its own. */
const isLapsed = (year: string | number, at: number): boolean => yearOf(at) > Number(year) + 1
const goodPoints = (person: Person, at: number): number =>
  Object.entries(person.lots).reduce((sum, [year, points]) => sum + (isLapsed(year, at) ? 0 : points), 0)

const writeOff = (person: Person, at: number): void => {
  for (const year of Object.keys(person.lots).sort()) {
    const points = person.lots[year] ?? 0
    if (!isLapsed(year, at)) continue
    delete person.lots[year]
    post(person, 'expire', -points, at, { type: 'lapsed', year: Number(year) })
  }
}

const takeOldest = (person: Person, points: number): Record<string, number> => {
  const taken: Record<string, number> = {}
  let missing = points
  for (const year of Object.keys(person.lots).sort()) {
    const part = Math.min(missing, person.lots[year] ?? 0)
    if (part === 0) continue
    taken[year] = part
    intoLot(person, year, -part)
    missing -= part
  }
  return taken
}

// ---- earning ---------------------------------------------------------------------------------------------------

const earning = (
  state: State,
  request: Of<'check-in' | 'visit' | 'code' | 'quiz'>,
  context: Context,
): string => {
  const { at, constitution } = context
  const person = seen(state, request.person)
  const today = dayOf(at)
  if (request.type === 'visit' && context.outletsOf(request.person).includes(request.outlet))
    return 'own-outlet'
  const usedBy = request.type === 'code' ? state.codes[`${request.batch}#${request.index}`] : null
  if (usedBy !== null && usedBy !== undefined) return usedBy === request.person ? 'ok' : 'code-used'
  const isDone = person.entries.some(({ at: when, reason }) => {
    if (reason.type !== request.type || request.type === 'code') return false
    if (reason.type === 'quiz') return request.type === 'quiz' && reason.subject === request.subject
    const isSamePlace =
      reason.type !== 'visit' || (request.type === 'visit' && reason.place === request.outlet)
    return isSamePlace && dayOf(Date.parse(when)) === today
  })
  if (isDone) return 'ok'
  if (person.isClosed) return 'account-closed'
  const { points, reason } = worth(person, request, context)
  const rule = constitution.rules[request.type]
  const earned = (within: string, type?: string): number =>
    person.entries
      .filter((line) => line.kind === 'earn' && dayOf(Date.parse(line.at)).startsWith(within))
      .filter((line) => type === undefined || line.reason.type === type)
      .reduce((sum, line) => sum + line.points, 0)
  const isOver = (cap: number | null, within: string) =>
    cap !== null && earned(within, request.type) + points > cap
  const month = today.slice(0, 7)
  if (isOver(rule.perDay, today) || isOver(rule.perMonth, month) || isOver(rule.lifetime, ''))
    return 'cap-reached'
  if (earned(month) + points > constitution.limits.monthlyEarning) return 'monthly-cap-reached'
  const own = personOf(state, request.person)
  writeOff(own, at)
  intoLot(own, yearOf(at), points)
  post(own, 'earn', points, at, reason)
  if (request.type === 'code') state.codes[`${request.batch}#${request.index}`] = request.person
  return 'ok'
}

const worth = (
  person: Person,
  request: Of<'check-in' | 'visit' | 'code' | 'quiz'>,
  { at, constitution: { rules }, batches }: Context,
): { points: number; reason: Reason } => {
  if (request.type === 'visit')
    return { points: rules.visit.amount, reason: { type: 'visit', place: request.outlet } }
  if (request.type === 'quiz')
    return {
      points: rules.quiz.amount,
      reason: { type: 'quiz', subject: request.subject, label: request.subject },
    }
  if (request.type === 'code') {
    const { points, label } = batches[request.batch] ?? { points: 0, label: '' }
    return { points, reason: { type: 'code', batch: request.batch, label } }
  }
  const days = new Set(
    person.entries
      .filter(({ reason }) => reason.type === 'check-in')
      .map((line) => dayOf(Date.parse(line.at))),
  )
  let streak = 1
  while (days.has(addDays(dayOf(at), -streak))) streak++
  const { amount, streak: bonusRule } = rules['check-in']
  const bonus = bonusRule && streak % bonusRule.every === 0 ? bonusRule.points : 0
  return { points: amount + bonus, reason: { type: 'check-in', streak, bonus } }
}

// ---- orders ----------------------------------------------------------------------------------------------------

const ordering = (state: State, request: Of<'order'>, context: Context): { code: string; of?: string } => {
  const { at, constitution, outletsOf } = context
  const { person, gift: giftId, outlet, madeAt, id } = request
  if (madeAt < at - dayMs) return { code: 'idempotency-key-stale' }
  const before = state.orders[id]
  if (before)
    return before.gift === giftId && before.outlet === outlet
      ? { code: 'ok', of: id }
      : { code: 'idempotency-key-reused' }
  const gift = state.gifts[giftId]
  if (!gift) return { code: 'unknown-gift' }
  if (!gift.outlets.includes(outlet)) return { code: 'not-picked-up-here' }
  if (outletsOf(person).includes(outlet)) return { code: 'own-outlet' }
  const refusal = mayNotSpend(state, request, gift, at, constitution)
  if (refusal) return { code: refusal }
  if (!takesPiece(state, request, gift, at)) return { code: 'sold-out' }
  const account = personOf(state, person)
  writeOff(account, at)
  const taken = takeOldest(account, gift.price)
  post(account, 'spend', -gift.price, at, { type: 'order', order: id, gift: gift.name })
  state.orders[id] = {
    ...{ person, gift: giftId, outlet, points: gift.price, taken, state: 'reserved', ticket: null },
    reservedAt: new Date(at).toISOString(),
    pickUpBy: addDays(dayOf(madeAt), 14),
  }
  return { code: 'ok', of: id }
}

/** Takes what is kept for the person, or one of the shelf; false where there is neither. */
const takesPiece = (
  { waiting }: State,
  { person, gift: giftId }: Of<'order'>,
  gift: State['gifts'][string],
  at: number,
): boolean => {
  const places = waiting[giftId] ?? []
  const own = places.find((place) => place.person === person && isNewest(places, place))
  const isOffered = own !== undefined && own.until !== null && at < own.until
  if (!isOffered && gift.left === 0) return false
  if (!isOffered) gift.left--
  if (own && (isOffered || own.until === null)) remove(places, own)
  return true
}

/** Reserved or handed over. */
const liveOrders = (state: State, person: string, giftId?: string): Order[] =>
  Object.values(state.orders).filter(
    (order) =>
      order.person === person &&
      (giftId === undefined || order.gift === giftId) &&
      (order.state === 'reserved' || order.state === 'picked-up'),
  )

const mayNotSpend = (
  state: State,
  { person, gift: giftId }: Of<'order'>,
  { price, perPerson }: State['gifts'][string],
  at: number,
  { limits }: Constitution,
): string | null => {
  const account = seen(state, person)
  if (account.isClosed) return 'account-closed'
  if (perPerson !== null && liveOrders(state, person, giftId).length >= perPerson)
    return 'person-limit-reached'
  if (goodPoints(account, at) < price) return 'points-short'
  const spent = liveOrders(state, person)
    .filter(({ reservedAt }) => yearOf(Date.parse(reservedAt)) === yearOf(at))
    .reduce((sum, { points }) => sum + points, 0)
  return spent + price > limits.yearlyRedemption ? 'yearly-cap-reached' : null
}

const cancelling = (state: State, request: Of<'cancel'>, { at }: Context): { code: string; of?: string } => {
  const order = state.orders[request.order]
  if (order?.person !== request.person) return { code: 'unknown-order' }
  if (order.state === 'picked-up') return { code: 'order-picked-up' }
  if (order.state === 'expired') return { code: 'order-expired' }
  if (order.state === 'reserved') {
    order.state = 'cancelled'
    giveBack(state, request.order, order, at)
  }
  return { code: 'ok', of: request.order }
}

const giveBack = (state: State, id: string, order: Order, at: number): void => {
  const account = personOf(state, order.person)
  writeOff(account, at)
  let points = 0
  for (const [year, part] of Object.entries(order.taken)) {
    if (isLapsed(year, at)) continue
    intoLot(account, year, part)
    points += part
  }
  const gift = state.gifts[order.gift]?.name ?? ''
  post(account, 'refund', points, at, { type: 'cancelled', order: id, gift, lapsed: order.points - points })
  freePiece(state, order.gift, at)
}

/** `ended` stands for each answer that says that it is over. */
const handingOver = (state: State, { order: id, outlet }: Of<'pick-up'>, { at }: Context): string => {
  const order = state.orders[id]
  if (order?.state !== 'reserved' || dayOf(at) > order.pickUpBy) return 'ended'
  if (order.outlet !== outlet) return 'pickup-code-wrong'
  order.state = 'picked-up'
  return 'ok'
}

const confirming = (state: State, { ticket }: Of<'confirm-again'>, { at }: Context): string => {
  const order = state.orders[ticket.order]
  if (order?.ticket === ticket.id) return 'ok'
  if (order?.state !== 'reserved' || dayOf(at) > order.pickUpBy) return 'ended'
  if (at > ticket.until) return 'pickup-ticket-old'
  order.state = 'picked-up'
  order.ticket = ticket.id
  return 'ok'
}

// ---- pieces and those who wait ---------------------------------------------------------------------------------

const offerMs = 2 * dayMs

/** A piece nobody has: for the first who waits without an offer, or for everybody. */
const freePiece = (state: State, giftId: string, at: number): void => {
  const first = (state.waiting[giftId] ?? []).find(({ until }) => until === null)
  const gift = state.gifts[giftId]
  if (first) first.until = at + offerMs
  else if (gift) gift.left++
}

const remove = <T>(list: T[], one: T): void => {
  list.splice(list.indexOf(one), 1)
}
/** Of a person's places the last is the one that counts; an older one is an offer that lapsed and was not swept yet. */
const isNewest = (places: readonly State['waiting'][string][number][], place: (typeof places)[number]) =>
  !places.some(({ person, asked }) => person === place.person && asked > place.asked)
const newestOf = (places: State['waiting'][string], person: string) =>
  places.find((place) => place.person === person && isNewest(places, place))

const asking = (state: State, { person, gift: giftId }: Of<'wait'>, { at }: Context): string => {
  const places = state.waiting[giftId] ?? []
  const gift = state.gifts[giftId]
  if (!gift) return 'unknown-gift'
  if (seen(state, person).isClosed) return 'account-closed'
  if (gift.perPerson !== null && liveOrders(state, person, giftId).length >= gift.perPerson)
    return 'person-limit-reached'
  const own = newestOf(places, person)
  const isOver = own !== undefined && own.until !== null && own.until <= at
  if (own && !isOver) return 'ok'
  if (!own && gift.left > 0) return 'not-sold-out'
  personOf(state, person)
  if (own) {
    remove(places, own)
    freePiece(state, giftId, at)
  }
  places.push({ person, asked: at, until: null })
  places.sort((a, b) => a.asked - b.asked || (a.person < b.person ? -1 : 1))
  if (gift.left > 0) {
    gift.left--
    freePiece(state, giftId, at)
  }
  return 'ok'
}

const leaving = (state: State, { person, gift: giftId }: Of<'stop-waiting'>, { at }: Context): string => {
  const places = state.waiting[giftId] ?? []
  const own = newestOf(places, person)
  if (own) {
    remove(places, own)
    if (own.until !== null) freePiece(state, giftId, at)
  }
  return 'ok'
}

const stocking = (state: State, { gift: giftId, change }: Of<'stock'>, { at }: Context): string => {
  const gift = state.gifts[giftId]
  if (!gift) return 'unknown-gift'
  if (gift.left + change < 0) return 'stock-taken'
  gift.total += change
  if (change < 0) gift.left += change
  for (let i = 0; i < change; i++) freePiece(state, giftId, at)
  return 'ok'
}

// ---- staff -----------------------------------------------------------------------------------------------------

/** Adjustments that may wait in a city. */
const mostOpen = 100

const proposing = (
  state: State,
  { id, person, points, text, by }: Of<'propose'>,
  { at }: Context,
): string => {
  if (state.adjustments[id]) return 'ok'
  const account = seen(state, person)
  if (account.entries.length === 0) return 'unknown-order'
  if (account.isClosed) return 'account-closed'
  const open = Object.values(state.adjustments).filter(
    (one) => one.state === 'proposed' && Date.parse(one.proposedAt) + adjustmentDays * dayMs > at,
  )
  if (open.length >= mostOpen) return 'open-limit-reached'
  const proposed = { state: 'proposed', proposedBy: by, proposedAt: new Date(at).toISOString() } as const
  state.adjustments[id] = { person, points, text, ...proposed, decidedBy: null }
  return 'ok'
}

const deciding = (state: State, { adjustment: id, approve, by }: Of<'decide'>, { at }: Context): string => {
  const adjustment = state.adjustments[id]
  if (!adjustment) return 'unknown-adjustment'
  const wanted = approve ? 'approved' : 'rejected'
  if (adjustment.state === wanted && adjustment.decidedBy === by) return 'ok'
  if (adjustment.state !== 'proposed') return 'adjustment-decided'
  if (adjustment.proposedBy === by) return 'own-adjustment'
  if (Date.parse(adjustment.proposedAt) + adjustmentDays * dayMs <= at) return 'adjustment-expired'
  const { person, points, text } = adjustment
  if (approve) {
    const account = personOf(state, person)
    if (account.isClosed) return 'account-closed'
    if (goodPoints(account, at) + points < 0) return 'points-short'
    writeOff(account, at)
    if (points > 0) intoLot(account, yearOf(at), points)
    else takeOldest(account, -points)
    post(account, 'adjust', points, at, { type: 'adjustment', adjustment: id, text })
  }
  adjustment.state = wanted
  adjustment.decidedBy = by
  return 'ok'
}
