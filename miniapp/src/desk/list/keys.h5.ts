import { useEffect, useRef } from 'react'

/**
 * Whoever opens a row goes on in its detail, and comes back to the row when that is put away. A field of the detail
 * that has taken the caret already keeps it.
 */
export function useDetailFocus(detail: string, picked: string | null): void {
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const focused = document.activeElement
    if (picked === null) {
      before.current?.focus()
      before.current = null
      return
    }
    const opened = document.getElementById(detail)
    if (focused instanceof HTMLElement && !opened?.contains(focused)) {
      before.current = focused
      opened?.focus({ preventScroll: true })
    }
  }, [detail, picked])
}
