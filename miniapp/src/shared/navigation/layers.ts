/**
 * What lies over the page: sheets, the card of a chosen place. Back and Escape take away the topmost of them before they
 * do anything else.
 */

import { createStore, type Store } from '../storage/store'
import { watchEscape } from './escape'

type Close = () => void

const layers: Close[] = []
const count = createStore(0)

/** How many lie over the page that is shown. */
export const layerCount: Pick<Store<number>, 'get' | 'subscribe'> = count

/** Answers with what takes it off the stack again, closed or not. */
export function addLayer(close: Close): () => void {
  watchEscape(closeTopLayer)
  layers.push(close)
  count.set(layers.length)
  return () => {
    const at = layers.indexOf(close)
    if (at >= 0) layers.splice(at, 1)
    count.set(layers.length)
  }
}

/** False where nothing lies over the page. */
export function closeTopLayer(): boolean {
  const close = layers[layers.length - 1]
  close?.()
  return close !== undefined
}
