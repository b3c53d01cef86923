/**
 * Whether the phone lost its network, for everything that says so or waits for it. A program starts as one that has a
 * network: what a browser says of it at the start is not to be relied on, and the first request that fails tells.
 */

import { createStore, useStore } from '../storage/store'
import { onNetworkChange } from './network'

const lost = createStore(false)
let isWatching = false

const offlineState = {
  get: lost.get,
  subscribe(listener: () => void) {
    if (!isWatching) onNetworkChange((isOnline) => lost.set(!isOnline))
    isWatching = true
    return lost.subscribe(listener)
  },
}

export function useIsOffline(): boolean {
  return useStore(offlineState)
}

/** Calls back whenever the phone has found a network again, until the function it gives is called. */
export function onOnline(callback: () => void): () => void {
  return onNetworkChange((isOnline) => isOnline && callback())
}
