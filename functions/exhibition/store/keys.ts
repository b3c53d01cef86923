/** Where everything stands in the table `exhibition`. PK and SK are strings. */

import type { Key } from '../../shared/aws/table'
import { cityOf } from '../../shared/city-of'
import type { BulletinCategory } from '../contract/categories'
import { type EntryKind, kindOfId } from '../contract/kinds'

/** All entries of a kind, without their texts. */
export const entriesPartition = (region: string, kind: EntryKind) => `entries#${region}#${kind}`
export const entryKey = (id: string): Key => ({ PK: entriesPartition(cityOf(id), kindOf(id)), SK: id })

const kindOf = (id: string): EntryKind => {
  const kind = kindOfId(id)
  if (kind === null) throw new Error('an id without a kind')
  return kind
}

/** The texts of an entry: the working one, and those that were submitted. */
export const textsPartition = (id: string) => `entry#${id}`
export const workingKey = (id: string): Key => ({ PK: textsPartition(id), SK: 'working' })
export const versionKey = (id: string, version: number): Key => ({
  PK: textsPartition(id),
  SK: `version#${String(version).padStart(5, '0')}`,
})

/** Of each version, what a list shows. */
export const summaryPrefix = 'summary#'
export const summaryKey = (id: string, version: number): Key => ({
  PK: textsPartition(id),
  SK: `${summaryPrefix}${String(version).padStart(5, '0')}`,
})

/** What will be public, in the order of time, of all cities. */
export const duePartition = 'due'
export const dueKey = (id: string, at: string): Key => ({ PK: duePartition, SK: `${at}#${id}` })

/** What visitors read of a city. */
const publicPartition = (region: string) => `exhibition#${region}`
export const headsKey = (region: string): Key => ({ PK: publicPartition(region), SK: 'heads' })
/** `name`: `hall`, or a gallery. */
export const documentKey = (region: string, name: string): Key => ({
  PK: publicPartition(region),
  SK: `document#${name}`,
})

/** Bulletins that are public, in the order of their days: of all categories, or of one. */
export const bulletinsPartition = (region: string, category: BulletinCategory | null) =>
  `bulletins#${region}#${category ?? 'all'}`
export const bulletinRowKey = (partition: string, date: string, id: string): Key => ({
  PK: partition,
  SK: `${date}#${id}`,
})
export const bulletinHeadsKey = (region: string): Key => ({ PK: publicPartition(region), SK: 'bulletins' })
/** Each in a partition of its own: a function that begins reads all of them at once. */
export const bulletinPackKey = (region: string, number: number): Key => ({
  PK: `bulletin-words#${region}#${number}`,
  SK: 'pack',
})

/** Of each entry whose public text names a bulletin, an item. */
export const namingPartition = (bulletin: string) => `naming#${bulletin}`
export const namingKey = (bulletin: string, by: string): Key => ({ PK: namingPartition(bulletin), SK: by })
