/** From what is public to the documents that visitors read, rewritten with every publication and withdrawal. */
import { type Resolved, shownBlocks } from '../../shared/blocks/resolve'
import { brotli } from '../../shared/brotli'
import { tagOfContent } from '../../shared/coded-response'
import { err, ok, type Result } from '../../shared/result'
import type { Write } from '../../shared/table'
import { galleryOf, hallOf, publicOf } from '../rules/documents'
import type { EntryItem } from '../rules/entry'
import type { ExhibitionStore } from '../store'
import type { Heads, NewDocument } from '../store/documents'

/** Of a document, compressed: what a cold request reads of the table is limited (`maxReadUnits`). */
const mostBytes = 56 * 1024
/** Before it is compressed, which takes a function its time. */
const mostPlainBytes = 800 * 1024

/** Nothing yet: media and bulletins are domains and kinds to come. */
const nothingResolved: Resolved = { media: new Map(), bulletins: new Map() }

export const hallName = 'hall'

export const documentWriter = ({ entries, documents }: ExhibitionStore) => {
  /** Everything public of the city, `after` in place of what it was before. */
  const readPublic = async (after: EntryItem) => {
    const [galleries, exhibits] = await Promise.all([
      entries.readAll(after.region, 'gallery'),
      entries.readAll(after.region, 'exhibit'),
    ])
    const now = (all: readonly EntryItem[]) => all.map((entry) => (entry.id === after.id ? after : entry))
    const shown = publicOf(now(galleries))
    const contents = await entries.readVersions(shown)
    return {
      galleries: shown.flatMap(({ id }) => {
        const content = contents.find((version) => version.id === id)?.content
        return content?.kind === 'gallery' ? [content] : []
      }),
      exhibits: publicOf(now(exhibits)),
    }
  }
  type Public = Awaited<ReturnType<typeof readPublic>>

  const writeGallery = async (region: string, version: number, name: string, all: Public) => {
    const gallery = all.galleries.find((one) => one.gallery === name)
    if (!gallery) return null
    const inside = all.exhibits.filter(({ card }) => card.gallery === name)
    const contents = await entries.readVersions(inside)
    const exhibits = inside.flatMap(({ id, card }) => {
      const content = contents.find((one) => one.id === id)?.content
      if (content?.kind !== 'exhibit') return []
      return [{ id, title: card.title, blocks: shownBlocks(content.blocks, nothingResolved) }]
    })
    return packed(name, galleryOf({ region, version, gallery, exhibits }))
  }

  return {
    /**
     * Fragments that make public what `after` says, of which the first is refused where something else was published or
     * withdrawn meanwhile. `names`: of the galleries that it stands in, and stood in before.
     */
    async rewrite(after: EntryItem, names: ReadonlySet<string>): Promise<Result<Write[], 'gallery-full'>> {
      const { region } = after
      const heads: Heads | null = await documents.readHeads(region, { consistent: true })
      const version = (heads?.sequence ?? 0) + 1
      const all = await readPublic(after)
      const hall = await packed(hallName, hallOf({ region, version, ...all }))
      const galleries = await Promise.all(
        [...names].map(async (name) => ({ name, document: await writeGallery(region, version, name, all) })),
      )
      const put = [hall, ...galleries.flatMap(({ document }) => document ?? [])]
      if (put.some((document) => document === 'too-large')) return err('gallery-full')
      const remove = galleries.filter(({ document }) => document === null).map(({ name }) => name)
      const fitting = put.flatMap((document) => (document === 'too-large' ? [] : [document]))
      return ok(documents.writes(region, heads, { put: fitting, remove }))
    },
  }
}
export type DocumentWriter = ReturnType<typeof documentWriter>

const packed = async (name: string, document: object): Promise<NewDocument | 'too-large'> => {
  const text = JSON.stringify(document)
  const plain = Buffer.from(text)
  if (plain.length > mostPlainBytes) return 'too-large'
  const bytes = await brotli(text)
  return bytes.length > mostBytes
    ? 'too-large'
    : { name, tag: tagOfContent(plain), bytes: new Uint8Array(bytes) }
}
