/** WeChat's one background player: which recording it plays, and whether it plays. */
import Taro from '@tarojs/taro'
import { createStore } from '@/shared/storage/store'

export type NowPlaying = { source: string; state: 'playing' | 'paused' | 'failed' }

const now = createStore<NowPlaying | null>(null)
let player: Taro.BackgroundAudioManager | null = null

function playerOnce(): Taro.BackgroundAudioManager {
  if (player) return player
  player = Taro.getBackgroundAudioManager()
  player.onPlay(() => say('playing'))
  player.onPause(() => say('paused'))
  // Also by the button of the phone's own player.
  player.onStop(() => now.set(null))
  player.onEnded(() => now.set(null))
  player.onError(() => say('failed'))
  return player
}

function say(state: NowPlaying['state']): void {
  const before = now.get()
  if (before && before.state !== state) now.set({ ...before, state })
}

export const backgroundAudio = {
  get: now.get,
  subscribe: now.subscribe,
  /** Goes on where it was paused; else from the beginning, in the place of whatever else plays. */
  play(source: string, title: string): void {
    const audio = playerOnce()
    const before = now.get()
    if (before?.source === source && before.state === 'paused') {
      audio.play()
      return
    }
    now.set({ source, state: 'playing' })
    audio.title = title
    audio.src = source
  },
  pause(): void {
    player?.pause()
  },
}
