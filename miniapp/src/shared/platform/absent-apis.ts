/**
 * What WeChat can do and some of its clients cannot: on a watch, in a car, on a desktop, or in another app that opens
 * mini-programs. There Taro has no such function, and the page that calls it would die. So what is absent answers as
 * WeChat does where it refuses, which every caller has to expect anyway.
 */
import Taro from '@tarojs/taro'
import { listeningApis, refusingApis } from './wechat-apis'

const refusal = (name: string) => () => Promise.reject({ errMsg: `${name}:fail not supported` })

const standIns: Readonly<Record<string, () => unknown>> = {
  ...Object.fromEntries(refusingApis.map((name) => [name, refusal(name)])),
  ...Object.fromEntries(listeningApis.map((name) => [name, () => undefined])),
  createMapContext: () => ({ getRegion: refusal('getRegion'), getScale: refusal('getScale') }),
  getBackgroundAudioManager: absentPlayer,
}

/** Fails as soon as it is given something to play. */
function absentPlayer() {
  const nothing = () => undefined
  let failed: () => void = nothing
  return {
    play: nothing,
    pause: nothing,
    onPlay: nothing,
    onPause: nothing,
    onStop: nothing,
    onEnded: nothing,
    onError(listener: () => void) {
      failed = listener
    },
    set src(_: string) {
      failed()
    },
  }
}

/** Once, before the first page: gives Taro what this client lacks. */
export function standInForAbsent(): void {
  for (const [name, standIn] of Object.entries(standIns)) {
    if (!(name in Taro)) Object.assign(Taro, { [name]: standIn })
  }
}
