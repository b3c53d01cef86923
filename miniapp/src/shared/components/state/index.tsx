import { Text, View } from '@tarojs/components'
import type { SceneName } from '../../../../icons/drawings'
import { address, useElder } from '../../storage/settings'
import { Button } from '../button'
import { CentreLine } from '../centre-line'
import { Heading } from '../heading'
import './scenes.scss'
import css from './state.module.scss'

/** Nothing to show, and why: a small picture, one sentence, one next step. */
export function StateView({
  scene,
  title,
  text,
  action,
  other,
}: {
  scene: SceneName
  title: string
  text?: string
  action?: { label: string; onTap: () => void }
  /** A second way, quieter. */
  other?: { label: string; onTap: () => void }
}) {
  const elder = useElder()
  return (
    <View className={css.state} role="status">
      <View className={css.scene} aria-hidden>
        <View className={`${css.layer} scene-line-${scene}`} />
        <View className={`${css.layer} ${css.glow} scene-glow-${scene}`} />
      </View>
      <Heading level={2} size="part">
        {address(elder, title)}
      </Heading>
      {text && <Text className={css.text}>{address(elder, text)}</Text>}
      {text && <CentreLine under={text} />}
      {action && <Button onTap={action.onTap}>{action.label}</Button>}
      {other && (
        <Button tone="quiet" onTap={other.onTap}>
          {other.label}
        </Button>
      )}
    </View>
  )
}

/** Rows that are on their way: quiet grey lines of the shape of what will come. */
export function Waiting({ rows = 3, text = '正在取' }: { rows?: number; text?: string }) {
  return (
    <View className={css.waiting} role="status" aria-label={text}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity
        <View key={row} className={css.bones} aria-hidden>
          <View className={css.bone} />
          <View className={`${css.bone} ${css.short}`} />
        </View>
      ))}
    </View>
  )
}
