import type { PlaceFilter } from '@functions/places/rules/filter'
import { Text, View } from '@tarojs/components'
import { useCallback } from 'react'
import { useCompact } from '@/places/components/compact'
import { NeighbourCard } from '@/places/components/neighbour-card'
import { OpenSign } from '@/places/components/open-sign'
import { OriginBar } from '@/places/components/origin-bar'
import { PlaceRow } from '@/places/components/place-row'
import { openDirections } from '@/places/directions/open'
import { distanceFromText, walkFrom } from '@/places/distance-text'
import { goMap, goPlace } from '@/places/go'
import { type NearPlace, nearestPlaces } from '@/places/nearest'
import type { FindNear } from '@/places/neighbour'
import { lineOf } from '@/places/view'
import type { ReadyCity } from '@/shared/city'
import { type Origin, useOrigin } from '@/shared/city/origin'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Heading } from '@/shared/components/heading'
import { StateView } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { useNow } from '@/shared/time/clock'
import css from './nearest.module.scss'

/** The answer before the question: the nearest place that is open, large. */
export function Nearest({ city, near }: { city: ReadyCity; near: NearPlace | undefined }) {
  const { origin } = useOrigin()
  return (
    <View className={css.card}>
      <View className={css.head}>
        <Heading level={2} className={css.title}>
          现在开着，离得最近
        </Heading>
        <OriginBar brief={useCompact()} />
      </View>
      {near && origin ? (
        <First near={near} origin={origin} />
      ) : (
        <StateView
          scene="empty"
          title={`${city.region.name}这会儿没有开着的`}
          text="到地图上看看它们什么时候开门。"
          action={{ label: '看地图', onTap: () => goMap() }}
        />
      )}
    </View>
  )
}

/** The same card while the city is on its way: as high, so that nothing moves when the answer comes. */
export function NearestWaiting() {
  return (
    <View className={css.card} role="status" aria-label="正在取这座城市的地点">
      <View className={css.head}>
        <Heading level={2} className={css.title}>
          现在开着，离得最近
        </Heading>
        <View className={css.originWaiting} />
      </View>
      <View className={css.first} aria-hidden>
        <View className={css.faceWaiting}>
          <View className={css.bone} />
          <View className={`${css.bone} ${css.short}`} />
        </View>
        <View className={css.goWaiting} />
      </View>
    </View>
  )
}

/** As high as two of the ones after it with names of one line. */
export function AlsoOpenWaiting() {
  return (
    <Card title="附近还有开着的" flush>
      <View className={css.others} aria-hidden>
        <View className={css.rowWaiting} />
        <View className={css.rowWaiting} />
      </View>
    </Card>
  )
}

/** A nearer one that is open in the city across the border, for whoever stands near it. */
export function AcrossTheBorder({ near, filter }: { near: NearPlace | undefined; filter: PlaceFilter }) {
  const now = useNow()
  const find = useCallback<FindNear>(
    (catalogue, from) =>
      nearestPlaces(catalogue, from, { limit: 1, filter: { ...filter, openAt: now }, now })[0] ?? null,
    [filter, now],
  )
  return <NeighbourCard than={near?.distance ?? Number.POSITIVE_INFINITY} find={find} />
}

/** The ones after it. */
export function AlsoOpen({ near }: { near: readonly NearPlace[] }) {
  const now = useNow()
  const { origin } = useOrigin()
  if (near.length === 0 || !origin) return null
  return (
    <Card title="附近还有开着的" flush>
      <View className={css.others}>
        {near.map((one) => (
          <PlaceRow key={one.place.id} near={one} origin={origin} now={now} />
        ))}
      </View>
    </Card>
  )
}

function First({ near, origin }: { near: NearPlace; origin: Origin }) {
  const now = useNow()
  const { place, distance, open } = near
  return (
    <View className={css.first}>
      <Tap className={css.face} role="link" onTap={() => goPlace(place.id)}>
        <Text className={css.name}>{place.name}</Text>
        <View className={css.reach}>
          <Text className={`${css.distance} ${origin.from === 'position' ? '' : css.elsewhere}`}>
            {distanceFromText(distance, origin)}
          </Text>
          <Text className={css.walk}>{walkFrom(distance, origin)}</Text>
        </View>
        <OpenSign line={lineOf(open, place, now)} large />
      </Tap>
      <Button
        tone="primary"
        icon="navigate"
        block
        label={`去那里：${place.name}`}
        onTap={() => openDirections(place, distance)}
      >
        去那里
      </Button>
    </View>
  )
}
