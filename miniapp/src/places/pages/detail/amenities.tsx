import { dayOf } from '@common/day'
import { Text, View } from '@tarojs/components'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { Name } from '@/shared/components/text'
import { seenText } from '../../view'
import { amenityNames } from '../../words'
import css from './detail.module.scss'
import type { PlaceView } from './use-place'

/** What anyone may use there, each with the day somebody last saw it. */
export function Amenities({ view: { place, now } }: { view: PlaceView }) {
  if (place.amenities.length === 0) return null
  const today = dayOf(now)
  return (
    <Card title="这里有">
      <View className={css.amenities} role="list" aria-role="list">
        {place.amenities.map(({ amenity, verifiedOn }) => {
          const seen = seenText(verifiedOn, today)
          return (
            <View key={amenity} className={css.amenity} role="listitem" aria-role="listitem">
              <View className={css.glyph} aria-hidden>
                <Icon name={amenity} />
              </View>
              <View className={css.words}>
                <Name>{amenityNames[amenity]}</Name>
                <Text className={`${css.when} ${seen.stale ? css.stale : ''}`}>{seen.text}</Text>
              </View>
            </View>
          )
        })}
      </View>
    </Card>
  )
}
