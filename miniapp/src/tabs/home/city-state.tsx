import { type City, cityStore } from '@/shared/city'
import { CityStart } from '@/shared/city/components/city-start'
import { Card } from '@/shared/components/card'
import { StateView } from '@/shared/components/state'
import { NearestWaiting } from './nearest'

/** The city is not chosen yet, on its way, or cannot be had. The ways in below stay open. */
export function CityState({ city }: { city: City }) {
  if (city.status === 'unchosen') return <CityStart />
  if (city.status !== 'failed') return <NearestWaiting />
  return (
    <Card flush>
      <StateView
        scene="offline"
        title="网络连不上"
        text="这部手机里还没有存下地点。连上网络后再试。"
        action={{ label: '再试一次', onTap: () => void cityStore.refresh() }}
      />
    </Card>
  )
}
