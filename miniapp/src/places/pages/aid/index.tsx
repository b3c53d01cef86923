import { View } from '@tarojs/components'
import { useCallback, useEffect, useMemo } from 'react'
import { type ReadyCity, refreshCity, useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityStart } from '@/shared/city/components/city-start'
import { resumePosition, useOrigin } from '@/shared/city/origin'
import { Card } from '@/shared/components/card'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { PhoneSheet } from '@/shared/phone/phone-sheet'
import { useNow } from '@/shared/time/clock'
import { NeighbourCard } from '../../components/neighbour-card'
import { DistrictChoices, OwnPosition } from '../../components/origin-choices'
import { PlaceRow } from '../../components/place-row'
import { DirectionsSheet } from '../../directions/directions-sheet'
import { goAidPlace } from '../../go'
import type { FindNear } from '../../neighbour'
import css from './aid.module.scss'
import { aidAnswer } from './answer'
import { Hotlines } from './hotlines'
import { Station } from './station'

/** Love-aid mode: where to go now. No login, no age, no dialog. */
export default function AidPage() {
  const city = useCity()
  useEffect(() => {
    void resumePosition()
  }, [])
  return (
    <Screen
      title="爱心救助"
      notice={<CityNotice />}
      over={
        <>
          <DirectionsSheet />
          <PhoneSheet />
        </>
      }
    >
      <View className={css.page}>
        {city.status === 'ready' && <Answer city={city} />}
        {city.status === 'unchosen' && <CityStart />}
        {city.status === 'loading' && <Waiting rows={3} text="正在找最近的救助点" />}
        <Hotlines />
        {city.status === 'failed' && (
          <StateView
            scene="offline"
            title="网络连不上，还没有取到救助点"
            text="急事请打上面的电话，不用网络。"
            action={{ label: '再试一次', onTap: () => void refreshCity() }}
          />
        )}
      </View>
    </Screen>
  )
}

function Answer({ city }: { city: ReadyCity }) {
  const { origin, asking } = useOrigin()
  const now = useNow()
  const { catalogue, region } = city
  const lng = origin?.point.lng
  const lat = origin?.point.lat
  const answer = useMemo(
    () => (lng === undefined || lat === undefined ? null : aidAnswer(catalogue, { lng, lat }, now)),
    [catalogue, lng, lat, now],
  )
  const find = useCallback<FindNear>((other, from) => aidAnswer(other, from, now).first, [now])
  if (!answer || !origin) return null
  const { first, others, opensNext } = answer
  return (
    <>
      {origin.from !== 'position' && <OwnPosition asking={asking} city={region.name} />}
      {first && <Station near={first} now={now} title="最近开着的救助点" origin={origin} />}
      <NeighbourCard than={first?.distance ?? Number.POSITIVE_INFINITY} find={find} onPress={goAidPlace} />
      {opensNext && <Station near={opensNext} now={now} title="现在都关着，最早开门的是" origin={origin} />}
      {!first && !opensNext && (
        <StateView
          scene="empty"
          title={`${region.name}还没有登记救助点`}
          text="可以打 12345 问当地的救助管理站在哪里。"
        />
      )}
      {origin.from !== 'position' && (
        <Card title="不在这附近？选一个区县">
          <DistrictChoices region={region} origin={origin} />
        </Card>
      )}
      {others.length > 0 && (
        <Card title="也可以去" flush>
          {others.map((near) => (
            <PlaceRow key={near.place.id} near={near} origin={origin} now={now} onPress={goAidPlace} />
          ))}
        </Card>
      )}
    </>
  )
}
