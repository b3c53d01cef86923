import { dayOf } from '@common/day'
import { Text, View } from '@tarojs/components'
import type { Origin } from '@/shared/city/origin'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { Quiet } from '@/shared/components/text'
import { callPlace } from '@/shared/phone/call'
import { OpenSign } from '../../components/open-sign'
import { openDirections } from '../../directions/open'
import { distanceFromText, walkFrom } from '../../distance-text'
import { goAidPlace } from '../../go'
import type { NearPlace } from '../../nearest'
import { badges, doubtTexts, lineOf } from '../../view'
import { amenityNames } from '../../words'
import css from './aid.module.scss'

/** The one answer: where, how far, until when, what is there, and the way. */
export function Station({
  near,
  now,
  title,
  origin,
}: {
  near: NearPlace
  now: number
  title: string
  origin: Origin
}) {
  const { place, distance, open } = near
  return (
    <View className={css.station}>
      <Text className={css.title}>{title}</Text>
      <Heading level={2} className={css.name}>
        {place.name}
      </Heading>
      <View className={css.reach}>
        <Text className={`${css.distance} ${origin.from === 'position' ? '' : css.elsewhere}`}>
          {distanceFromText(distance, origin)}
        </Text>
        <Text className={css.walk}>{walkFrom(distance, origin)}</Text>
      </View>
      <OpenSign line={lineOf(open, place, now)} large />
      {doubtTexts(place).map((text) => (
        <Text key={text} className={css.doubt}>
          待核实：{text}
        </Text>
      ))}
      <View className={css.buttons}>
        <Button tone="primary" icon="navigate" block onTap={() => openDirections(place, distance)}>
          去那里
        </Button>
        {place.phone && (
          <Button icon="phone" block onTap={() => callPlace(place)}>
            打电话
          </Button>
        )}
      </View>
      <View className={css.badges}>
        {badges(place, dayOf(now)).map((badge) => (
          <Badge key={badge.key} tone={badge.tone}>
            {badge.text}
          </Badge>
        ))}
      </View>
      <View className={css.things} role="list" aria-label="这里有">
        {place.amenities.map(({ amenity }) => (
          <View key={amenity} className={css.thing} role="listitem">
            <Icon name={amenity} size="s" />
            <Text>{amenityNames[amenity]}</Text>
          </View>
        ))}
      </View>
      <Quiet>{place.address}</Quiet>
      <Tap className={css.more} role="link" onTap={() => goAidPlace(place.id)}>
        <Text>查看营业时间和全部设施</Text>
        <Icon name="next" size="s" />
      </Tap>
    </View>
  )
}
