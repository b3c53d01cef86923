/**
 * A long list as one stop of the keyboard: Tab leads to one of its rows and past it, arrows, Home, End and the page keys
 * lead from row to row, also to rows that are drawn only when one comes near. For the browser.
 */
import { useEffect, useId, useRef, useState } from 'react'
import type { RowKeys } from './list-keys'
import type { Slice } from './row-height'

/** Rows that a page key passes over. */
const page = 5

/** Null for keys that are not the list's. */
export function rowAfter(key: string, row: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
  const wanted = key === 'Home' ? 0 : key === 'End' ? count - 1 : row + (steps[key] ?? Number.NaN)
  return Number.isNaN(wanted) ? null : Math.min(Math.max(wanted, 0), count - 1)
}

/** `offsets` px of the rows, as rowOffsets gives them; `slice` are the rows that are drawn. */
export function useListKeys(offsets: Float64Array, slice: Slice): RowKeys {
  const listId = useId()
  const [row, setRow] = useState(0)
  const wanted = useRef<number | null>(null)
  const count = offsets.length - 1
  const isDrawn = row >= slice.first && row < Math.min(slice.last, count)
  // A finger has scrolled away from it: Tab then leads to what is in sight, not to a row that is not there.
  const stopAt = isDrawn ? row : slice.first

  useEffect(() => {
    const list = document.getElementById(listId)
    const scroller = list?.parentElement
    if (!list || !scroller) return
    function pressed(event: KeyboardEvent): void {
      const next = rowAfter(event.key, stopAt, count)
      if (next === null || event.altKey || event.ctrlKey || event.metaKey || !scroller) return
      event.preventDefault()
      wanted.current = next
      setRow(next)
      const top = offsets[next] ?? 0
      const bottom = offsets[next + 1] ?? top
      if (top < scroller.scrollTop) scroller.scrollTop = top
      else if (bottom > scroller.scrollTop + scroller.clientHeight)
        scroller.scrollTop = bottom - scroller.clientHeight
    }
    list.addEventListener('keydown', pressed)
    return () => list.removeEventListener('keydown', pressed)
  }, [listId, stopAt, count, offsets])

  // The row may be drawn only after the list has scrolled to it.
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(`${listId}-${wanted.current}`)
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
  })

  return { listId, idOf: (one) => `${listId}-${one}`, stopAt }
}
