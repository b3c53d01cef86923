import type { PickupResponse } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Points } from '@/shared/components/points'
import { Stack } from '@/shared/components/stack'
import { Hint, Title } from '@/shared/components/text'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { CounterScreen } from '../components/at-counter'
import { goHandovers } from '../go'
import css from './handover.module.scss'
import { OrderNumber } from './order-number'

/** Handed over: to be seen from the other side of the counter. */
export function Done({
  outlet,
  answer: { handover, repeated },
  onNext,
}: {
  outlet: string
  answer: PickupResponse
  onNext: () => void
}) {
  const now = useNow()
  return (
    <CounterScreen
      title="核销礼品"
      outlet={outlet}
      actions={
        <Stack gap={2} wide>
          <Button tone="primary" block onTap={onNext}>
            下一位
          </Button>
          <Button block onTap={goHandovers}>
            看核销记录
          </Button>
        </Stack>
      }
    >
      <View className={css.done} role="status" aria-live="assertive">
        <View className={css.seal}>
          <Icon name="check" className={css.tick} />
        </View>
        <Heading level={2} className={css.doneTitle}>
          已交付
        </Heading>
        <Title size="part">{handover.gift.name}</Title>
        <Points value={handover.points} size="l" />
        <Text className={css.when}>{momentText(Date.parse(handover.at), now)}</Text>
        <OrderNumber id={handover.order} />
      </View>
      <Hint>
        {repeated
          ? '这一单刚才就记上了，只算一次，没有重复。'
          : '顾客的手机上也会显示已领取。这一单不能再领第二次。'}
      </Hint>
    </CounterScreen>
  )
}
