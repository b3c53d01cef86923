import { useState } from 'react'
import { FilterSheet } from '@/places/components/filter-sheet'
import { OriginSheet } from '@/places/components/origin-bar'
import { DirectionsSheet } from '@/places/directions/directions-sheet'
import { goAid } from '@/places/go'
import { MapLegend } from '@/places/map/map-legend'
import { MapView } from '@/places/map/map-view'
import { SpotSheet } from '@/places/map/spot-sheet'
import { useMapScreen } from '@/places/map/use-map-screen'
import { type ReadyCity, refreshCity, useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityPicker } from '@/shared/city/components/city-picker'
import { CityStart } from '@/shared/city/components/city-start'
import { AgeGate } from '@/shared/components/age-gate'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { PhoneSheet } from '@/shared/phone/phone-sheet'

/** The map and its list. Everything on the map is in the list. */
export default function MapTab() {
  const city = useCity()
  if (city.status === 'ready') return <ReadyMap city={city} />
  return (
    <Screen title="地图" tab="map" lead={<CityPicker />}>
      {city.status === 'unchosen' && <CityStart padded />}
      {city.status === 'loading' && <Waiting rows={6} text="正在取这座城市的地点" />}
      {city.status === 'failed' && (
        <StateView
          scene="offline"
          title="还没有取到地点"
          text="网络连不上，手机里也还没有存过这座城市。"
          action={{ label: '再试一次', onTap: () => void refreshCity() }}
        />
      )}
    </Screen>
  )
}

const skips = [
  { text: '跳到地点列表', to: '[role=list] .tap[tabindex="0"]' },
  { text: '跳到地图按钮', to: '[aria-label="放大地图"]' },
]

function ReadyMap({ city }: { city: ReadyCity }) {
  const screen = useMapScreen(city)
  const [over, setOver] = useState<'filter' | 'legend' | 'origin' | null>(null)
  const close = () => setOver(null)
  return (
    <Screen
      title="地图"
      tab="map"
      lead={<CityPicker />}
      notice={<CityNotice tab />}
      fill
      wide
      skips={skips}
      over={
        <>
          {over === 'filter' && (
            <FilterSheet
              choice={screen.choice}
              count={screen.near.length}
              now={screen.now}
              onChoice={screen.choose}
              onClose={close}
            />
          )}
          {over === 'legend' && <MapLegend onClose={close} />}
          {over === 'origin' && <OriginSheet onClose={close} />}
          <SpotSheet screen={screen} />
          <DirectionsSheet />
          <PhoneSheet />
          <AgeGate onAid={goAid} />
        </>
      }
    >
      <MapView city={city} screen={screen} onOpen={setOver} />
    </Screen>
  )
}
