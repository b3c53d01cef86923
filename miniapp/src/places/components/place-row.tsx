import { dayOf } from '@common/day'
import type { PlaceSummary } from '@contract/places'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { Origin } from '@/shared/city/origin'
import { Badge } from '@/shared/components/badge'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { useElder } from '@/shared/storage/settings'
import { distanceFromText, walkFrom } from '../distance-text'
import { goPlace } from '../go'
import { placeIcon } from '../icons'
import type { NearPlace } from '../nearest'
import { pinShape } from '../pins'
import { badges, lineOf, projectText, whereText } from '../view'
import { OpenSign } from './open-sign'
import css from './place-row.module.scss'

/**
 * A place in a list: name, opening, distance, what it does. Pressing it opens its page unless `onTap` is given.
 * Its height is what `row-height.ts` says: the two change together.
 */
export const PlaceRow = memo(function PlaceRow({
  near,
  origin,
  now,
  onPress = goPlace,
  chosen = false,
  id,
  tabIndex,
}: {
  near: NearPlace
  /** Where its distance is measured from. */
  origin: Origin
  /** ms */
  now: number
  onPress?: (id: string) => void
  chosen?: boolean
  id?: string
  tabIndex?: 0 | -1
}) {
  const { place, distance, open } = near
  const today = dayOf(now)
  // Large words need the whole line for the opening, and so do the words from where: the distance stands a line below.
  const elder = useElder()
  const isBelow = elder || origin.from !== 'position'
  return (
    <Tap
      id={id}
      tabIndex={tabIndex}
      className={`${css.row} ${chosen ? css.chosen : ''}`}
      onTap={() => onPress(place.id)}
    >
      <View className={`${css.glyph} ${css[pinShape(place, today)]}`} aria-hidden>
        <Icon name={placeIcon(place, today)} />
      </View>
      <Stack gap={1} grow>
        <Text className={css.name}>{place.name}</Text>
        <View className={css.line}>
          {place.project ? (
            <Text className={css.project}>{projectText(place)}</Text>
          ) : (
            <OpenSign line={lineOf(open, place, now)} />
          )}
          {!isBelow && (
            <View className={css.reach}>
              <Text className={css.distance}>{distanceFromText(distance, origin)}</Text>
              <Text className={css.walk}>{walkFrom(distance, origin)}</Text>
            </View>
          )}
        </View>
        <View className={css.tags}>
          {isBelow && <Text className={css.distance}>{distanceFromText(distance, origin)}</Text>}
          <RowTags place={place} today={today} />
        </View>
      </Stack>
    </Tap>
  )
})

/** One line: what is doubtful first, then what it does, else where it is. */
function RowTags({ place, today }: { place: PlaceSummary; today: string }) {
  const tags = place.project ? [] : badges(place, today)
  return (
    <>
      {place.doubts.length > 0 && (
        <Badge tone="doubt" icon="warning">
          待核实
        </Badge>
      )}
      {tags.map((tag) => (
        <Badge key={tag.key} tone={tag.tone}>
          {tag.text}
        </Badge>
      ))}
      {tags.length === 0 && <Text className={css.address}>{whereText(place)}</Text>}
    </>
  )
}
