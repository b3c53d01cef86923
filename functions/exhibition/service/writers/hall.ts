/** Exhibits and galleries: the hall, which names all of them, and a document for each gallery. */
import type { MediaReads } from '../../../media/fragments'
import { bulletinsOf, mediaOf, shownBlocks } from '../../../shared/blocks/resolve'
import { galleryOf, hallOf, publicOf } from '../../rules/documents'
import type { EntryItem } from '../../rules/entry'
import type { ExhibitionStore } from '../../store'
import { resolvedFor } from '../media'
import { readNamers, titlesOf } from '../named'
import type { Publishing, Writer, Written } from '../writer'

export const hallName = 'hall'

const readingHall = ({ entries }: Pick<ExhibitionStore, 'entries'>, media: MediaReads) => {
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

  const readGallery = async (
    name: string,
    all: Public,
    changed: EntryItem,
    { region, version }: Publishing,
  ) => {
    const gallery = all.galleries.find((one) => one.gallery === name)
    if (!gallery) return null
    const inside = all.exhibits.filter(({ card }) => card.gallery === name)
    const contents = await entries.readVersions(inside)
    const written = inside.flatMap(({ id, card }) => {
      const content = contents.find((one) => one.id === id)?.content
      return content?.kind === 'exhibit' ? [{ id, title: card.title, blocks: content.blocks }] : []
    })
    const blocks = written.flatMap((one) => one.blocks)
    const resolved = await resolvedFor(media, region, mediaOf(blocks))
    const bulletins = await titlesOf(entries, region, bulletinsOf(blocks), changed)
    const exhibits = written.map((one) => ({
      ...one,
      blocks: shownBlocks(one.blocks, { ...resolved, bulletins }),
    }))
    return galleryOf({ region, version, gallery, exhibits })
  }

  return {
    readPublic,
    readGalleries: (names: ReadonlySet<string>, all: Public, changed: EntryItem, publishing: Publishing) =>
      Promise.all(
        [...names].map(async (name) => ({
          name,
          document: await readGallery(name, all, changed, publishing),
        })),
      ),
  }
}

export const hallWriter = (store: Pick<ExhibitionStore, 'entries'>, media: MediaReads): Writer => {
  const { readPublic, readGalleries } = readingHall(store, media)
  return async (before, after, publishing) => {
    // Of the galleries that it stands in, and stood in before.
    const names = new Set([before, after].flatMap(({ live }) => live?.card.gallery ?? []))
    const all = await readPublic(after)
    return [
      { name: hallName, document: hallOf({ ...publishing, ...all }) },
      ...(await readGalleries(names, all, after, publishing)),
    ]
  }
}

/** The documents of the galleries in which exhibits name a bulletin that is, after a change, as given. */
export const galleriesNaming = (
  store: Pick<ExhibitionStore, 'entries' | 'naming'>,
  media: MediaReads,
): ((bulletin: EntryItem, publishing: Publishing) => Promise<Written[]>) => {
  const { readPublic, readGalleries } = readingHall(store, media)
  return async (bulletin, publishing) => {
    const namers = await readNamers(store, bulletin.id)
    const names = new Set(
      namers.flatMap(({ kind, live }) => (kind === 'exhibit' && live ? live.card.gallery : [])),
    )
    if (names.size === 0) return []
    const written = await readGalleries(names, await readPublic(bulletin), bulletin, publishing)
    // One that is closed has no document.
    return written.filter(({ document }) => document !== null)
  }
}
