import { dayOf } from '@common/day'
import type { Order } from '@contract/points'
import { View } from '@tarojs/components'
import { Badge } from '@/shared/components/badge'
import { Icon } from '@/shared/components/icon'
import { Picture } from '@/shared/components/picture'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { Hint, Name } from '@/shared/components/text'
import { goOrder } from '../go'
import { giftIcons } from '../icons'
import { orderSign, orderWhen } from '../order-view'
import css from './order-row.module.scss'

/** An order in a list: the gift, its state, until when and where. */
export function OrderRow({
  order,
  outlet,
  now,
  first = false,
}: {
  order: Order
  /** Name of the outlet; null where this city's places do not know it. */
  outlet: string | null
  now: number
  first?: boolean
}) {
  const sign = orderSign(order)
  const live = order.state === 'reserved'
  return (
    <Tap className={`${css.row} ${first ? css.first : ''}`} role="link" onTap={() => goOrder(order.id)}>
      <Picture
        path={order.gift.picture}
        icon={giftIcons[order.gift.category]}
        className={`${css.picture} ${live ? '' : css.faded}`}
      />
      <Stack grow>
        <Name>{order.gift.name}</Name>
        <Hint figures>{orderWhen(order, now, dayOf(now))}</Hint>
        {live && outlet && <Hint figures>{outlet}</Hint>}
        <View className={css.sign}>
          <Badge tone={sign.tone} icon={sign.icon}>
            {sign.word}
          </Badge>
        </View>
      </Stack>
      <Icon name="next" size="s" className={css.arrow} />
    </Tap>
  )
}
