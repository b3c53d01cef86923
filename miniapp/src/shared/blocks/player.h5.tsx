import { Hint } from '@/shared/components/text'
import css from './blocks.module.scss'
import type { PlayerProps } from './player'
import { durationText } from './words'

export type { PlayerProps }

/**
 * The browser's own player: it goes on while the screen is locked, and a keyboard and a screen reader know it. It loads nothing before it is
 * asked to, so that how long it is stands beside it.
 */
export function Player({ source, title, seconds }: PlayerProps) {
  return (
    <>
      {seconds !== null && <Hint>{`时长 ${durationText(seconds)}`}</Hint>}
      {/* biome-ignore lint/a11y/useMediaCaption: a recording has its transcript below it */}
      <audio className={css.player} src={source} aria-label={title} controls preload="none" />
    </>
  )
}
