/** What must hold of pieces, and of those who wait for them. */
import { shortOf } from '../../../functions/points/rules/account'
import type { Books } from './books'

/** Of every shard: what is taken is ordered, handed over or kept for somebody, and never more than there ever was. */
export const stockViolations = (books: Books): string[] => [
  ...books.shards.flatMap((shard) => shardViolations(books, shard)),
  ...books.gifts.flatMap((gift) => {
    const own = books.shards.filter((shard) => shard.gift === gift.id)
    const pieces = own.reduce((sum, { left, taken }) => sum + left + taken, 0)
    const strays = own.filter(({ n }) => n >= gift.shards)
    return [
      ...(pieces === gift.total ? [] : [`gift ${gift.id} has ${pieces} pieces of ${gift.total}`]),
      ...(strays.length === 0 ? [] : [`gift ${gift.id} has a shard beyond its ${gift.shards}`]),
    ]
  }),
  ...handoverViolations(books),
]

const shardViolations = (
  books: Books,
  { gift, n, left, taken, handedOver, held }: Books['shards'][number],
) => {
  const orders = books.orders.filter((order) => order.gift.id === gift && order.shard === n)
  const live = orders.filter(({ state }) => state === 'reserved').length
  const pickedUp = orders.filter(({ state }) => state === 'picked-up').length
  const kept = books.waiting.filter((place) => place.gift === gift && place.shard === n).length
  const name = `shard ${n} of ${gift}`
  return [
    ...(taken === live + pickedUp + kept
      ? []
      : [`${name}: taken ${taken}, but ${live} ordered, ${pickedUp} handed over, ${kept} offered`]),
    ...(handedOver === pickedUp ? [] : [`${name}: counts ${handedOver} handed over of ${pickedUp}`]),
    ...(held === kept ? [] : [`${name}: counts ${held} kept of ${kept}`]),
    ...(left < 0 || taken < 0 ? [`${name}: ${left} left, ${taken} taken`] : []),
  ]
}

/** What was handed over was handed over once, at its outlet. */
const handoverViolations = ({ orders, handovers }: Books): string[] => {
  const found = orders.flatMap(({ id, state, outlet }) => {
    const own = handovers.filter(({ order }) => order === id)
    const isRight =
      own.length === (state === 'picked-up' ? 1 : 0) && own.every(({ place }) => place === outlet)
    return isRight ? [] : [`order ${id} is ${state}, was handed over ${own.length} times`]
  })
  const strays = handovers.filter(({ order }) => !orders.some(({ id }) => id === order))
  return [...found, ...strays.map(({ order }) => `handed over ${order}, which is not there`)]
}

/** One place a person and gift; the account knows it; an offer has its pointer, or nobody would ever end it. */
export const waitingViolations = ({ waiting, offers, accounts }: Books): string[] =>
  waiting.flatMap((place) => {
    const { gift, person, asked, state, until, shard } = place
    const name = `${person} for ${gift}`
    const account = accounts.find((one) => one.person === person && gift.startsWith(one.region))?.account
    const isOffer = state === 'offered'
    const isPointed = offers.some(
      (offer) =>
        offer.gift === gift && offer.person === person && offer.asked === asked && offer.until === until,
    )
    const isKnown = account?.waiting[shortOf(gift)] === asked
    return [
      // Who took another piece while an offer of theirs had lapsed is known no more, and the sweep hands it on.
      ...(isKnown || isOffer ? [] : [`${name} waits and the account does not know it`]),
      ...(isOffer === (until !== null) && isOffer === (shard !== null) ? [] : [`${name}: half an offer`]),
      ...(isOffer && !isPointed ? [`${name}: an offer that nothing will end`] : []),
    ]
  })
