import type { Media } from '@contract/media'
import { kindOfType } from '@functions/media/contract/kinds'
import { Image } from '@tarojs/components'
import type { ReviewItem } from '@/desk/registration'
import { pictureSources } from '@/shared/blocks/renditions'
import { usePictures } from './pictures'
import css from './thumbnails.module.scss'
import { shownToStaff } from './view'

/** As many as are asked for in two requests; those behind them are seen once they are opened. */
const mostShown = 40

/** The pictures among what waits, as staff see them: several may have one description. */
export function useThumbnails(items: readonly ReviewItem[]): ReadonlyMap<string, Media> {
  const ids = items.flatMap(({ kind, id }) => (kind === 'media' ? [id] : []))
  return usePictures(ids.slice(0, mostShown))
}

/** Beside its title, which says what is to be seen. Nothing of what is no picture, or not known yet. */
export function Thumbnail({ media }: { media: Media | undefined }) {
  const shown = media && kindOfType(media.type) === 'picture' ? shownToStaff(media) : null
  const [source] = shown ? pictureSources(shown, 360) : []
  return source ? <Image className={css.thumbnail} src={source} mode="aspectFill" aria-hidden /> : null
}
