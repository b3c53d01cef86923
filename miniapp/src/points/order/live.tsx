import type { Order } from '@contract/points'
import { pickupText } from '@rules/points/rolling-code'
import { Text, View } from '@tarojs/components'
import { FailureView } from '@/shared/components/failure-view'
import { Heading } from '@/shared/components/heading'
import { Qr } from '@/shared/components/qr'
import { ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { address, useElder } from '@/shared/settings'
import { spacedDigits } from '../order-view'
import css from './order.module.scss'
import { usePickup } from './use-pickup'

/** What one shows at the counter: the code, large. */
export function Live({ person, order, isOffline }: { person: string; order: Order; isOffline: boolean }) {
  const elder = useElder()
  const { digits, failure, again } = usePickup(person, order)
  return (
    <View className={css.card}>
      <Heading level={2} className={css.gift}>
        {order.gift.name}
      </Heading>
      {digits ? (
        <>
          <Text className={css.say}>{address(elder, '把这个码给网点的工作人员看')}</Text>
          <Qr text={pickupText(digits)} label="领取码" />
          <Text className={css.digits} aria-label={[...digits].join(' ')}>
            {spacedDigits(digits)}
          </Text>
          <Text className={css.hint}>
            每 30 秒换一次，出示现在的就行。扫不出来，把屏幕调亮，或报上面的数字。
          </Text>
          {isOffline && <ResultLine tone="doubt">现在没有网。这个码今天照样能用。</ResultLine>}
        </>
      ) : failure ? (
        <FailureView failure={failure} onAgain={again} />
      ) : (
        <Waiting rows={3} text="正在取领取码" />
      )}
    </View>
  )
}
