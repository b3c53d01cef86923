import type { Hall } from '@contract/exhibition'
import { useShareAppMessage } from '@tarojs/taro'
import { goExhibit, goFund } from '@/exhibition/go'
import { useHall } from '@/exhibition/hall'
import { useProgress } from '@/exhibition/progress'
import { placeText, readingOn } from '@/exhibition/view'
import { refreshCity, useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityPicker } from '@/shared/city/components/city-picker'
import { CityStart } from '@/shared/city/components/city-start'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { Page } from '@/shared/components/page'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { hasFoot } from '@/shared/components/screen/has-foot'
import { StateView, Waiting } from '@/shared/components/state'
import { useAge } from '@/shared/storage/settings'
import { FloorPlan } from './floor-plan'
import { GalleryList } from './gallery-list'
import { HallLinks } from './links'

/** The exhibition hall of the city: a plan to walk, and the same rooms as a list. */
export default function HallTab() {
  const city = useCity()
  const region = city.status === 'ready' ? city.region.adcode : null
  const asked = useHall(region)
  const { value: hall, failure, retry } = asked
  const isWaiting = !hall && !failure && (region !== null || city.status === 'loading')
  useShareAppMessage(() => ({ title: '福彩线上展馆：从第一张彩票走起', path: '/tabs/hall/index' }))
  return (
    <Screen
      title="展馆"
      tab="hall"
      lead={<CityPicker />}
      notice={<CityNotice tab of={asked} />}
      lottery={!isWaiting || hasFoot(asked)}
    >
      <Page>
        {city.status === 'unchosen' && <CityStart />}
        {city.status === 'failed' && (
          <StateView
            scene="offline"
            title="网络连不上，还没有取到城市"
            text="连上网络后再试。"
            action={{ label: '再试一次', onTap: () => void refreshCity() }}
          />
        )}
        {hall && <Rooms hall={hall} />}
        {hall && <HallLinks region={hall.region} />}
        {!hall && failure && <FailureView failure={failure} onRetry={retry} />}
        {isWaiting && <Waiting rows={5} text="正在打开展馆" />}
      </Page>
    </Screen>
  )
}

function Rooms({ hall }: { hall: Hall }) {
  if (hall.galleries.length === 0)
    return <StateView scene="empty" title="展馆还没有开放" text="展品布置好以后，会出现在这里。" />
  return (
    <>
      <ReadingOnCard hall={hall} />
      <FloorPlan hall={hall} />
      <GalleryList hall={hall} />
      <Card flush>
        <Row
          first
          icon="chart"
          title="公益金去向"
          text="一元钱去了哪里，用在哪些项目上"
          onTap={() => goFund(hall.region)}
        />
      </Card>
    </>
  )
}

function ReadingOnCard({ hall }: { hall: Hall }) {
  const found = readingOn(hall, useProgress(), useAge())
  if (!found) return null
  const { gallery, exhibit, at } = found
  const { region } = hall
  return (
    <Card flush>
      <Row
        first
        icon="history"
        title={`继续看：${exhibit.title}`}
        text={`${gallery.title} · ${placeText(at, gallery.exhibits.length)}`}
        onTap={() => goExhibit({ region, gallery: gallery.gallery, exhibit: exhibit.id })}
      />
    </Card>
  )
}
