import { galleryKindOf } from '@contract/exhibition'
import css from './tints.module.scss'
import type { GalleryKind } from './view'

const classes: Readonly<Record<GalleryKind, string | undefined>> = {
  history: css.history,
  games: css.games,
  footprints: css.footprints,
  stories: css.stories,
  stations: css.stations,
  rational: css.rational,
}

/** The class that sets `--room` to a gallery's tint; empty for one that this program does not know. */
export function tintOf(gallery: string): string {
  const kind = galleryKindOf(gallery)
  return kind === 'other' ? '' : (classes[kind] ?? '')
}

/** For a screen: all of it in the gallery's tint. */
export function groundOf(gallery: string): string {
  const tint = tintOf(gallery)
  return tint === '' ? '' : `${tint} ${css.ground}`
}
