/** From what is public to the documents that visitors read, rewritten with every publication and withdrawal. */
import type { MediaReads } from '../../media/fragments'
import { brotli } from '../../shared/brotli'
import { tagOfContent } from '../../shared/coded-response'
import { err, ok, type Result } from '../../shared/result'
import type { Write } from '../../shared/table'
import type { EntryItem } from '../rules/entry'
import type { ExhibitionStore } from '../store'
import type { Heads, NewDocument } from '../store/documents'
import type { Full } from './shelf'
import { shelvesOf } from './shelves'

/** Of a document, compressed: what a cold request reads of the table is limited (`maxReadUnits`). */
const mostBytes = 56 * 1024
/** Before it is compressed, which takes a function its time. */
const mostPlainBytes = 800 * 1024

export const documentWriter = (store: ExhibitionStore, media: MediaReads) => {
  const { documents } = store
  const shelves = shelvesOf(store, media)
  return {
    /**
     * Fragments that make public what `after` says, of which the first is refused where something else was published or
     * withdrawn meanwhile.
     */
    async rewrite(before: EntryItem, after: EntryItem): Promise<Result<Write[], Full>> {
      const { region } = after
      const heads: Heads | null = await documents.readHeads(region, { consistent: true })
      const version = (heads?.sequence ?? 0) + 1
      const written = await shelves[after.kind](before, after, { region, version })
      const put: NewDocument[] = []
      for (const { name, document, most } of written) {
        if (document === null) continue
        const packed = await pack(name, document)
        if (!packed || packed.bytes.length > (most?.bytes ?? mostBytes))
          return err(most?.code ?? 'gallery-full')
        put.push(packed)
      }
      const remove = written.filter(({ document }) => document === null).map(({ name }) => name)
      return ok(documents.writes(region, heads, { put, remove }))
    },
  }
}
export type DocumentWriter = ReturnType<typeof documentWriter>

/** Null: it is too large. */
const pack = async (name: string, document: object): Promise<NewDocument | null> => {
  const text = JSON.stringify(document)
  const plain = Buffer.from(text)
  if (plain.length > mostPlainBytes) return null
  const bytes = await brotli(text)
  return bytes.length > mostBytes ? null : { name, tag: tagOfContent(plain), bytes: new Uint8Array(bytes) }
}
