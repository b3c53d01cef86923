import type { Calendar } from '@contract/places'
import { Text, View } from '@tarojs/components'
import { Heading } from '@/shared/components/heading'
import { Icon, type IconName } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { useLayer } from '@/shared/use-layer'
import { useFocus } from '../components/focus'
import { toggleFavourite, useIsFavourite } from '../favourites'
import { goPlace } from '../go'
import type { NearPlace } from '../nearest'
import type { Origin } from '../origin'
import { callPlace } from '../phone/call'
import { reachLine } from '../reach'
import { truthLine } from '../view'
import { openWay } from '../way/open'
import css from './place-card.module.scss'

const cardId = 'chosen-place'

/** The chosen place: its name, one line of truth, and what one does next. */
export function PlaceCard({
  near,
  origin,
  calendar,
  now,
  beside,
  onBeside,
  onClose,
}: {
  near: NearPlace
  origin: Origin
  calendar: Calendar
  now: number
  /** How many other places lie on the same spot. */
  beside: number
  onBeside: () => void
  onClose: () => void
}) {
  const { place, distance } = near
  const favourite = useIsFavourite(place.id)
  useFocus(cardId, place.id)
  useLayer(onClose)
  return (
    <View id={cardId} className={css.card} role="region" tabIndex={-1} aria-label={`选中：${place.name}`}>
      <View className={css.head}>
        <View className={css.words}>
          <Heading level={2} className={css.name}>
            {place.name}
          </Heading>
          <Text className={css.truth}>{truthLine(place, calendar, now)}</Text>
          <Text className={css.reach}>{`${reachLine(distance, origin)} · ${place.address}`}</Text>
        </View>
        <Tap className={css.close} label="回到列表" onTap={onClose}>
          <Icon name="close" />
        </Tap>
      </View>
      {beside > 0 && (
        <Tap className={css.beside} onTap={onBeside}>
          <Icon name="layers" size="s" />
          <Text className={css.besideText}>{`同一位置还有 ${beside} 处`}</Text>
        </Tap>
      )}
      <View className={css.actions}>
        <Action icon="navigate" text="导航" strong onTap={() => openWay(place, distance)} />
        {place.phone && <Action icon="phone" text="电话" onTap={() => callPlace(place)} />}
        <Action
          icon={favourite ? 'star-full' : 'star'}
          text={favourite ? '已收藏' : '收藏'}
          onTap={() => toggleFavourite(place.id)}
        />
        <Action icon="next" text="详情" onTap={() => goPlace(place.id)} />
      </View>
    </View>
  )
}

function Action({
  icon,
  text,
  strong = false,
  onTap,
}: {
  icon: IconName
  text: string
  strong?: boolean
  onTap: () => void
}) {
  return (
    <Tap className={`${css.action} ${strong ? css.strong : ''}`} onTap={onTap}>
      <Icon name={icon} size="s" />
      <Text>{text}</Text>
    </Tap>
  )
}
