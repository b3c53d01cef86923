/**
 * One more entry in the browser's history while something lies over the page, so that Back takes that away and not the
 * page. The router never hears of this entry: its address is the page's own.
 */
import { closeTopLayer, layerCount } from './layers'

const mark = 'layer'
/** Our entry is the one that the browser is at. */
let held = false
/** Set while our entry is being left without a key pressed. */
let dropped: (() => void) | null = null
let dropping: Promise<void> | null = null
/** Somebody who wants to leave the page waits for that. */
let isAwaited = false
let shownAddress = ''
/** What the page wants in its address while our entry lies over its own: two addresses would be two pages to the router. */
let wanted: string | null = null
let isLeaving = (): boolean => false

/** Once, before the router listens: what is ours must not reach it. */
export function watchBack(leaving: () => boolean): void {
  isLeaving = leaving
  window.addEventListener('popstate', popped, true)
  // After the screen is drawn: a sheet that takes the place of another needs no new entry.
  layerCount.subscribe(() => queueMicrotask(settle))
}

/** A page stands: Back from here on is about it. */
export function notePageShown(): void {
  // What another page wanted in its address is not for this one.
  if (window.location.href !== shownAddress) wanted = null
  shownAddress = window.location.href
  queueMicrotask(settle)
}

/** The fragment of the page's address, also where it is not written yet. */
export const addressNow = (): string => wanted ?? window.location.hash

/** Writes it at once, or as soon as our entry is left. */
export function replaceAddress(hash: string): void {
  wanted = hash
  if (!held && !dropping) writeWanted()
}

function writeWanted(): void {
  if (wanted === null) return
  window.history.replaceState(window.history.state, '', wanted)
  wanted = null
  shownAddress = window.location.href
}

/**
 * Leaves our entry, so that where one goes next follows the page itself; null: there is nothing to wait for. A step that the
 * browser has not taken by the time somebody asks again is given up: the entry then stays behind, and is left when met.
 */
export function dropBackEntry(): Promise<void> | null {
  if (dropping && (isAwaited || !isOurs())) endDrop()
  else stepBack()
  isAwaited = dropping !== null
  return dropping
}

const isOurs = (): boolean => window.history.state?.[mark] === true

function stepBack(): void {
  if (!held) return
  held = false
  // The browser is at the page's own entry already: one step more would leave the page.
  if (!isOurs()) return
  dropping = new Promise((done) => {
    dropped = done
  })
  window.history.back()
}

function endDrop(): void {
  dropped?.()
  dropped = null
  dropping = null
  isAwaited = false
}

function settle(): void {
  if (dropping || isLeaving()) return
  if (layerCount.get() === 0) stepBack()
  else if (!held) {
    window.history.pushState({ ...window.history.state, [mark]: true }, '')
    held = true
  }
}

function popped(event: PopStateEvent): void {
  const samePage = window.location.href === shownAddress
  if (dropped) {
    event.stopImmediatePropagation()
    endDrop()
    if (samePage) writeWanted()
    settle()
    return
  }
  const wasHeld = held
  held = false
  // Several steps at once, or a page before this one: the router's business.
  if (!samePage) {
    wanted = null
    return
  }
  event.stopImmediatePropagation()
  writeWanted()
  if (wasHeld) closeTopLayer()
  else if (isOurs()) {
    // Forward, onto an entry of something that was closed.
    held = true
    stepBack()
  }
}
