/** Responses made from stored items. */
import { dayOf } from '../../shared/day'
import { sumOf } from '../../shared/ledger/lots'
import type { Count } from '../../shared/waiting-list/reads'
import type { Account, Handover, Order, RulesOfCity, Waiting, WaitingGift } from '../contract'
import { type AccountState, redeemedIn, usable } from '../rules/account'
import { checkInOf, earnedInMonth, waysOf } from '../rules/earning'
import { picturePath } from '../rules/gifts'
import { expiring, listed, parted, yearOf } from '../rules/lots'
import type { OrderItem } from '../store/order/orders'
import type { WaitingItem } from '../store/waiting/places'
import type { HandoverItem } from './order/ending'
import type { WaitingFor } from './waiting/queue'

/** What an account's answer is made of. */
type AccountParts = {
  region: string
  account: AccountState
  rules: RulesOfCity
  waiting: readonly WaitingFor[]
}

/** `at`: ms since 1970, for which the account is shown. */
export function accountView({ region, account, rules, waiting }: AccountParts, at: number): Account {
  const today = dayOf(at)
  return {
    region,
    balance: usable(account, at),
    lots: listed(parted(account.lots, today).good).map(({ amount, on }) => ({ points: amount, on })),
    expiring: expiring(account.lots, today),
    checkIn: checkInOf(account, rules, today),
    ways: waysOf(account, rules, today),
    earnedThisMonth: earnedInMonth(account, today),
    monthlyCap: rules.limits.monthlyEarning,
    redeemedThisYear: redeemedIn(account, yearOf(today)),
    yearlyCap: rules.limits.yearlyRedemption,
    reserved: account.reserved,
    waiting: waiting
      .map(waitingGiftView)
      .sort((a, b) => Number(b.state === 'offered') - Number(a.state === 'offered')),
  }
}

function waitingGiftView({ gift: { id, name, category, picture, price }, item }: WaitingFor): WaitingGift {
  const { state, until } = waitingView({ item, ahead: null })
  const gift = giftView({ id, name, category, picture })
  return { gift, price, state: state === 'offered' ? state : 'waiting', until }
}

export function orderView(order: OrderItem, at: number): Order {
  const { id, region, points, outlet, state, reservedAt, pickUpBy, endedAt } = order
  const wouldLapse = state === 'reserved' ? sumOf(parted(order.taken, dayOf(at)).lapsed) : 0
  const gift = giftView(order.gift)
  return { id, region, gift, points, outlet, state, reservedAt, pickUpBy, endedAt, wouldLapse }
}

export function handoverView(handover: HandoverItem): Handover {
  return { ...handover, gift: giftView(handover.gift) }
}

export function waitingView(place: { item: WaitingItem; ahead: Count | null } | null): Waiting {
  if (!place) return { state: 'none', ahead: null, until: null }
  const { item, ahead } = place
  return item.state === 'offered' && item.until !== null
    ? { state: 'offered', ahead: null, until: new Date(item.until).toISOString() }
    : { state: 'waiting', ahead: ahead?.count ?? 0, until: null, ...(ahead?.more && { moreAhead: true }) }
}

/** Stored is the name of the picture among those of the gift; the response has its path. */
function giftView(gift: Order['gift']): Order['gift'] {
  return { ...gift, picture: picturePath(gift.id, gift.picture) }
}
