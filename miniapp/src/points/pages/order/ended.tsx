import { dayOf } from '@common/day'
import type { Order } from '@contract/points'
import { View } from '@tarojs/components'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Picture } from '@/shared/components/picture'
import { Hint, Title } from '@/shared/components/text'
import { address, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import { giftIcons } from '../../icons'
import { endedText, orderSign, orderWhen } from '../../order-view'
import css from './order.module.scss'

/** What became of an order: said aloud when it happens while one looks. */
export function Ended({ order }: { order: Order }) {
  const elder = useElder()
  const now = useNow()
  const sign = orderSign(order)
  return (
    <View className={css.card}>
      <View className={css.outcome} role="status" aria-live="assertive">
        <View className={`${css.seal} ${css[sign.tone]}`} aria-hidden>
          <Icon name={sign.icon} size="l" />
        </View>
        <Title size="page">{sign.word}</Title>
        <Hint figures>{orderWhen(order, now, dayOf(now))}</Hint>
      </View>
      <View className={css.thing}>
        <Picture path={order.gift.picture} icon={giftIcons[order.gift.category]} className={css.thumb} />
        <Heading level={2} size="part">
          {order.gift.name}
        </Heading>
      </View>
      <Hint figures>{address(elder, endedText(order) ?? '')}</Hint>
    </View>
  )
}
