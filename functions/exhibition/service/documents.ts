/** From what is public to the documents that visitors read, rewritten with every publication and withdrawal. */
import type { MediaReads } from '../../media/fragments'
import type { Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import type { EntryItem } from '../rules/entry'
import type { ExhibitionStore } from '../store'
import type { Heads, NewDocument } from '../store/documents'
import { bulletinWriter } from './bulletins/writing'
import { packDocument } from './pack'
import type { Full } from './writer'
import { writersOf } from './writers'

export const documentWriter = (store: ExhibitionStore, media: MediaReads) => {
  const { documents } = store
  const writers = writersOf(store, media)
  const bulletins = bulletinWriter(store, media)
  return {
    /**
     * Fragments that make public what `after` says, of which the first is refused where something else was published or
     * withdrawn meanwhile.
     */
    async rewrite(before: EntryItem, after: EntryItem): Promise<Result<Write[], Full>> {
      if (after.kind === 'bulletin') return bulletins.rewrite(before, after)
      const { region, kind } = after
      const heads: Heads | null = await documents.readHeads(region, { consistent: true })
      const version = (heads?.sequence ?? 0) + 1
      const written = await writers[kind](before, after, { region, version })
      const put: NewDocument[] = []
      for (const { name, document, most } of written) {
        if (document === null) continue
        const packed = await packDocument(name, document, most?.bytes)
        if (packed === 'too-large') return err(most?.code ?? 'gallery-full')
        put.push(packed)
      }
      const remove = written.filter(({ document }) => document === null).map(({ name }) => name)
      return ok(documents.writes(region, heads, { put, remove }))
    },
  }
}
export type DocumentWriter = ReturnType<typeof documentWriter>
