import type { KeyboardEvent } from 'react'

/** Up and down go from row to row, Home and End to the first and the last. Of the table itself, whenever that is drawn. */
export function moveByKey(event: KeyboardEvent<HTMLTableElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody button.tap')]
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? rows.indexOf(focused) : -1
  const next = at < 0 || event.altKey ? undefined : rows[target(event.key, at, rows.length)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** −1 for a key that moves nothing, and past the ends. */
function target(key: string, at: number, length: number): number {
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : -1
}
