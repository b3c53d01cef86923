/** What the hall and its galleries show. Pure. */
import type { ShownBlock, ShownMedia } from '@common/blocks/shown'
import type { galleryKinds, Hall } from '@contract/exhibition'
import type { Age } from '@/shared/storage/settings'
import type { Progress } from './progress'

export type GalleryKind = (typeof galleryKinds)[number]
export type HallGallery = Hall['galleries'][number]
type Titled = { id: string; title: string }

/** Minors are not shown what the games are (decision 020). */
export const isShut = ({ adultsOnly }: { adultsOnly: boolean }, age: Age): boolean =>
  adultsOnly && age === 'minor'

export const shutText = '这一厅讲彩票玩法，满 18 周岁后再来看。'

/** `6 件展品`, `6 件展品 · 看过 2 件`, `6 件展品 · 都看过了`. */
export function countText(exhibits: readonly Titled[], progress: Pick<Progress, 'seen'> | null): string {
  const seen = exhibits.filter(({ id }) => progress?.seen.includes(id)).length
  const all = `${exhibits.length} 件展品`
  if (seen === 0) return all
  return seen === exhibits.length ? `${all} · 都看过了` : `${all} · 看过 ${seen} 件`
}

/** `第 2 件，共 6 件`. */
export const placeText = (at: number, count: number): string => `第 ${at + 1} 件，共 ${count} 件`

export type ReadingOn = { gallery: HallGallery; exhibit: Titled; at: number }

/** Where one was last in this hall; null where nothing was looked at, or it is not shown any more, or not to this person. */
export function readingOn(hall: Hall, progress: readonly Progress[], age: Age): ReadingOn | null {
  const last = progress.find(({ region }) => region === hall.region)
  const gallery = hall.galleries.find((one) => one.gallery === last?.gallery)
  if (!last || !gallery || isShut(gallery, age)) return null
  const at = gallery.exhibits.findIndex(({ id }) => id === last.exhibit)
  const exhibit = gallery.exhibits[at]
  return exhibit ? { gallery, exhibit, at } : null
}

/** What stands before and after one of them; null at the ends and where it is none of them. */
export function neighbours<T>(
  list: readonly T[],
  is: (one: T) => boolean,
): { before: T | null; after: T | null } {
  const at = list.findIndex(is)
  if (at < 0) return { before: null, after: null }
  return { before: list[at - 1] ?? null, after: list[at + 1] ?? null }
}

/** The galleries that this person may walk through, in order. */
export const openGalleries = ({ galleries }: Hall, age: Age): HallGallery[] =>
  galleries.filter((gallery) => !isShut(gallery, age))

/** What an exhibit is known by; null where it has no picture. */
export function firstPicture(blocks: readonly ShownBlock[]): ShownMedia | null {
  for (const block of blocks) {
    if (block.type === 'picture') return block.media
    if (block.type === 'pictures' && block.pictures[0]) return block.pictures[0].media
  }
  return null
}
