/** Where everything stands in the table `exhibition`. PK and SK are strings. */
import { cityOf } from '../../shared/city-of'
import type { Key } from '../../shared/table'
import type { EntryKind } from '../contract/entries'

/** All entries of a kind, without their texts. */
export const entriesPartition = (region: string, kind: EntryKind) => `entries#${region}#${kind}`
export const entryKey = (id: string): Key => ({ PK: entriesPartition(cityOf(id), kindOf(id)), SK: id })

const isGallery = /^\d{6}-gallery-/
export const kindOf = (id: string): EntryKind => (isGallery.test(id) ? 'gallery' : 'exhibit')

/** The texts of an entry: the working one, and those that were submitted. */
export const textsPartition = (id: string) => `entry#${id}`
export const workingKey = (id: string): Key => ({ PK: textsPartition(id), SK: 'working' })
export const versionPrefix = 'version#'
export const versionKey = (id: string, version: number): Key => ({
  PK: textsPartition(id),
  SK: `${versionPrefix}${String(version).padStart(5, '0')}`,
})

/** What visitors read of a city. */
const publicPartition = (region: string) => `exhibition#${region}`
export const headsKey = (region: string): Key => ({ PK: publicPartition(region), SK: 'heads' })
/** `name`: `hall`, or a gallery. */
export const documentKey = (region: string, name: string): Key => ({
  PK: publicPartition(region),
  SK: `document#${name}`,
})
