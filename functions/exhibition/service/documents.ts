/** From what is public to the documents that visitors read, rewritten with every publication and withdrawal. */
import type { MediaReads } from '../../media/fragments'
import type { Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import type { EntryItem } from '../rules/entry'
import type { ExhibitionStore } from '../store'
import type { NewDocument } from '../store/documents'
import { bulletinWriter } from './bulletins/writing'
import { isRetitled, namingWriter } from './named'
import { packDocument } from './pack'
import type { Full, Written } from './writer'
import { writersOf } from './writers'
import { galleriesNaming } from './writers/hall'

export const documentWriter = (store: ExhibitionStore, media: MediaReads) => {
  const { documents } = store
  const writers = writersOf(store, media)
  const bulletins = bulletinWriter(store, media)
  const galleries = galleriesNaming(store, media)
  const naming = namingWriter(store)

  const ofHall = async (before: EntryItem, after: EntryItem): Promise<Result<Write[], Full>> => {
    const { region, kind } = after
    if (kind === 'bulletin') return ofBulletin(before, after)
    const heads = await documents.readHeads(region, { consistent: true })
    // Titles of bulletins are read after it: whichever of the two is published last sees the other.
    const others = await store.bulletins.readHeads(region, { consistent: true })
    const version = (heads?.sequence ?? 0) + 1
    const packed = await packAll(await writers[kind](before, after, { region, version }))
    if (!packed.ok) return packed
    return ok([...documents.writes(region, heads, packed.value), store.bulletins.unchanged(region, others)])
  }

  /** Its own documents, and those of the galleries that show its title. */
  const ofBulletin = async (before: EntryItem, after: EntryItem): Promise<Result<Write[], Full>> => {
    const { region } = after
    const own = await bulletins.rewrite(before, after)
    if (!own.ok || !isRetitled(before, after)) return own
    const heads = await documents.readHeads(region, { consistent: true })
    const version = (heads?.sequence ?? 0) + 1
    const packed = await packAll(await galleries(after, { region, version }))
    if (!packed.ok) return packed
    const isNamed = packed.value.put.length > 0
    return ok([
      ...own.value,
      ...(isNamed ? documents.writes(region, heads, packed.value) : [documents.unchanged(region, heads)]),
    ])
  }

  return {
    /**
     * Fragments that make public what `after` says, of which one is refused where something else was published or withdrawn
     * meanwhile that they depend on.
     */
    async rewrite(before: EntryItem, after: EntryItem): Promise<Result<Write[], Full>> {
      const written = await ofHall(before, after)
      return written.ok ? ok([...written.value, ...(await naming(before, after))]) : written
    },
  }
}
export type DocumentWriter = ReturnType<typeof documentWriter>

type Packed = { put: NewDocument[]; remove: string[] }

const packAll = async (written: readonly Written[]): Promise<Result<Packed, Full>> => {
  const put: NewDocument[] = []
  for (const { name, document, most } of written) {
    if (document === null) continue
    const packed = await packDocument(name, document, most?.bytes)
    if (packed === 'too-large') return err(most?.code ?? 'gallery-full')
    put.push(packed)
  }
  return ok({ put, remove: written.filter(({ document }) => document === null).map(({ name }) => name) })
}
