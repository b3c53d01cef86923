/** Exhibits and galleries: the hall, which names all of them, and a document for each gallery. */
import type { MediaReads } from '../../../media/fragments'
import type { Block } from '../../../shared/blocks/block'
import { mediaOf, shownBlocks } from '../../../shared/blocks/resolve'
import { galleryOf, hallOf, publicOf } from '../../rules/documents'
import type { EntryItem } from '../../rules/entry'
import type { ExhibitionStore } from '../../store'
import { resolvedFor } from '../media'
import type { Publishing, Writer } from '../writer'

export const hallName = 'hall'

export const hallWriter = ({ entries }: Pick<ExhibitionStore, 'entries'>, media: MediaReads): Writer => {
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

  /** Of those that are public now, by id. */
  const bulletinTitles = async (blocks: readonly Block[]): Promise<Map<string, string>> => {
    const ids = new Set(blocks.flatMap((block) => (block.type === 'bulletin' ? [block.bulletin] : [])))
    const found = await Promise.all([...ids].map(entries.readEntry))
    return new Map(found.flatMap((one) => (one?.live ? [[one.id, one.live.card.title] as const] : [])))
  }

  const readGallery = async (name: string, all: Public, { region, version }: Publishing) => {
    const gallery = all.galleries.find((one) => one.gallery === name)
    if (!gallery) return null
    const inside = all.exhibits.filter(({ card }) => card.gallery === name)
    const contents = await entries.readVersions(inside)
    const written = inside.flatMap(({ id, card }) => {
      const content = contents.find((one) => one.id === id)?.content
      return content?.kind === 'exhibit' ? [{ id, title: card.title, blocks: content.blocks }] : []
    })
    const resolved = await resolvedFor(media, region, mediaOf(written.flatMap(({ blocks }) => blocks)))
    const bulletins = await bulletinTitles(written.flatMap(({ blocks }) => blocks))
    const exhibits = written.map((one) => ({
      ...one,
      blocks: shownBlocks(one.blocks, { ...resolved, bulletins }),
    }))
    return galleryOf({ region, version, gallery, exhibits })
  }

  return async (before, after, publishing) => {
    // Of the galleries that it stands in, and stood in before.
    const names = new Set([before, after].flatMap(({ live }) => live?.card.gallery ?? []))
    const all = await readPublic(after)
    const galleries = [...names].map(async (name) => ({
      name,
      document: await readGallery(name, all, publishing),
    }))
    return [
      { name: hallName, document: hallOf({ ...publishing, ...all }) },
      ...(await Promise.all(galleries)),
    ]
  }
}
