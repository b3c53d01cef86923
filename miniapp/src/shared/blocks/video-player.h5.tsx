import { Frame, insideFrame } from './frame'
import type { VideoPlayerProps } from './video-player'

export type { VideoPlayerProps }

/** The browser's own player, which a keyboard and a screen reader know. */
export function VideoPlayer({ source, title, poster, ratio, onTime }: VideoPlayerProps) {
  return (
    <Frame ratio={ratio}>
      {/* biome-ignore lint/a11y/useMediaCaption: its captions stand below it, where elder mode enlarges them */}
      <video
        className={insideFrame}
        src={source}
        aria-label={title}
        poster={poster}
        controls
        playsInline
        preload="none"
        onTimeUpdate={(event) => onTime(event.currentTarget.currentTime)}
      />
    </Frame>
  )
}
