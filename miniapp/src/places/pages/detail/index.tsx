import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { CityNotice } from '@/shared/city/components/city-notice'
import { AgeGate } from '@/shared/components/age-gate'
import { Page } from '@/shared/components/page'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { messageOf, sceneOf } from '@/shared/messages'
import { PhoneSheet } from '@/shared/phone/phone-sheet'
import { useAge } from '@/shared/storage/settings'
import { DirectionsSheet } from '../../directions/directions-sheet'
import { goAid, goMap, placeUrl } from '../../go'
import { ActionBar } from './action-bar'
import { Amenities } from './amenities'
import { Facts } from './facts'
import { Head } from './head'
import { Hours } from './hours'
import { PointsHere } from './points-here'
import { type PlaceView, usePlace } from './use-place'

/** A place: what it is, whether it is open, what is there, how to get there. */
export default function PlacePage() {
  const { id = '', for: purpose } = useRouter().params
  const state = usePlace(id)
  useShareAppMessage(() => ({
    title: state.status === 'ready' ? state.place.name : '福驿',
    path: placeUrl(id),
  }))
  if (state.status === 'ready') return <Place view={state} fromAid={purpose === 'aid'} />
  if (state.status === 'not-for-minors') return <NotForMinors />
  return (
    <Screen title="地点">
      {state.status === 'loading' ? (
        <Waiting rows={4} text="正在取这个地点" />
      ) : (
        <StateView
          scene={sceneOf(state.failure)}
          title={messageOf(state.failure).title}
          text={messageOf(state.failure).text}
          action={
            messageOf(state.failure).canRetry
              ? { label: '再试一次', onTap: state.retry }
              : { label: '到地图上看看', onTap: () => goMap() }
          }
        />
      )}
    </Screen>
  )
}

/** Whoever answered by mistake learns here where that is put right. */
function NotForMinors() {
  return (
    <Screen title="地点">
      <StateView
        scene="empty"
        title="这里是彩票销售网点"
        text="你答过未满 18 周岁，所以不显示。如果按错了，到“我的”里改年龄的回答。"
        action={{ label: '看附近的救助点', onTap: goAid }}
      />
    </Screen>
  )
}

/** Who comes from the aid page is asked nothing, not even the age; a minor is shown an outlet for its aid alone. */
function Place({ view, fromAid }: { view: PlaceView; fromAid: boolean }) {
  const minor = useAge() === 'minor'
  const forAid = fromAid || (minor && view.place.kind === 'outlet')
  const sells = view.place.kind === 'outlet' || view.place.kind === 'hall'
  return (
    <Screen
      title="地点"
      notice={<CityNotice />}
      lottery={sells && !forAid}
      actions={<ActionBar place={view.place} />}
      over={
        <>
          <DirectionsSheet />
          <PhoneSheet />
          {sells && !forAid && <AgeGate onAid={goAid} />}
        </>
      }
    >
      <Page foot>
        <Head view={view} />
        <Amenities view={view} />
        <Hours view={view} />
        {!forAid && !minor && <PointsHere view={view} />}
        <Facts view={view} />
      </Page>
    </Screen>
  )
}
