/**
 * Where everything stands in the table `points`. PK and SK are strings; `expiresAt` is the second an item may vanish.
 * There is no index: whatever has to be found by time lies in a partition of its day.
 */

import type { Key } from '../../shared/aws/table'
import { cityOf } from '../../shared/city-of'
import type { Day } from '../../shared/day'
import { seqText } from '../../shared/ledger/entries'
import { alphabet } from '../rules/code'
import { dayOfOrder } from '../rules/order-id'

// ---- a person's account in a city ------------------------------------------------------------------------------

export const personPartition = (person: string) => `person#${person}`
export const accountKey = (person: string, region: string): Key => ({
  PK: personPartition(person),
  SK: `${region}#account`,
})
/** That the person has left: it is beside the accounts, but of no city. */
export const leftKey = (person: string): Key => ({ PK: personPartition(person), SK: 'left' })

/** Entries by which something was ordered stand apart from the others: they are the way to a person's orders. */
export type EntrySeriesName = 'entry' | 'spend'
export const seriesNameOf = ({ kind }: { kind: string }): EntrySeriesName =>
  kind === 'spend' ? 'spend' : 'entry'
export const entrySort = (series: EntrySeriesName, region: string, seq: number) =>
  `${region}#${series}#${seqText(seq)}`
export const entryKey = (series: EntrySeriesName, person: string, region: string, seq: number): Key => ({
  PK: personPartition(person),
  SK: entrySort(series, region, seq),
})
/** That the key exists is what makes an earning count once. */
export const onceKey = (person: string, region: string, rule: string, subject: string): Key => ({
  PK: personPartition(person),
  SK: `${region}#once#${rule}#${subject}`,
})

/** Which adjustments concern the account: their words are the person's to see and to have erased. */
export const ownAdjustmentsPrefix = (region: string) => `${region}#adjustment#`
export const ownAdjustmentKey = (person: string, id: string): Key => ({
  PK: personPartition(person),
  SK: `${ownAdjustmentsPrefix(cityOf(id))}${id}`,
})

/** Every account that holds points, for the turn of the year. */
export const directoryBuckets = Array.from({ length: 64 }, (_, i) => String(i).padStart(2, '0'))
export const directoryPartition = (bucket: string) => `accounts#${bucket}`
export const directoryKey = (person: string, region: string): Key => ({
  PK: directoryPartition(bucketOf(person)),
  SK: `${person}#${region}`,
})

/** Ids are random, so their first ten bits spread evenly. */
const bucketOf = (person: string) => {
  const [first = 0, second = 0] = [...person.toUpperCase()].slice(0, 2).map((char) => alphabet.indexOf(char))
  return String((first * 32 + second) % directoryBuckets.length).padStart(2, '0')
}

// ---- orders ----------------------------------------------------------------------------------------------------

/** The first character of what follows the day in an order's id. */
export const orderBuckets = [...alphabet]
/** An order lies in a partition of its day, so that those not picked up are found without an index. */
export const orderPartition = (day: Day, bucket: string) => `orders#${day}#${bucket}`
export const orderKey = (id: string): Key => ({ PK: orderPartition(dayOfOrder(id), id.charAt(7)), SK: id })

/** The four digits that name an order at its outlet for one day. */
export const slotKey = (place: string, day: Day, slot: string): Key => ({
  PK: `slots#${place}#${day}`,
  SK: slot,
})

export const handoverPartition = (place: string, day: Day) => `handovers#${place}#${day}`
export const handoverKey = (place: string, day: Day, at: string, order: string): Key => ({
  PK: handoverPartition(place, day),
  SK: `${at}#${order}`,
})

// ---- gifts, their stock and who waits for them -----------------------------------------------------------------

export const giftsPartition = (region: string) => `gifts#${region}`
/** The city's gifts with what is left of each, as they were counted last: who counted when, and the parts of what they found. */
export const giftCountsKey = (region: string): Key => ({ PK: `gift-counts#${region}`, SK: 'head' })
export const giftCountsPartKey = (region: string, slot: number, n: number): Key => ({
  PK: `gift-counts#${region}`,
  SK: `part#${slot}#${n}`,
})
export const giftKey = (id: string): Key => ({ PK: giftsPartition(cityOf(id)), SK: id })
export const pictureKey = (gift: string, hash: string): Key => ({ PK: `picture#${gift}`, SK: hash })

/** Bytes that a proposal would make a gift's picture: apart, because citizens may see what has been approved alone. */
export const proposedPictureKey = (proposal: string): Key => ({
  PK: `proposed-picture#${proposal}`,
  SK: 'picture',
})

/** One partition a shard: ten thousand people at once write to as many partitions as there are shards. */
export const stockKey = (gift: string, shard: number): Key => ({ PK: `stock#${gift}#${shard}`, SK: 'shard' })

export const waitingPartition = (gift: string) => `waiting#${gift}`
/** Offers by the day on which they lapse. */
export const offerPartition = (day: Day) => `offers#${day}`

/** How far a sweep has come. */
export const sweepKey = (what: string): Key => ({ PK: 'sweep', SK: what })

// ---- codes, rules, staff ---------------------------------------------------------------------------------------

export const codeKey = (hash: string): Key => ({ PK: `code#${hash}`, SK: 'code' })
export const batchPartition = (region: string) => `batches#${region}`
export const batchKey = (id: string): Key => ({ PK: batchPartition(cityOf(id)), SK: id })
export const rulesKey = (region: string): Key => ({ PK: `rules#${region}`, SK: 'rules' })
export const adjustmentPartition = (region: string) => `adjustments#${region}`
export const adjustmentKey = (id: string): Key => ({ PK: adjustmentPartition(cityOf(id)), SK: id })
/** Which adjustments or proposals of a city wait. */
export const openKey = (what: 'adjustments' | 'proposals', region: string): Key => ({
  PK: `open#${region}`,
  SK: what,
})
export const proposalPartition = (region: string) => `proposals#${region}`
export const proposalKey = (id: string): Key => ({ PK: proposalPartition(cityOf(id)), SK: id })
/** Behind those that wait, in the same partition. */
export const decidedProposalKey = (id: string): Key => ({
  PK: proposalPartition(cityOf(id)),
  SK: `decided#${id}`,
})
export const outlierPartition = (region: string, month: string) => `outliers#${region}#${month}`
export const outlierKey = (region: string, month: string, person: string): Key => ({
  PK: outlierPartition(region, month),
  SK: person,
})
