import { Text } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useCompact } from '@/places/components/compact'
import { DirectionsSheet } from '@/places/directions/directions-sheet'
import { goAid, goSearch } from '@/places/go'
import { useNearest } from '@/places/nearest'
import { useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityPicker } from '@/shared/city/components/city-picker'
import { AgeGate } from '@/shared/components/age-gate'
import { Icon } from '@/shared/components/icon'
import { Page } from '@/shared/components/page'
import { Screen } from '@/shared/components/screen'
import { Tap } from '@/shared/components/tap'
import { useAge } from '@/shared/storage/settings'
import { CityState } from './city-state'
import css from './home.module.scss'
import { MainLinks, PointsLink, WelfareMap } from './main-links'
import { AcrossTheBorder, AlsoOpen, AlsoOpenWaiting, Nearest } from './nearest'
import { News } from './news'
import { Offers } from './offers'
import { Shortcuts } from './shortcuts'
import { openFor } from './view'

/** One search, the answer before the question, two ways in, the map, what is new. */
export default function Home() {
  const city = useCity()
  const age = useAge()
  const compact = useCompact()
  useShareAppMessage(() => ({ title: '附近哪里开着、哪里能帮忙', path: '/tabs/home/index' }))
  const [first, ...others] = useNearest({ limit: 3, filter: openFor(age), openNow: true })
  return (
    <Screen
      title="福驿"
      tab="home"
      lead={<CityPicker />}
      notice={<CityNotice tab />}
      lottery
      over={
        <>
          <DirectionsSheet />
          <AgeGate onAid={goAid} />
        </>
      }
    >
      <Page>
        {compact ? <Shortcuts /> : <Search />}
        {!compact && <Offers />}
        {city.status === 'ready' ? <Nearest city={city} near={first} /> : <CityState city={city} />}
        {compact && <Offers />}
        <AcrossTheBorder near={first} filter={openFor(age)} />
        {!compact && <MainLinks />}
        {city.status === 'loading' ? <AlsoOpenWaiting /> : <AlsoOpen near={others} />}
        <WelfareMap />
        {age !== 'minor' && <PointsLink />}
        {city.status === 'ready' && <News city={city} />}
      </Page>
    </Screen>
  )
}

function Search() {
  return (
    <Tap className={css.search} role="link" onTap={goSearch}>
      <Icon name="search" />
      <Text>找网点、地址、编号</Text>
    </Tap>
  )
}
