import { useEffect, useRef } from 'react'

/** Up and down go from row to row, Home and End to the first and the last. */
export function useRowKeys(id: string): void {
  useEffect(() => {
    const table = document.getElementById(id)
    function pressed(event: KeyboardEvent): void {
      const rows = [...(table?.querySelectorAll<HTMLElement>('tbody button.tap') ?? [])]
      const focused = document.activeElement
      const at = focused instanceof HTMLElement ? rows.indexOf(focused) : -1
      const next = at < 0 ? undefined : rows[target(event.key, at, rows.length)]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    table?.addEventListener('keydown', pressed)
    return () => table?.removeEventListener('keydown', pressed)
  }, [id])
}

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

/** −1 for a key that moves nothing, and past the ends. */
function target(key: string, at: number, length: number): number {
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : -1
}
