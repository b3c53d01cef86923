/** Which rows of a long list are drawn: those near the window. Only the browser asks. */
import type { Row } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'

/** px of a row before it was measured. */
const usual = 41

/** `before` and `after`: px that the rows above and below take. */
export function useShownRows<T>(rows: readonly Row<T>[]) {
  const body = useRef<HTMLTableSectionElement>(null)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usual,
    // A row that is not laid out has no height yet.
    measureElement: (row) => row.getBoundingClientRect().height || usual,
    overscan: 20,
    scrollMargin: body.current?.offsetTop ?? 0,
  })
  const drawn = virtual.getVirtualItems()
  const [first, last] = [drawn[0], drawn[drawn.length - 1]]
  const margin = virtual.options.scrollMargin
  return {
    before: first ? first.start - margin : 0,
    after: last ? virtual.getTotalSize() - (last.end - margin) : 0,
    items: drawn.flatMap(({ index }) => {
      const row = rows[index]
      return row ? [{ row, index }] : []
    }),
    body,
    measure: virtual.measureElement,
  }
}
