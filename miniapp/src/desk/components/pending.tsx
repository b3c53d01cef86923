import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { openPage } from '@/shared/navigation/navigation'
import type { ReviewItem } from '../registration'
import { reviewUrl } from '../waiting'
import css from './pending.module.scss'

/** `action`: what the button to the review says. */
export type PendingLine = Pick<ReviewItem, 'kind' | 'id'> & { text: string; action: string }

/** What waits for a second person, where the thing is that it is about. Nothing while nothing waits. */
export function PendingLines({
  word,
  lines,
  foot,
}: {
  word: string
  lines: readonly PendingLine[]
  foot?: ReactNode
}) {
  if (lines.length === 0) return null
  return (
    <View className={css.list} role="status">
      {lines.map(({ text, action, ...item }) => (
        <View key={item.id} className={css.item}>
          <Badge tone="doubt">{word}</Badge>
          <Text className={css.text}>{text}</Text>
          <Button onTap={() => openPage(reviewUrl(item))}>{action}</Button>
        </View>
      ))}
      {foot && <View className={css.foot}>{foot}</View>}
    </View>
  )
}
