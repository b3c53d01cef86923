/**
 * What visitors read of a city, ready to be sent: a document for the hall and for each gallery, and a small item with the version of
 * each, which answers whoever has the document already for half a read unit.
 */
import { type Key, parseItem, type Table, type Write } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { documentKey, headsKey } from './keys'

const headSchema = z.object({ version: z.int(), tag: z.string() })
const headsSchema = z.object({
  /** Rises with every publication and withdrawal in the city; the version of what was written then. */
  sequence: z.int(),
  /** By name: `hall`, or a gallery. */
  documents: z.record(z.string(), headSchema),
})
/** `tag`: digest of the document. */
export type Head = z.infer<typeof headSchema>
export type Heads = z.infer<typeof headsSchema>

const documentSchema = z.object({ tag: z.string(), bytes: z.instanceof(Uint8Array) })
/** `bytes`: JSON, brotli compressed. */
export type StoredDocument = z.infer<typeof documentSchema>
export type NewDocument = StoredDocument & { name: string }

export const documentStore = (table: Table) => ({
  /** Null where nothing was ever published in the city. */
  async readHeads(region: string, options: { consistent: boolean }): Promise<Heads | null> {
    const item = await table.get(headsKey(region), options)
    return item && parseItem(headsSchema, item)
  },

  /** A second old at most. */
  async readDocument(region: string, name: string): Promise<StoredDocument | null> {
    const item = await table.get(documentKey(region, name), { consistent: false })
    return item && parseItem(documentSchema, item)
  },

  /** Fragments of what has a document of its own, which no head names. */
  putOwn: (region: string, { name, tag, bytes }: NewDocument): Write =>
    table.put({ ...documentKey(region, name), tag, bytes }),
  removeOwn: (region: string, name: string): Write => table.remove(documentKey(region, name)),

  /** Fragment: refused where something was published or withdrawn since `before` was read. */
  unchanged: (region: string, before: Heads | null): Write =>
    table.check(headsKey(region), unchangedSince(before)),

  /** Fragments, of which the first is refused where something else was published or withdrawn since `before` was read. */
  writes(
    region: string,
    before: Heads | null,
    { put, remove }: { put: readonly NewDocument[]; remove: readonly string[] },
  ): Write[] {
    const sequence = (before?.sequence ?? 0) + 1
    const kept = Object.entries(before?.documents ?? {}).filter(([name]) => !remove.includes(name))
    const written = put.map(({ name, tag }): [string, Head] => [name, { version: sequence, tag }])
    const documents = Object.fromEntries([...kept, ...written])
    const keyOf = (name: string): Key => documentKey(region, name)
    return [
      table.put({ ...headsKey(region), sequence, documents }, unchangedSince(before)),
      ...put.map(({ name, tag, bytes }) => table.put({ ...keyOf(name), tag, bytes })),
      ...remove.map((name) => table.remove(keyOf(name))),
    ]
  },
})

const unchangedSince = (before: Heads | null) =>
  before === null
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : {
        ConditionExpression: '#sequence = :sequence',
        names: { '#sequence': 'sequence' },
        values: { ':sequence': before.sequence },
      }
