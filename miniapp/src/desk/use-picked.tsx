import { type ReactNode, useEffect, useState } from 'react'
import { ResultLine } from '@/shared/components/result-line'
import { layerCount } from '@/shared/navigation/layers'
import { useIsShown } from '@/shared/navigation/use-is-shown'
import { useLayer } from '@/shared/navigation/use-layer'
import { useWindowSize } from '@/shared/platform/window-size'
import { useUnsaved } from './edit/unsaved'
import { useAddressed } from './use-addressed'

/** From which width (px) on a list and what was picked of it stand side by side. */
export const desktop = 1024

export type Picked = {
  key: string | null
  isWide: boolean
  /** Picks another row, or none; asks first where something is unsaved. */
  pick: (key: string | null) => void
  /** Without asking: what was open has just been saved. */
  show: (key: string | null) => void
  /** Does it, after the question where something is unsaved. */
  ask: (leave: () => void) => void
  onDirty: (isDirty: boolean) => void
  sheet: ReactNode
  /** Says above the list that what the address named is not in it. */
  gone: ReactNode
}

/**
 * Which row of a list is open, in the address. On a phone the row takes the place of the list, and Back leads
 * there; Escape puts it away on a desktop.
 * @param has whether the list has the row; null while that is not known
 * @param name of it in the address
 */
export function usePicked(has: (key: string) => boolean | null, name = 'id'): Picked {
  const [key, setKey] = useAddressed(name)
  const [isGone, setGone] = useState(false)
  const show = (next: string | null) => {
    setGone(false)
    setKey(next)
  }
  const isWide = useWindowSize().width >= desktop
  const close = () => show(null)
  const unsaved = useUnsaved(close)
  const pick = (next: string | null) => {
    if (next !== key) unsaved.ask(() => show(next))
  }
  const isListed = key === null ? null : has(key)
  const isMissing = isListed === false
  // Nothing is open then, and Back would have nothing to put away.
  useEffect(() => {
    if (!isMissing) return
    // What was shown meanwhile stays.
    setKey((now) => (now === key ? null : now))
    setGone(true)
  }, [isMissing, key, setKey])
  useLayer(isListed && !isWide ? () => pick(null) : undefined)
  useEscape(key !== null && isWide && !unsaved.isDirty ? close : null)
  const gone = isGone && <ResultLine tone="waiting">要看的这一条已处理，或者不在这一页。</ResultLine>
  return { key, isWide, pick, show, ask: unsaved.ask, onDirty: unsaved.onDirty, sheet: unsaved.sheet, gone }
}

/** For `usePicked`, of a list by ids. `fresh` stands for the row that is being made. */
export const hasRow =
  (rows: readonly { id: string }[] | undefined, fresh?: string) =>
  (key: string): boolean | null =>
    rows ? key === fresh || rows.some(({ id }) => id === key) : null

/** Escape puts away what is open beside the table, on the page in front. A dialog or hits over the page have their own. */
export function useEscape(close: (() => void) | null): void {
  const isShown = useIsShown()
  useEffect(() => {
    if (!close || !isShown || process.env.TARO_ENV === 'weapp') return
    function pressed(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || layerCount.get() > 0) return
      if (!document.querySelector('[role="dialog"]')) close?.()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [close, isShown])
}
