import { Text } from '@tarojs/components'
import { useOrigin } from '@/shared/city/origin'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { useNow } from '@/shared/time/clock'
import { distanceText } from '../distance-text'
import { goPlace } from '../go'
import { type FindNear, useNeighbour } from '../neighbour'
import css from './neighbour-card.module.scss'
import { PlaceRow } from './place-row'

/** Across the border there is a nearer one: which city it is in, and the way to it. Nothing where there is none. */
export function NeighbourCard({
  than,
  find,
  onPress = goPlace,
}: {
  /** Metres to what the own city offers; infinite where it offers nothing. */
  than: number
  find: FindNear
  onPress?: (id: string) => void
}) {
  const now = useNow()
  const { origin } = useOrigin()
  const neighbour = useNeighbour(than, find)
  if (!neighbour || !origin) return null
  return (
    <Card title={`${neighbour.city}有更近的`} flush>
      <PlaceRow near={neighbour.near} origin={origin} now={now} onPress={onPress} />
    </Card>
  )
}

/** The same in one line, where there is no room for a card. */
export function NeighbourLine({ than, find }: { than: number; find: FindNear }) {
  const neighbour = useNeighbour(than, find)
  if (!neighbour) return null
  const { place, distance } = neighbour.near
  return (
    <Tap className={css.line} role="link" onTap={() => goPlace(place.id)}>
      <Text className={css.words}>
        {neighbour.city}有更近的：{place.name}，{distanceText(distance)}
      </Text>
      <Icon name="next" size="s" />
    </Tap>
  )
}
