import { ScrollView, Text, View } from '@tarojs/components'
import { Hint } from '@/shared/components/text'
import { useElder } from '@/shared/storage/settings'
import type { BlockOf } from './block-of'
import { cellsOf, isNarrow, slideText } from './cells'
import css from './table.module.scss'

/** WeChat knows no tables: boxes laid out as one, which scroll in themselves, and turn no page meanwhile. */
export function TableBlock({ block }: { block: BlockOf<'table'> }) {
  const { caption, columns } = block
  // Of usual texts a phone holds three columns, and two in large letters: to measure would be a question to the other thread.
  const isWide = columns.length > (useElder() ? 2 : 3)
  return (
    <View>
      {caption !== '' && (
        <View className={css.caption}>
          <Hint>{caption}</Hint>
        </View>
      )}
      {isWide && (
        <View className={css.caption} aria-hidden>
          <Hint>{slideText}</Hint>
        </View>
      )}
      <ScrollView
        className={css.scroll}
        scrollX
        aria-label={caption || '表格'}
        onTouchStart={(event) => event.stopPropagation()}
      >
        <View className={`${css.table} ${isNarrow(columns) ? css.narrow : ''}`}>
          <View className={css.row}>
            {cellsOf(columns).map(({ key, text }) => (
              <View key={key} className={`${css.cell} ${css.column}`}>
                <Text className={css.inside}>{text}</Text>
              </View>
            ))}
          </View>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <View key={at} className={css.row}>
              {cellsOf(columns, row).map(({ key, text }) => (
                <View key={key} className={css.cell}>
                  <Text className={css.inside}>{text}</Text>
                </View>
              ))}
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}
