import { dayOf } from '@common/day'
import type { Order } from '@contract/points'
import { View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { Picture } from '@/shared/components/picture'
import { Points } from '@/shared/components/points'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useNow } from '@/shared/time/clock'
import { dayText, momentText } from '@/shared/time/moments'
import { CounterScreen } from '../components/at-counter'
import type { Step } from './flow'
import css from './handover.module.scss'
import { OrderNumber } from './order-number'
import { RefusalLine } from './refusal-line'
import { useRefusalOptions } from './use-refusal-options'
import { confirmRefusal } from './view'

type Shown = Extract<Step, { step: 'found' | 'confirming' }>

/** What is to be handed over, and the one press that does it. */
export function Found({
  outlet,
  now,
  onConfirm,
  onBack,
}: {
  outlet: string
  now: Shown
  onConfirm: () => void
  onBack: () => void
}) {
  const options = useRefusalOptions()
  const busy = now.step === 'confirming'
  const refused = now.step === 'found' ? now.refused : null
  return (
    <CounterScreen
      title="核销礼品"
      outlet={outlet}
      actions={
        <Stack gap={2} wide>
          <Button tone="primary" block disabled={busy} onTap={onConfirm}>
            {busy ? '正在记上' : now.unsure ? '再确认一次' : '确认交给顾客'}
          </Button>
          <Button block disabled={busy} onTap={onBack}>
            暂不交付
          </Button>
        </Stack>
      }
    >
      {refused && <RefusalLine refusal={confirmRefusal(refused, now.unsure, options)} />}
      <GiftCard order={now.check.order} />
      <Hint>
        按“确认交给顾客”以后：这一单就领完了，顾客不能再取消、也不能再领；本店的核销记录多一件。看到“已交付”再把礼品给顾客。
      </Hint>
    </CounterScreen>
  )
}

function GiftCard({ order }: { order: Order }) {
  const now = useNow()
  return (
    <View className={css.gift}>
      <View className={css.photo}>
        <Picture path={order.gift.picture} label={order.gift.name} />
      </View>
      <View className={css.about}>
        <Heading level={2} size="part">
          {order.gift.name}
        </Heading>
        <Points value={order.points} size="l" />
        <OrderNumber id={order.id} />
        <Hint>
          {momentText(Date.parse(order.reservedAt), now)} 兑换，{dayText(order.pickUpBy, dayOf(now))}
          （含当天）前领取
        </Hint>
      </View>
    </View>
  )
}
