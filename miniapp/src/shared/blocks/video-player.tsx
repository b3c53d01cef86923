import { Video } from '@tarojs/components'
import { Frame, insideFrame } from './frame'

export interface VideoPlayerProps {
  source: string
  title: string
  poster: string | undefined
  /** Height by width. */
  ratio: number
  /** Seconds from the beginning, while it plays. */
  onTime: (seconds: number) => void
}

export function VideoPlayer({ source, title, poster, ratio, onTime }: VideoPlayerProps) {
  return (
    <Frame ratio={ratio}>
      <Video
        className={insideFrame}
        src={source}
        title={title}
        poster={poster}
        objectFit="contain"
        onTimeUpdate={({ detail }) => onTime(detail.currentTime)}
      />
    </Frame>
  )
}
