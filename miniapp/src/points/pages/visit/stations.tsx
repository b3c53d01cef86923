import { anyRoleMatcher } from '@functions/places/rules/filter'
import { nearest } from '@functions/places/rules/nearby'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { OriginBar } from '@/places/components/origin-bar'
import { distanceFromText } from '@/places/distance-text'
import { goMap } from '@/places/go'
import { useCity } from '@/shared/city'
import { useOrigin } from '@/shared/city/origin'
import { Button } from '@/shared/components/button'
import { Row } from '@/shared/components/row'
import { Stack } from '@/shared/components/stack'
import { Waiting } from '@/shared/components/state'
import { Hint } from '@/shared/components/text'
import { visitedRoles } from '../../visit-view'
import css from './visit.module.scss'

const shown = 5

/** The nearest stations where one can check in. */
export function Stations({ onPick }: { onPick: (id: string) => void }) {
  const city = useCity()
  const { origin } = useOrigin()
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const stations = useMemo(() => {
    if (!catalogue || !origin) return []
    const found = nearest(catalogue.index, origin.point, {
      limit: shown,
      accept: anyRoleMatcher(catalogue.index, visitedRoles),
    })
    return found.map(({ place, distance }) => ({ place, reach: distanceFromText(distance, origin) }))
  }, [catalogue, origin])
  if (!catalogue) return <Waiting rows={2} text="正在取附近的站点" />
  return (
    <Stack gap={3}>
      <Hint>你在哪一处？</Hint>
      <OriginBar />
      <View className={css.list}>
        {stations.map(({ place, reach }, n) => (
          <Row
            key={place.id}
            first={n === 0}
            title={place.name}
            text={`${reach} · ${place.address}`}
            onTap={() => onPick(place.id)}
          />
        ))}
      </View>
      <Button tone="quiet" icon="map" onTap={() => goMap({ roles: ['love-aid'] })}>
        都不是，到地图上找
      </Button>
    </Stack>
  )
}
