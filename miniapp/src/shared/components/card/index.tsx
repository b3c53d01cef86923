import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '../heading'
import css from './card.module.scss'

/** A surface with a hairline. `flush`: rows reach its edges. */
export function Card({
  title,
  action,
  children,
  flush = false,
}: {
  title?: string
  /** Right of the title, e.g. a quiet button. */
  action?: ReactNode
  children: ReactNode
  flush?: boolean
}) {
  return (
    <View className={`${css.card} ${flush ? css.flush : ''}`}>
      {title && (
        <View className={css.head}>
          <Heading level={2} size="part">
            {title}
          </Heading>
          {action}
        </View>
      )}
      {children}
    </View>
  )
}
