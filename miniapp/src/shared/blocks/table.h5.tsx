import { View } from '@tarojs/components'
import { Hint } from '@/shared/components/text'
import type { BlockOf } from './block-of'
import { cellsOf, isNarrow } from './cells'
import css from './table.module.scss'

/** The browser: a table that readers know as one. It scrolls in itself, also by the keyboard, and turns no page meanwhile. */
export function TableBlock({ block }: { block: BlockOf<'table'> }) {
  const { caption, columns } = block
  return (
    <View>
      {/* Outside of what scrolls, so that it is never cut. */}
      {caption !== '' && (
        <View className={css.caption} aria-hidden>
          <Hint>{caption}</Hint>
        </View>
      )}
      <section
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
