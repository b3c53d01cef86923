import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { PlaceRow } from '@/places/components/place-row'
import { useFavourites } from '@/places/favourites'
import { goMap } from '@/places/go'
import { useCity } from '@/shared/city'
import { useOrigin } from '@/shared/city/origin'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { address, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import css from './me.module.scss'
import { favouritesOf } from './view'

/** Favourites in this city; those of another city appear when it is chosen. */
export function Favourites() {
  const elder = useElder()
  const city = useCity()
  const { origin } = useOrigin()
  const now = useNow()
  const ids = useFavourites()
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const point = origin?.point ?? null
  const { here, elsewhere } = useMemo(
    () =>
      catalogue && point ? favouritesOf(ids, catalogue, point, now) : { here: [], elsewhere: ids.length },
    [ids, catalogue, point, now],
  )
  return (
    <Card title="收藏的地点" flush>
      {here.length > 0 && (
        <View className={css.list}>
          {origin &&
            here.map((near) => <PlaceRow key={near.place.id} near={near} origin={origin} now={now} />)}
        </View>
      )}
      {ids.length === 0 && (
        <View className={css.none}>
          <Text className={css.hint}>
            {address(elder, '你还没有收藏。在地点页按“收藏”，它就会出现在这里，没有网也能看。')}
          </Text>
          <Button icon="map" onTap={() => goMap()}>
            去地图上看看
          </Button>
        </View>
      )}
      {elsewhere > 0 && (
        <View className={css.none}>
          <Text className={css.hint}>另有 {elsewhere} 处在别的城市，换城市后可见。</Text>
        </View>
      )}
    </Card>
  )
}
