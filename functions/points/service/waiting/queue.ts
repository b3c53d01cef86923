/** Asking to be given the next piece of a gift, leaving the list, and handing on what was not taken in time. */

import type { Table, Write } from '../../../shared/aws/table'
import { cityOf } from '../../../shared/city-of'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import type { Count } from '../../../shared/waiting-list/reads'
import { type AccountState, hasReachedLimit, shortOf } from '../../rules/account'
import { saleOf } from '../../rules/gifts'
import { accountReader, accountWrites, type Owner } from '../../store/account/accounts'
import { type GiftItem, giftReader } from '../../store/gift/gifts'
import type { Stock } from '../../store/gift/stock'
import {
  freePiece,
  isOffer,
  type OfferPointer,
  type Place,
  type WaitingItem,
  waitingChanges,
  waitingReader,
} from '../../store/waiting/places'
import { createOfferServing } from './serving'

export type Asking = { person: string; gift: GiftItem; at: number }

/** A gift on sale, and the person's place in its waiting list. */
export type WaitingFor = { gift: GiftItem; item: WaitingItem }

export type AskRefusal = 'account-closed' | 'person-limit-reached' | 'account-busy' | 'not-sold-out'

export const queueService = (table: Table, stock: Stock) => {
  const { readAccount } = accountReader(table)
  const { readGift, readGifts } = giftReader(table)
  const { readWaiting, readPlaces, countAhead } = waitingReader(table)
  const { putWaiting, removeWaiting } = waitingChanges(table)
  const serve = createOfferServing(table, stock)

  /** Where the person stands, as the account knows it; null where they do not wait, or an offer has gone on. */
  const placeOf = async (
    person: string,
    gift: string,
    account: AccountState,
  ): Promise<WaitingItem | null> => {
    const askedAt = account.waiting[shortOf(gift)]
    return askedAt === undefined ? null : readWaiting({ gift, person, asked: askedAt })
  }

  const tryAsking = async ({ person, gift, at }: Asking) => {
    const owner: Owner = { person, region: gift.region }
    const account = await readAccount(owner, { consistent: true })
    if (account.isClosed) return err('account-closed' as const)
    if (hasReachedLimit(account, gift)) return err('person-limit-reached' as const)
    const existing = await placeOf(person, gift.id, account)
    if (existing && !isOver(existing, at)) return ok(existing)
    if (!existing && (await stock.left(gift)) > 0) return err('not-sold-out' as const)
    const place: Place = { gift: gift.id, person, asked: at }
    const waiting = { ...(await stillWaiting(person, gift.region, account)), [shortOf(gift.id)]: at }
    const written = await table.transact([
      ...accountWrites(table, owner, account, { account: { ...account, waiting }, entries: [] }),
      putWaiting(place),
      ...(existing ? await handingOn(existing, 'lapsed', at) : []),
    ])
    return written.ok ? ok<WaitingItem>({ ...place, state: 'waiting', until: null, shard: null }) : retry
  }

  /** What the account says the person waits for, without what has gone on to others: so it does not grow for ever. */
  const stillWaiting = async (person: string, region: string, account: AccountState) => {
    const kept = await readPlaces(placesOf(person, region, account))
    return Object.fromEntries(kept.map(({ gift, asked: askedAt }) => [shortOf(gift), askedAt]))
  }

  const tryLeaving = async (person: string, giftId: string, at: number) => {
    const owner: Owner = { person, region: cityOf(giftId) }
    const account = await readAccount(owner, { consistent: true })
    const place = await placeOf(person, giftId, account)
    if (!place) return ok(undefined)
    const { [shortOf(giftId)]: _, ...waiting } = account.waiting
    const writes = accountWrites(table, owner, account, { account: { ...account, waiting }, entries: [] })
    const written = await table.transact([...writes, ...(await handingOn(place, 'left', at))])
    if (!written.ok) return retry
    if (isOffer(place)) await afterwards(giftId, at)
    return ok(undefined)
  }

  /** A place leaves the list; what was kept for it goes to the next. */
  const handingOn = async (place: WaitingItem, why: 'left' | 'lapsed', at: number): Promise<Write[]> => {
    const removal = removeWaiting(place, why)
    if (!isOffer(place)) return [removal]
    const { gift: giftId, shard } = place
    const gift = await readGift(giftId, { consistent: false })
    return [removal, ...(await freePiece(table, { gift, giftId, shard, at, wasHeld: true })).writes]
  }

  /** What anyone does after a piece may have come free. */
  const afterwards = async (giftId: string, at: number): Promise<void> => {
    stock.forget(giftId)
    const gift = await readGift(giftId, { consistent: false })
    if (gift) await serve(gift, at)
  }

  const tryLapsing = async ({ key, ...place }: OfferPointer, at: number) => {
    const item = await readWaiting(place)
    const pointer = table.remove(key)
    if (!isOffer(item) || !isOver(item, at)) {
      // Taken, left, or an offer of another time: nothing hangs on this pointer any more.
      await table.transact([pointer])
      return false
    }
    const written = await table.transact([pointer, ...(await handingOn(item, 'lapsed', at))])
    if (!written.ok) return retry
    await afterwards(place.gift, at)
    return true
  }

  return {
    /** One's place in the list; the same if one has one. */
    async ask(asking: Asking): Promise<Result<WaitingItem, AskRefusal>> {
      const result = (await retryOnConflict(table, () => tryAsking(asking))) ?? err('account-busy' as const)
      if (!result.ok || result.value.state === 'offered') return result
      await serve(asking.gift, asking.at)
      return ok((await readWaiting(result.value)) ?? result.value)
    },

    async stopWaiting(person: string, gift: string, at: number): Promise<Result<undefined, 'account-busy'>> {
      return (await retryOnConflict(table, () => tryLeaving(person, gift, at))) ?? err('account-busy')
    },

    /** Null where the person does not wait; an offer whose time is up is none. */
    async findWaiting(
      person: string,
      gift: string,
      at: number,
    ): Promise<{ item: WaitingItem; ahead: Count } | null> {
      const account = await readAccount({ person, region: cityOf(gift) }, { consistent: true })
      const item = await placeOf(person, gift, account)
      if (!item || isOver(item, at)) return null
      return { item, ahead: item.state === 'waiting' ? await countAhead(item) : noneAhead }
    },

    /** What the person waits for, or is kept for them, of gifts that can be ordered. Three requests at most. */
    async readWaitingFor(
      { person, region }: Owner,
      account: AccountState,
      at: number,
    ): Promise<WaitingFor[]> {
      const places = placesOf(person, region, account)
      const [gifts, items] = await Promise.all([
        readGifts(
          places.map(({ gift }) => gift),
          { consistent: false },
        ),
        readPlaces(places),
      ])
      return items.flatMap((item) => {
        const gift = gifts.find(({ id }) => id === item.gift)
        return gift && saleOf(gift, at) === 'on-sale' && !isOver(item, at) ? [{ gift, item }] : []
      })
    },

    /** Hands an offer on that was not taken in time. False: there was nothing to hand on; null: too busy, ask again. */
    lapse: (pointer: OfferPointer, at: number): Promise<boolean | null> =>
      retryOnConflict(table, () => tryLapsing(pointer, at)),
  }
}

/** An offer whose time is up belongs to nobody, though no sweep has come by yet. */
const isOver = (item: WaitingItem, at: number): boolean => isOffer(item) && item.until <= at

const noneAhead: Count = { count: 0, more: false }

/** Where the account says that its person waits. */
const placesOf = (person: string, region: string, { waiting }: AccountState): Place[] =>
  Object.entries(waiting).map(([short, askedAt]) => ({ gift: `${region}-${short}`, person, asked: askedAt }))
