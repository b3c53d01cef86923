import { goAid } from '@/places/go'
import { UnderAge } from '@/points/components/under-age'
import { OfferedCard } from '@/points/components/waiting-card'
import { useAccount } from '@/points/stores'
import { refreshCity, useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityPicker } from '@/shared/city/components/city-picker'
import { CityStart } from '@/shared/city/components/city-start'
import { AgeGate } from '@/shared/components/age-gate'
import { FailureView } from '@/shared/components/failure-view'
import { Page } from '@/shared/components/page'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { endedText } from '@/shared/session/ended-text'
import { useSession } from '@/shared/session/session'
import { useAge, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import { Balance } from './balance'
import { EarningCard } from './earning'
import { PointsLinks } from './links'
import { Live } from './live'
import { LoggedOut } from './logged-out'

/** Points: what one has, what waits to be picked up, what can be done today. */
export default function PointsTab() {
  const session = useSession()
  const { me } = session
  const account = useAccount()
  return (
    <Screen
      title="积分"
      tab="points"
      lead={<CityPicker />}
      notice={<CityNotice tab of={me ? account : undefined} />}
      lottery
      over={<AgeGate onAid={goAid} />}
    >
      <Page>{me ? <Own person={me.id} /> : <LoggedOut ended={endedText(session)} />}</Page>
    </Screen>
  )
}

function Own({ person }: { person: string }) {
  const city = useCity()
  const now = useNow()
  const elder = useElder()
  const minor = useAge() === 'minor'
  const { value: account, failure, retry } = useAccount()
  if (city.status === 'failed') {
    return (
      <StateView
        scene="offline"
        title="网络连不上，还没有取到城市"
        text="积分都还在。连上网络后再试。"
        action={{ label: '再试一次', onTap: () => void refreshCity() }}
      />
    )
  }
  if (city.status === 'unchosen') return <CityStart />
  if (city.status === 'loading') return <Waiting rows={4} text="正在取你的积分" />
  const { adcode, name } = city.region
  return (
    <>
      {account && <Balance account={account} city={name} now={now} />}
      {!account && !failure && <Waiting rows={2} text="正在取你的积分" />}
      {!account && failure && <FailureView failure={failure} onRetry={retry} />}
      {/* Large type makes each link a row: the first stays in sight, the others follow the daily actions. */}
      {elder && <PointsLinks only="first" />}
      <OfferedCard />
      <Live person={person} region={adcode} />
      {!elder && <PointsLinks />}
      {minor && <UnderAge />}
      {account && !minor && <EarningCard account={account} />}
      {elder && <PointsLinks only="others" />}
    </>
  )
}
