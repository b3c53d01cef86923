import { dayOf } from '@common/day'
import { Text, View } from '@tarojs/components'
import type { Origin } from '@/shared/city/origin'
import { Badge } from '@/shared/components/badge'
import { Heading } from '@/shared/components/heading'
import { Icon, type IconName } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { useLayer } from '@/shared/navigation/use-layer'
import { callPlace } from '@/shared/phone/call'
import { useCompact } from '../components/compact'
import { useFocus } from '../components/focus'
import { OpenSign } from '../components/open-sign'
import { openDirections } from '../directions/open'
import { distanceFromText, distanceLine } from '../distance-text'
import { toggleFavourite, useIsFavourite } from '../favourites'
import { goPlace } from '../go'
import type { NearPlace } from '../nearest'
import { lineOf, projectText, verifiedText } from '../view'
import css from './place-card.module.scss'

const cardId = 'chosen-place'

/**
 * The chosen place: its name, what is true of it now, and what one does next. In large type on a phone it is brief, for the
 * map above it has to show where the place lies.
 */
export function PlaceCard({
  near,
  origin,
  now,
  isBrief,
  beside,
  onBeside,
  onClose,
}: {
  near: NearPlace
  origin: Origin
  /** ms */
  now: number
  isBrief: boolean
  /** How many other places lie on the same spot. */
  beside: number
  onBeside: () => void
  onClose: () => void
}) {
  const { place, distance } = near
  const favourite = useIsFavourite(place.id)
  const compact = useCompact()
  useFocus(cardId, place.id)
  useLayer(onClose)
  return (
    <View
      id={cardId}
      className={`${css.card} ${isBrief ? css.brief : ''}`}
      role="region"
      tabIndex={-1}
      aria-label={`选中：${place.name}`}
    >
      <View className={css.head}>
        <Heading level={2} className={css.name}>
          {place.name}
        </Heading>
        <Tap className={css.close} label="回到列表" onTap={onClose}>
          <Icon name="close" />
        </Tap>
      </View>
      <Truth near={near} now={now} reach={isBrief ? distanceFromText(distance, origin) : null} />
      {!isBrief && (
        <Text className={css.reach}>{`${distanceLine(distance, origin)} · ${place.address}`}</Text>
      )}
      {isBrief && !compact && <Text className={css.reach}>{place.address}</Text>}
      {beside > 0 && (
        <Tap className={css.beside} onTap={onBeside}>
          <Icon name="layers" size="s" />
          <Text className={css.besideText}>{`同一位置还有 ${beside} 处`}</Text>
        </Tap>
      )}
      <View className={css.actions}>
        <Action icon="navigate" text="导航" strong onTap={() => openDirections(place, distance)} />
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

/** With the signs that a row has: open or closed, how far where that is asked for, what is doubtful, what was seen there. */
function Truth({
  near: { place, open },
  now,
  reach,
}: {
  near: NearPlace
  now: number
  reach: string | null
}) {
  const project = projectText(place)
  const verified = project === null ? verifiedText(place, dayOf(now)) : null
  return (
    <View className={css.truth}>
      {project === null ? (
        <OpenSign line={lineOf(open, place, now)} />
      ) : (
        <Text className={css.said}>{project}</Text>
      )}
      {reach !== null && <Text className={css.near}>{reach}</Text>}
      {place.doubts.length > 0 && (
        <Badge tone="doubt" icon="warning">
          待核实
        </Badge>
      )}
      {verified !== null && <Text className={css.said}>{verified}</Text>}
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
