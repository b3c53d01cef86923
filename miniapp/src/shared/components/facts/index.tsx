import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './facts.module.scss'

/** One fact of a thing: its name, and beside it the fact. `large`: to decide by. */
export function Fact({
  name,
  text,
  large = false,
  children,
}: {
  name: string
  text?: string
  large?: boolean
  /** Instead of `text`. */
  children?: ReactNode
}) {
  return (
    <View className={`${css.fact} ${large ? css.large : ''}`}>
      <Text className={css.name}>{name}</Text>
      {children ?? <Text className={css.text}>{text}</Text>}
    </View>
  )
}
