/** The documents that visitors read, made of what is public. Pure. */
import type { ShownBlock } from '../../shared/blocks/shown'
import type { Gallery, Hall } from '../contract'
import type { ContentOf } from '../contract/kinds'
import type { Card } from '../contract/kinds/kind'
import type { EntryItem } from './entry'

export type GalleryContent = ContentOf<'gallery'>
export type PublicExhibit = { id: string; card: Card }

/** In the order of walking. */
const inOrder = <T extends PublicExhibit>(things: readonly T[]): T[] =>
  [...things].sort((a, b) => a.card.position - b.card.position || (a.id < b.id ? -1 : 1))

/** What is public of these entries, in the order of walking. */
export const publicOf = (entries: readonly EntryItem[]): (PublicExhibit & { version: number })[] =>
  inOrder(entries.flatMap(({ id, live }) => (live ? [{ id, card: live.card, version: live.version }] : [])))

export type HallParts = {
  region: string
  version: number
  /** In the order of walking. */
  galleries: readonly GalleryContent[]
  /** In the order of walking, of all galleries. */
  exhibits: readonly PublicExhibit[]
}

export const hallOf = ({ region, version, galleries, exhibits }: HallParts): Hall => ({
  region,
  version,
  galleries: galleries.map(({ gallery, title, about, adultsOnly }) => ({
    gallery,
    title,
    about,
    adultsOnly,
    exhibits: exhibits
      .filter(({ card }) => card.gallery === gallery)
      .map(({ id, card }) => ({ id, title: card.title })),
  })),
})

export type GalleryParts = {
  region: string
  version: number
  gallery: GalleryContent
  exhibits: readonly { id: string; title: string; blocks: ShownBlock[] }[]
}

export const galleryOf = ({ region, version, gallery: content, exhibits }: GalleryParts): Gallery => {
  const { gallery, title, about, adultsOnly } = content
  return { region, gallery, title, about, adultsOnly, version, exhibits: [...exhibits] }
}
