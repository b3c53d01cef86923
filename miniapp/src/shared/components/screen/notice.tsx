import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './screen.module.scss'

/** One quiet line under the top bar. */
export function Notice({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'doubt' }) {
  return (
    <View className={`${css.notice} ${tone === 'doubt' ? css.doubt : ''}`} role="status">
      <Text>{children}</Text>
    </View>
  )
}
