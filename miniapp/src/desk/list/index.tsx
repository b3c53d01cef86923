import { Text, View } from '@tarojs/components'
import { useId } from 'react'
import { Tap } from '@/shared/components/tap'
import { ListFrame } from './frame'
import css from './list.module.scss'
import type { Column, ListProps } from './props'

export type { Column, ListProps }

/** WeChat: a card a row. */
export function List<T>(props: ListProps<T>) {
  const id = `list${useId().replace(/:/g, '')}`
  const { label, columns, rows, keyOf, picked, onPick } = props
  return (
    <ListFrame id={id} props={props}>
      <View id={id} className={css.cards} aria-label={label} role="group">
        {rows.map((row) => {
          const key = keyOf(row)
          const cells = columns.map((column) => (
            <View key={column.head} className={css.cell}>
              <Text className={css.key}>{column.head}</Text>
              <View className={css.value}>{column.cell(row)}</View>
            </View>
          ))
          return onPick ? (
            <Tap
              key={key}
              className={`${css.card} ${key === picked ? css.on : ''}`}
              current={key === picked}
              onTap={() => onPick(key)}
            >
              {cells}
            </Tap>
          ) : (
            <View key={key} className={css.card}>
              {cells}
            </View>
          )
        })}
      </View>
    </ListFrame>
  )
}
