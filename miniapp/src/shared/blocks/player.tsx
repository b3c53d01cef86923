import { View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { ResultLine } from '@/shared/components/result-line'
import { useStore } from '@/shared/storage/store'
import { backgroundAudio } from './background-audio'
import { durationText } from './words'

export interface PlayerProps {
  source: string
  title: string
  /** How long it is; null: not known. */
  seconds: number | null
}

/** WeChat's background player: it goes on while the screen is locked, and over all pages. */
export function Player({ source, title, seconds }: PlayerProps) {
  const now = useStore(backgroundAudio)
  const state = now?.source === source ? now.state : 'stopped'
  const length = seconds === null ? '' : `（${durationText(seconds)}）`
  return (
    <View>
      {state === 'playing' ? (
        <Button icon="pause" onTap={backgroundAudio.pause}>
          停一下
        </Button>
      ) : (
        <Button icon="play" onTap={() => backgroundAudio.play(source, title)}>
          {state === 'paused' ? '接着听' : `听一听${length}`}
        </Button>
      )}
      {state === 'failed' && <ResultLine tone="wrong">这段录音放不出来，可以看下面的文字稿。</ResultLine>}
    </View>
  )
}
