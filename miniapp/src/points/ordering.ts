/**
 * Swapping points for a gift, from the sheet that asks to a sure answer. One key an opened sheet: a double tap, a lost
 * answer or another try can never order twice. The key is stored on the phone before it is sent, so that a program that
 * was closed meanwhile asks about the same order, not for another gift.
 */
import type { Result } from '@common/result'
import * as z from '@common/zod'
import { personIdSchema } from '@contract/identity'
import { giftIdSchema, type Order } from '@contract/points'
import { placeIdSchema } from '@contract/shared'
import { isOutcomeUnknown } from '@/shared/api/doubt'
import type { Failure } from '@/shared/api/request'
import { storedValue, type TextStore } from '@/shared/storage/storage'
import { createStore, type Store } from '@/shared/storage/store'

/** `asking`: sent, no answer yet. `unsure`: no answer came; it may be done or not. `refused`: it is not done. */
export type Ordering =
  | { step: 'ready' }
  | { step: 'asking' }
  | { step: 'unsure'; failure: Failure | null }
  | { step: 'refused'; failure: Failure }
  | { step: 'done'; order: Order }

/** `points`: the price that was agreed to; nobody pays another. */
export type Wish = { gift: string; outlet: string; points: number }

const unansweredOrderSchema = z.object({
  person: personIdSchema,
  gift: giftIdSchema,
  outlet: placeIdSchema,
  points: z.int(),
  key: z.string(),
  /** ms by the server's clock. */
  at: z.number(),
})
const unansweredOrdersSchema = z.array(unansweredOrderSchema)
type UnansweredOrder = z.infer<typeof unansweredOrderSchema>
type Attempt = Pick<UnansweredOrder, 'key' | 'outlet' | 'points'>

/** The server takes no key that is a day old: by then 我的兑换单 tells. */
const forgottenAfter = 23 * 3_600_000
const maxEntries = 5

export type OrderingDeps = {
  send(wish: Wish, key: string): Promise<Result<Order, Failure>>
  makeKey(): Promise<string>
  storage: TextStore
  /** ms by the server's clock. */
  now(): number
}

/** Orders sent and never answered, by person and gift. */
export function createUnanswered({ storage, now }: Pick<OrderingDeps, 'storage' | 'now'>) {
  const stored = storedValue(storage, 'ordering', 2, unansweredOrdersSchema)
  const live = () => (stored.read() ?? []).filter(({ at }) => now() - at < forgottenAfter)
  const others = (one: Pick<UnansweredOrder, 'person' | 'gift'>) =>
    live().filter(({ person, gift }) => person !== one.person || gift !== one.gift)
  const write = (list: UnansweredOrder[]) => (list.length > 0 ? stored.write(list) : stored.clear())
  return {
    find: (person: string, gift: string): UnansweredOrder | null =>
      live().find((one) => one.person === person && one.gift === gift) ?? null,
    add: (one: UnansweredOrder) => write([one, ...others(one)].slice(0, maxEntries)),
    remove: (one: Pick<UnansweredOrder, 'person' | 'gift'>) => write(others(one)),
  }
}

export type OrderSheet = Pick<Store<Ordering>, 'get' | 'subscribe'> & {
  /** Pickup outlet of an earlier order without an answer; null for a new one. */
  outletBefore: string | null
  /** Sends, or asks again with the same key. Ignored while that is on its way or done. */
  confirm(outlet: string): Promise<void>
}

/**
 * One opened sheet. Resumes an earlier order of this person and gift that was never answered, with its outlet and
 * price, whatever the price is now.
 */
export function openOrderSheet(
  person: string,
  { id: gift, price }: { id: string; price: number },
  deps: OrderingDeps,
): OrderSheet {
  const unanswered = createUnanswered(deps)
  const before = unanswered.find(person, gift)
  const store = createStore<Ordering>(before ? { step: 'unsure', failure: null } : { step: 'ready' })
  let mayBeDone = before !== null
  let attempt: Attempt | null = before && { key: before.key, outlet: before.outlet, points: before.points }

  async function attemptAt(outlet: string): Promise<Attempt> {
    if (attempt) return attempt
    attempt = { key: await deps.makeKey(), outlet, points: price }
    unanswered.add({ person, gift, at: deps.now(), ...attempt })
    return attempt
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    outletBefore: before?.outlet ?? null,
    async confirm(outlet) {
      const { step } = store.get()
      if (step === 'asking' || step === 'done') return
      store.set({ step: 'asking' })
      const { key, ...how } = await attemptAt(outlet)
      const answer = await deps.send({ gift, ...how }, key)
      mayBeDone = !answer.ok && isOutcomeUnknown(answer.error, mayBeDone)
      if (!answer.ok && mayBeDone) {
        store.set({ step: 'unsure', failure: answer.error })
        return
      }
      unanswered.remove({ person, gift })
      if (answer.ok) store.set({ step: 'done', order: answer.value })
      else {
        // A refused order was not carried out: the next attempt gets a new key.
        attempt = null
        store.set({ step: 'refused', failure: answer.error })
      }
    },
  }
}
