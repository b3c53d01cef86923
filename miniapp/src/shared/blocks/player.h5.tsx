import css from './blocks.module.scss'
import type { PlayerProps } from './player'

export type { PlayerProps }

/** The browser's own player: it goes on while the screen is locked, and a keyboard and a screen reader know it. */
export function Player({ source, title }: PlayerProps) {
  // biome-ignore lint/a11y/useMediaCaption: a recording has its transcript below it
  return <audio className={css.player} src={source} aria-label={title} controls preload="none" />
}
