import { Text, View } from '@tarojs/components'
import { navigateTo } from '@/places/actions'
import type { ReadyCity } from '@/places/city'
import { useNow } from '@/places/clock'
import { OpenSign } from '@/places/components/open-sign'
import { OriginBar } from '@/places/components/origin-bar'
import { PlaceRow } from '@/places/components/place-row'
import { goMap, goPlace } from '@/places/go'
import { type NearPlace, useNearest } from '@/places/nearest'
import { distanceText, lineOf, walkText } from '@/places/view'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { StateView } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { useAge } from '@/shared/settings'
import css from './nearest.module.scss'
import { openFor } from './view'

/** The answer before the question: the nearest place that is open, large, and two more. */
export function Nearest({ city }: { city: ReadyCity }) {
  const now = useNow()
  const near = useNearest({ limit: 3, filter: openFor(useAge()), openNow: true })
  const [first, ...others] = near
  return (
    <View className={css.card}>
      <View className={css.head}>
        <Heading level={2} className={css.title}>
          现在开着，离得最近
        </Heading>
      </View>
      <View className={css.origin}>
        <OriginBar />
      </View>
      {first ? (
        <First near={first} now={now} />
      ) : (
        <StateView
          scene="empty"
          title={`${city.region.name}这会儿没有开着的`}
          text="到地图上看看它们什么时候开门。"
          action={{ label: '看地图', onTap: () => goMap() }}
        />
      )}
      {others.length > 0 && (
        <View className={css.others}>
          {others.map((one) => (
            <PlaceRow key={one.place.id} near={one} now={now} />
          ))}
        </View>
      )}
    </View>
  )
}

function First({ near, now }: { near: NearPlace; now: number }) {
  const { place, distance, open } = near
  return (
    <View className={css.first}>
      <Tap className={css.face} role="link" onTap={() => goPlace(place.id)}>
        <Text className={css.name}>{place.name}</Text>
        <View className={css.reach}>
          <Text className={css.distance}>{distanceText(distance)}</Text>
          <Text className={css.walk}>{walkText(distance)}</Text>
        </View>
        <OpenSign line={lineOf(open, place, now)} large />
      </Tap>
      <Button tone="primary" icon="navigate" block label={`去${place.name}`} onTap={() => navigateTo(place)}>
        去那里
      </Button>
    </View>
  )
}
