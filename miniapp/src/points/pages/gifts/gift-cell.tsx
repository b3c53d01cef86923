import type { Gift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { Badge } from '@/shared/components/badge'
import { Points } from '@/shared/components/points'
import { Tap } from '@/shared/components/tap'
import { address, useElder } from '@/shared/storage/settings'
import { GiftPicture } from '../../components/gift-picture'
import { giftSign } from '../../gift-view'
import { goGift } from '../../go'
import { offeredSign } from '../../waiting-view'
import css from './gifts.module.scss'

/** A gift as a picture: name, price, what is left. */
export function GiftCell({
  gift,
  now,
  balance,
  isOffered,
}: {
  gift: Gift
  now: number
  balance: number | null
  /** A piece is offered to the person: they can order it though it is sold out for others. */
  isOffered: boolean
}) {
  const elder = useElder()
  const sign = isOffered ? offeredSign : giftSign(gift, now)
  const missing = balance === null ? 0 : Math.max(0, gift.price - balance)
  return (
    <View className={css.item} role="listitem">
      <Tap className={css.cell} role="link" onTap={() => goGift(gift.id)}>
        <GiftPicture
          gift={gift}
          part={0.5}
          className={`${css.picture} ${gift.state === 'on-sale' || isOffered ? '' : css.faded}`}
        />
        <View className={css.words}>
          <Text className={css.name}>{gift.name}</Text>
          <Points value={gift.price} size="l" unit="积分" />
          {sign.icon ? (
            <Badge tone={sign.tone} icon={sign.icon}>
              {address(elder, sign.word)}
            </Badge>
          ) : (
            <Text className={css.left}>
              {missing > 0 ? `还差 ${missing} 分 · ` : ''}
              {sign.word}
            </Text>
          )}
        </View>
      </Tap>
    </View>
  )
}
