import type { Fund } from '@functions/exhibition/contract/fund'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { goPlace } from '@/places/go'
import { CityNotice } from '@/shared/city/components/city-notice'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Choice } from '@/shared/components/choice'
import { FailureView } from '@/shared/components/failure-view'
import { Page } from '@/shared/components/page'
import { Screen } from '@/shared/components/screen'
import { hasFoot } from '@/shared/components/screen/has-foot'
import { StateView, Waiting } from '@/shared/components/state'
import { FundYearView } from '../../fund/year'
import { Years } from '../../fund/years'
import { fundUrl, goHall } from '../../go'
import { useFund } from './funds'

/** Where the money went: a year at a time, and the years beside each other. */
export default function FundPage() {
  const { region = '' } = useRouter().params
  const asked = useFund(region)
  const { value: fund, failure, retry } = asked
  useShareAppMessage(() => ({ title: '公益金去了哪里', path: fundUrl(region) }))
  return (
    <Screen title="公益金去向" notice={<CityNotice of={asked} />} lottery={hasFoot(asked)}>
      <Page>
        {fund && <FundContent fund={fund} />}
        {!fund && failure && (
          <FailureView failure={failure} onRetry={retry} other={{ label: '回到展馆', onTap: goHall }} />
        )}
        {!fund && !failure && <Waiting rows={5} text="正在打开公益金去向" />}
      </Page>
    </Screen>
  )
}

function FundContent({ fund: { years } }: { fund: Fund }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const nameOf = usePlaceName()
  const year = years.find((one) => String(one.year) === chosen) ?? years[0]
  if (!year)
    return (
      <StateView
        scene="empty"
        title="还没有公布"
        text="公布以后，会出现在这里。"
        action={{ label: '回到展馆', onTap: goHall }}
      />
    )
  return (
    <>
      <Choice
        row
        label="年份"
        options={years.map((one) => ({ value: String(one.year), label: `${one.year} 年` }))}
        value={String(year.year)}
        onChange={setChosen}
      />
      <FundYearView key={year.year} year={year} nameOf={nameOf} onPlace={goPlace} />
      <Years years={years} />
    </>
  )
}
