import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Stack } from '@/shared/components/stack'
import css from './desk.module.scss'

/** Names and values, one a line. */
export function Facts({ facts }: { facts: readonly [name: string, value: ReactNode][] }) {
  return (
    <Stack gap={2}>
      {facts.map(([name, value]) => (
        <View key={name} className={css.fact}>
          <Text className={css.name}>{name}</Text>
          <View className={css.value}>{typeof value === 'string' ? <Text>{value}</Text> : value}</View>
        </View>
      ))}
    </Stack>
  )
}

/** What a press will change for people, said before it; nothing where it changes nothing. */
export function Consequences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <View className={css.said} role="status" aria-live="polite">
      {sentences.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </View>
  )
}
