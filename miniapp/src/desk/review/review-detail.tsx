import { Text, View } from '@tarojs/components'
import { useId } from 'react'
import { Button } from '@/shared/components/button'
import { FailureView } from '@/shared/components/failure-view'
import { Waiting } from '@/shared/components/state'
import css from '../components/desk.module.scss'
import type { Decision, ReviewProps } from '../registration'
import { useStepKeys } from './step-keys'

/** One thing to decide, and the way to the next without the list. */
export function ReviewDetail({
  review: Review,
  hasFailed,
  retry,
  onNext,
  onBefore,
  ...props
}: ReviewProps & {
  /** Null: not loaded yet. */
  review: Decision | null
  hasFailed: boolean
  retry: () => void
  /** Null: there is none. */
  onNext: (() => void) | null
  onBefore: (() => void) | null
}) {
  const id = `review${useId().replace(/:/g, '')}`
  useStepKeys(id, onNext, onBefore)
  return (
    <View id={id} className={css.detail}>
      {Review && <Review {...props} />}
      {!Review && hasFailed && <FailureView failure={{ code: 'offline' }} onRetry={retry} />}
      {!Review && !hasFailed && <Waiting rows={3} />}
      <View className={css.part}>
        <View className={css.buttons}>
          <Button disabled={!onBefore} onTap={() => onBefore?.()}>
            上一条
          </Button>
          <Button disabled={!onNext} onTap={() => onNext?.()}>
            下一条
          </Button>
          {process.env.TARO_ENV !== 'weapp' && (
            <Text className={`${css.hint} ${css.keysHint}`}>按 Alt+↓ 看下一条，Alt+↑ 看上一条。</Text>
          )}
        </View>
      </View>
    </View>
  )
}
