import type { Gift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { OpenSign } from '@/places/components/open-sign'
import { OriginBar } from '@/places/components/origin-bar'
import { distanceFromText } from '@/places/distance-text'
import { goMap } from '@/places/go'
import { lineOf, whereText } from '@/places/view'
import type { Origin } from '@/shared/city/origin'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { Hint } from '@/shared/components/text'
import { address, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import css from './gift.module.scss'
import type { PickupPlace } from './places'
import { outletsId, type PickupPlaces } from './use-outlets'

/** More would push the rest of the page away. */
const shownFirst = 4

/** Where it is picked up: one is chosen. */
export function Outlets({ gift, outlets }: { gift: Gift; outlets: PickupPlaces }) {
  const [all, setAll] = useState(false)
  const { places, origin, unknown, chosen, choose } = outlets
  const shown = all ? places : firstOf(places, chosen?.id)
  return (
    <Card title="到哪里领" flush>
      <View className={css.origin}>
        <OriginBar lead={`${places.length} 处`} />
      </View>
      <View id={outletsId} className={css.outlets} role="radiogroup" aria-label="到哪里领">
        {shown.map((one) => (
          <OutletChoice
            key={one.place.id}
            outlet={one}
            origin={origin}
            on={one.place.id === chosen?.id}
            onTap={() => choose(one.place.id)}
          />
        ))}
      </View>
      {unknown > 0 && <Text className={css.unknown}>另有 {unknown} 处还没有取到，连上网络后再看。</Text>}
      <View className={css.more}>
        {shown.length < places.length && (
          <Button tone="quiet" icon="down" onTap={() => setAll(true)}>
            {`看全部 ${places.length} 处`}
          </Button>
        )}
        <Button
          icon="map"
          block
          onTap={() => goMap({}, chosen?.id ?? null, { ids: gift.outlets, text: '能领这件的' })}
        >
          在地图上看
        </Button>
      </View>
    </Card>
  )
}

/** The first few, and the chosen one wherever it stands. */
function firstOf(places: PickupPlace[], chosen: string | undefined): PickupPlace[] {
  const first = places.slice(0, shownFirst)
  const other = places.slice(shownFirst).filter(({ place }) => place.id === chosen)
  return places.length === shownFirst + 1 ? places : [...first, ...other]
}

function OutletChoice({
  outlet,
  origin,
  on,
  onTap,
}: {
  outlet: PickupPlace
  origin: Origin | null
  on: boolean
  onTap: () => void
}) {
  const now = useNow()
  const elder = useElder()
  const { place, open, distance, own } = outlet
  const reach = distance === null || origin === null ? null : distanceFromText(distance, origin)
  return (
    <Tap
      className={`${css.outlet} ${on ? css.on : ''}`}
      role="radio"
      checked={on}
      disabled={own}
      onTap={onTap}
    >
      <View className={css.mark}>{on && <Icon name="check" size="s" />}</View>
      <Stack grow>
        <Text className={css.outletName}>{place.name}</Text>
        {own ? (
          <Hint>{address(elder, '这是你的网点，要到别处领')}</Hint>
        ) : (
          <>
            <OpenSign line={lineOf(open, place, now)} />
            <Hint>{[reach, whereText(place)].filter(Boolean).join(' · ')}</Hint>
          </>
        )}
      </Stack>
    </Tap>
  )
}
