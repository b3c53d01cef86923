/**
 * WeChat's one background player: it plays what its `src` is set to, if it has a title and app.json asks for it.
 * https://developers.weixin.qq.com/miniprogram/dev/api/media/background-audio/BackgroundAudioManager.html
 */
import type { WeappPackage } from '../package'
import type { Realm } from '../realm'
import type { Verdict } from '../verdict'

interface AudioWorld {
  readonly weapp: WeappPackage
  readonly realm: Realm
  readonly verdict: Verdict
  /** Remembers what the phone plays, in order. */
  readonly note: (api: string, options: unknown) => void
}

export function audioApis({ weapp, realm, verdict, note }: AudioWorld): Record<string, unknown> {
  const listeners = new Map<string, unknown>()
  const listen = (name: string) => (listener: unknown) => void listeners.set(name, listener)
  const happens = (name: string) =>
    realm.setTimeout(() => realm.call(`BackgroundAudioManager ${name}`, listeners.get(name), undefined), 0)
  const doing = (name: string, event: string) => () => {
    note(`backgroundAudio.${name}`, {})
    happens(event)
  }
  const manager = {
    title: '',
    set src(src: string) {
      if (!weapp.app.requiredBackgroundModes.includes('audio'))
        verdict.report('undeclared background mode', 'app.json has no "audio" in requiredBackgroundModes')
      if (manager.title === '') verdict.report('background audio without a title', src)
      note('backgroundAudio.src', { src, title: manager.title })
      happens('onPlay')
    },
    play: doing('play', 'onPlay'),
    pause: doing('pause', 'onPause'),
    onPlay: listen('onPlay'),
    onPause: listen('onPause'),
    onStop: listen('onStop'),
    onEnded: listen('onEnded'),
    onError: listen('onError'),
  }
  return { getBackgroundAudioManager: () => manager }
}
