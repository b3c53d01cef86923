import type { Order } from '@contract/points'
import { pickupText } from '@functions/points/rules/rolling-code'
import { Text, View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { FailureView } from '@/shared/components/failure-view'
import { Heading } from '@/shared/components/heading'
import { Qr } from '@/shared/components/qr'
import { ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { Hint } from '@/shared/components/text'
import { address, useElder } from '@/shared/storage/settings'
import { spacedDigits } from '../../order-view'
import css from './order.module.scss'
import type { Handover } from './use-handover'
import { type PickupNow, usePickup } from './use-pickup'

/** What can be picked up, and at the counter its code, large. */
export function Live({
  person,
  order,
  isOffline,
  handover,
}: {
  person: string
  order: Order
  isOffline: boolean
  handover: Handover
}) {
  const elder = useElder()
  // Asked for when the page opens: at the counter there may be no network.
  const pickup = usePickup(person, order)
  return (
    <View className={css.card}>
      <Heading level={2} size="part">
        {order.gift.name}
      </Heading>
      {handover.code === 'shown' ? (
        <Code pickup={pickup} isOffline={isOffline} />
      ) : (
        <>
          <Text className={css.say} role="status">
            {address(
              elder,
              handover.code === 'over' ? '领取码收起来了。轮到你时再出示。' : '到柜台再出示，让工作人员扫。',
            )}
          </Text>
          <Button tone="primary" block onTap={handover.show}>
            {handover.code === 'over' ? '再次出示' : '出示领取码'}
          </Button>
        </>
      )}
    </View>
  )
}

function Code({ pickup: { digits, failure, retry }, isOffline }: { pickup: PickupNow; isOffline: boolean }) {
  const elder = useElder()
  if (!digits)
    return failure ? (
      <FailureView failure={failure} onRetry={retry} />
    ) : (
      <Waiting rows={3} text="正在取领取码" />
    )
  return (
    <>
      <Text className={css.say}>{address(elder, '把这个码给网点的工作人员看')}</Text>
      <Qr text={pickupText(digits)} label="领取码" />
      <Text className={css.digits} aria-label={[...digits].join(' ')}>
        {spacedDigits(digits)}
      </Text>
      <Hint figures>每 30 秒换一次，出示现在的就行。扫不出来，把屏幕调亮，或报上面的数字。</Hint>
      {isOffline && <ResultLine tone="doubt">现在没有网。这个码今天照样能用。</ResultLine>}
    </>
  )
}
