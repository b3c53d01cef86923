import { View } from '@tarojs/components'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Hint } from '@/shared/components/text'
import type { BlockOf } from './block-of'
import { cellsOf, isNarrow, slideText } from './cells'
import css from './table.module.scss'

/** The browser: a table that readers know as one. It scrolls in itself, also by the keyboard, and turns no page meanwhile. */
export function TableBlock({ block }: { block: BlockOf<'table'> }) {
  const { caption, columns } = block
  const place = useRef<HTMLElement>(null)
  const isWide = useIsWide(place)
  return (
    <View>
      {/* Outside of what scrolls, so that it is never cut. */}
      {caption !== '' && (
        <View className={css.caption} aria-hidden>
          <Hint>{caption}</Hint>
        </View>
      )}
      {isWide && (
        <View className={css.caption} aria-hidden>
          <Hint>{slideText}</Hint>
        </View>
      )}
      <section
        ref={place}
        className={css.scroll}
        aria-label={caption || '表格'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
        onTouchStart={(event) => event.stopPropagation()}
      >
        <table
          className={`${css.table} ${isNarrow(columns) ? css.narrow : ''}`}
          aria-label={caption || undefined}
        >
          <thead>
            <tr className={css.row}>
              {cellsOf(columns).map(({ key, text }) => (
                <th key={key} scope="col" className={`${css.cell} ${css.column}`}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
              <tr key={at} className={css.row}>
                {cellsOf(columns, row).map(({ key, text }) => (
                  <td key={key} className={css.cell}>
                    <span className={css.inside}>{text}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </View>
  )
}

/** Whether there is more of it than its place shows: known before it is drawn, and again when either changes its size. */
function useIsWide(place: RefObject<HTMLElement | null>): boolean {
  const [isWide, setWide] = useState(false)
  useLayoutEffect(() => {
    const box = place.current
    if (!box) return
    const look = () => setWide(box.scrollWidth > box.clientWidth)
    look()
    if (typeof ResizeObserver === 'undefined') return
    const watcher = new ResizeObserver(look)
    for (const one of [box, ...box.children]) watcher.observe(one)
    return () => watcher.disconnect()
  }, [place])
  return isWide
}
