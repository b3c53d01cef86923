import { dayOf } from '@common/day'
import { distanceMetres } from '@functions/places/rules/nearby'
import { Text, View } from '@tarojs/components'
import { useOrigin } from '@/shared/city/origin'
import { Badge } from '@/shared/components/badge'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Stack, Wrap } from '@/shared/components/stack'
import { OpenSign } from '../../components/open-sign'
import { distanceLine } from '../../distance-text'
import { badges, doubtTexts, lineOf } from '../../view'
import css from './detail.module.scss'
import type { PlaceView } from './use-place'

/** Name, what it does, whether it is open, how far, and what somebody doubts. */
export function Head({ view: { place, open, now } }: { view: PlaceView }) {
  const { origin } = useOrigin()
  const metres = origin ? distanceMetres(origin.point, place) : null
  const far = metres !== null && metres > 200_000
  return (
    <Stack gap={3}>
      <Heading level={2} className={css.name}>
        {place.name}
      </Heading>
      <Wrap>
        {badges(place, dayOf(now)).map((badge) => (
          <Badge key={badge.key} tone={badge.tone}>
            {badge.text}
          </Badge>
        ))}
      </Wrap>
      {doubtTexts(place).map((text) => (
        <View key={text} className={css.doubt}>
          <Icon name="warning" size="s" />
          <Text>
            待核实：{text}。{place.phone && '去之前先打个电话。'}
          </Text>
        </View>
      ))}
      {!(place.project && open.state === 'unknown') && <OpenSign line={lineOf(open, place, now)} large />}
      {origin && metres !== null && !far && <Text className={css.reach}>{distanceLine(metres, origin)}</Text>}
    </Stack>
  )
}
