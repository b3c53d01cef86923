import { Text, View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { useDetailFocus, useRowKeys } from './keys'
import css from './table.module.scss'

export interface Column<T> {
  head: string
  cell: (row: T) => ReactNode
  /** Share of the width on a desktop; 1 unless told. */
  grow?: 1 | 2 | 3 | 4
  /** Numbers stand at the end of their column. */
  end?: boolean
}

/**
 * What staff go through. On a wide window a table on the left, the picked row in full on the right, and arrow keys go
 * up and down. On a phone each row is a card with the first column as its name, and the picked one takes the place of
 * the list. Put it into `<Screen wide>`.
 */
export function Table<T>({
  label,
  columns,
  rows,
  keyOf,
  picked,
  onPick,
  detail,
  detailTitle,
  empty,
  tools,
}: {
  /** What the rows are, e.g. 礼品. */
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** Key of the row that `detail` shows; null for none. */
  picked?: string | null
  onPick?: (key: string | null) => void
  detail?: ReactNode
  detailTitle?: string
  /** What to say where there are no rows. */
  empty: string
  /** Above the rows: filters, a search, the button for a new one. */
  tools?: ReactNode
}) {
  const id = `table${useId().replace(/:/g, '')}`
  useRowKeys(id)
  const open = Boolean(detail)
  const detailId = `${id}detail`
  useDetailFocus(detailId, open ? (picked ?? null) : null)
  return (
    <View className={`${css.desk} ${open ? css.open : ''}`}>
      <View className={css.list}>
        {tools && <View className={css.tools}>{tools}</View>}
        <View id={id} className={css.table} aria-label={label} role="group">
          <View className={css.heads} aria-hidden>
            {columns.map((column) => (
              <Text key={column.head} className={cellClass(column)}>
                {column.head}
              </Text>
            ))}
          </View>
          {rows.map((row) => {
            const key = keyOf(row)
            return (
              <RowOf
                key={key}
                row={row}
                columns={columns}
                on={key === picked}
                onTap={onPick && (() => onPick(key))}
              />
            )
          })}
        </View>
        {rows.length === 0 && <View className={css.empty}>{empty}</View>}
      </View>
      {open && (
        <View id={detailId} className={css.detail} role="region" aria-label={detailTitle} tabIndex={-1}>
          <View className={css.bar}>
            <Tap className={css.back} onTap={() => onPick?.(null)}>
              <Icon name="back" size="s" />
              <Text>返回列表</Text>
            </Tap>
            {detailTitle && (
              <Heading level={2} className={css.title}>
                {detailTitle}
              </Heading>
            )}
          </View>
          {detail}
        </View>
      )}
    </View>
  )
}

function RowOf<T>({
  row,
  columns,
  on,
  onTap,
}: {
  row: T
  columns: readonly Column<T>[]
  on: boolean
  onTap: (() => void) | undefined
}) {
  const cells = columns.map((column) => (
    <View key={column.head} className={cellClass(column)}>
      <Text className={css.key}>{column.head}</Text>
      <View className={css.value}>{column.cell(row)}</View>
    </View>
  ))
  return onTap ? (
    <Tap className={`${css.row} ${on ? css.on : ''}`} current={on} onTap={onTap}>
      {cells}
    </Tap>
  ) : (
    <View className={css.row}>{cells}</View>
  )
}

function cellClass({ grow = 1, end }: Pick<Column<never>, 'grow' | 'end'>): string {
  return `${css.cell} ${css[`grow${grow}`]} ${end ? css.end : ''}`
}
