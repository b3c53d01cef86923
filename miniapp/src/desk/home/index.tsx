import { dayOf } from '@common/day'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { messageOf } from '@/shared/messages'
import type { Remote, RemoteStore } from '@/shared/query/remote'
import { useNow } from '@/shared/time/clock'
import { useListed } from '../components/listed'
import { type Desk, type DeskDoor, type DeskPageName, doorsFor } from '../desk'
import { CityOf, DeskPage, goDesk } from '../frame/desk-page'
import {
  adjustmentList,
  auditCounts,
  batchList,
  giftList,
  holderList,
  outlierList,
  proposalList,
  reportList,
  rulesOfCity,
} from '../stores'
import { monthOf } from '../typed'
import css from './home.module.scss'
import { OwnName } from './own-name'
import {
  adjustmentTally,
  auditTally,
  batchTally,
  giftTally,
  holderTally,
  outlierTally,
  proposalTally,
  reportTally,
  ruleTally,
  type Tally,
} from './view'

/** What one's powers allow, each with its number of this moment. */
export default function HomePage() {
  return <DeskPage page="home">{(desk) => <Doors key={desk.name} desk={desk} />}</DeskPage>
}

function Doors({ desk }: { desk: Desk }) {
  return (
    <View className={css.page}>
      <View className={css.city}>
        <CityOf desk={desk} />
      </View>
      <OwnName desk={desk} />
      <View className={css.doors}>
        {doorsFor(desk.powers)
          .filter(({ page }) => page !== 'home')
          .map((door) => (
            <Door key={door.page} door={door} desk={desk} />
          ))}
      </View>
    </View>
  )
}

/** Each door asks for what it counts; the pages behind them know it then already. */
function Door({ door, desk }: { door: DeskDoor; desk: Desk }) {
  const now = useNow()
  const { name, me } = desk
  const month = `${name} ${monthOf(now)}`
  const counters: Partial<Record<DeskPageName, ReactNode>> = {
    gifts: <Count store={giftList} name={name} tally={({ gifts }) => giftTally(gifts, now)} />,
    batches: <Count store={batchList} name={name} tally={(page) => batchTally(page, dayOf(now))} />,
    rules: <Count store={rulesOfCity} name={name} tally={ruleTally} />,
    adjustments: <Count store={adjustmentList} name={name} tally={(page) => adjustmentTally(page, me.id)} />,
    proposals: <Count store={proposalList} name={name} tally={(page) => proposalTally(page, me.id)} />,
    reports: <Count store={reportList} name={name} tally={reportTally} />,
    ledger: <Count store={outlierList} name={month} tally={outlierTally} />,
    audit: (
      <Count store={auditCounts} name={month} tally={({ count, hasMore }) => auditTally(count, hasMore)} />
    ),
    roles: <Count store={holderList} name={name} tally={holderTally} />,
  }
  return (
    <Tap className={css.door} role="link" onTap={() => goDesk(door.page)}>
      <View className={css.head}>
        <Icon name={door.icon} />
        <Text className={css.title}>{door.title}</Text>
        <Icon name="next" size="s" className={css.arrow} />
      </View>
      {counters[door.page]}
    </Tap>
  )
}

function Count<T>({
  store,
  name,
  tally,
}: {
  store: RemoteStore<T>
  name: string
  tally: (value: T) => Tally
}) {
  const { value, failure }: Remote<T> = useListed(store, name)
  if (value === null) {
    return <Text className={css.text}>{failure ? messageOf(failure).title : '正在数'}</Text>
  }
  const { before, number, text, alert, marked } = tally(value)
  const [start, end] = marked ? text.split(marked) : [text]
  return (
    <View className={css.tally}>
      {before && <Text className={css.text}>{before}</Text>}
      <Text className={`${css.number} ${alert ? css.alert : ''}`}>{number}</Text>
      <Text className={css.text}>
        {start}
        {marked && <Text className={css.alert}>{marked}</Text>}
        {end}
      </Text>
    </View>
  )
}
