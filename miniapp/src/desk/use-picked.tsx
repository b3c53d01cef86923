import { type ReactNode, useEffect } from 'react'
import { useIsShown } from '@/shared/use-is-shown'
import { useLayer } from '@/shared/use-layer'
import { useWindowSize } from '@/shared/window-size'
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
  onDirty: (isDirty: boolean) => void
  sheet: ReactNode
}

/**
 * Which row of a list is open, in the address. On a phone the row takes the place of the list, and Back leads
 * there; Escape puts it away on a desktop.
 * @param name of it in the address
 */
export function usePicked(name = 'id'): Picked {
  const [key, show] = useAddressed(name)
  const isWide = useWindowSize().width >= desktop
  const close = () => show(null)
  const unsaved = useUnsaved(close)
  const pick = (next: string | null) => {
    if (next !== key) unsaved.ask(() => show(next))
  }
  useLayer(key !== null && !isWide ? () => pick(null) : undefined)
  useEscape(key !== null && isWide && !unsaved.isDirty ? close : null)
  return { key, isWide, pick, show, onDirty: unsaved.onDirty, sheet: unsaved.sheet }
}

/** Escape puts away what is open beside the table, on the page in front. A dialog over the page has its own. */
export function useEscape(close: (() => void) | null): void {
  const isShown = useIsShown()
  useEffect(() => {
    if (!close || !isShown || process.env.TARO_ENV === 'weapp') return
    function pressed(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !document.querySelector('[role="dialog"]')) close?.()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [close, isShown])
}
