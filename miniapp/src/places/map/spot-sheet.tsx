import { View } from '@tarojs/components'
import { Sheet } from '@/shared/components/sheet'
import { PlaceRow } from '../components/place-row'
import css from './spot-sheet.module.scss'
import type { MapScreen } from './use-map-screen'

/** The places that lie on one spot of the map, such as the floors of a mall: each can be picked. */
export function SpotSheet({ screen }: { screen: MapScreen }) {
  const { spot, origin, now, chosen } = screen
  if (spot === null || spot.length === 0) return null
  return (
    <Sheet title={`这里有 ${spot.length} 处`} onClose={screen.closeSpot}>
      <View className={css.list} role="list" aria-role="list" aria-label="同一位置的地点">
        {spot.map((near) => (
          <View key={near.place.id} role="listitem" aria-role="listitem">
            <PlaceRow
              near={near}
              origin={origin}
              now={now}
              chosen={near.place.id === chosen?.place.id}
              onPress={screen.pick}
            />
          </View>
        ))}
      </View>
    </Sheet>
  )
}
