import { addDays, type Day, dayOf } from '@common/day'
import type { Handover, Handovers } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/counter'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { FailureView } from '@/shared/components/failure-view'
import { Icon } from '@/shared/components/icon'
import { Picture } from '@/shared/components/picture'
import { Points } from '@/shared/components/points'
import { FailureLine } from '@/shared/components/result-line'
import { StateView, Waiting } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Hint, Name, Title } from '@/shared/components/text'
import { createRemote, useRemote } from '@/shared/query/remote'
import { useNow } from '@/shared/time/clock'
import { clockText, weekdayName } from '@/shared/time/days'
import { dayText } from '@/shared/time/moments'
import { AtCounter, CounterScreen } from '../components/at-counter'
import { OrderNumber } from '../handover/order-number'
import css from './handovers.module.scss'

const days = createRemote(
  (name) => {
    const [place = '', day = ''] = name.split(' ')
    return call(endpoints.handovers, { params: { place }, query: { day } })
  },
  { fresh: 2_000 },
)

/** What this counter handed over, a day at a time. */
export default function HandoversPage() {
  return <AtCounter title="核销记录" page={(outlet) => <Days key={outlet} outlet={outlet} />} />
}

function Days({ outlet }: { outlet: string }) {
  const today = dayOf(useNow())
  const [back, setBack] = useState(0)
  const day = addDays(today, -back)
  const asked = useRemote(days, `${outlet} ${day}`)
  return (
    <CounterScreen title="核销记录" outlet={outlet}>
      <View className={css.days}>
        <Tap className={css.arrow} label="前一天" onTap={() => setBack(back + 1)}>
          <Icon name="back" size="s" />
        </Tap>
        <Text className={css.day}>{dayName(day, today)}</Text>
        <Tap className={css.arrow} label="后一天" disabled={back === 0} onTap={() => setBack(back - 1)}>
          <Icon name="next" size="s" />
        </Tap>
      </View>
      <View>{asked.value && <FailureLine failure={asked.failure} />}</View>
      {asked.value ? (
        <List answer={asked.value} retry={asked.retry} />
      ) : asked.failure ? (
        <FailureView failure={asked.failure} onRetry={asked.retry} />
      ) : (
        <Waiting rows={3} text="正在取核销记录" />
      )}
    </CounterScreen>
  )
}

function dayName(day: Day, today: Day): string {
  const name = `${dayText(day, today)} ${weekdayName(day)}`
  return day === today ? `今天 ${name}` : name
}

function List({ answer: { handovers }, retry }: { answer: Handovers; retry: () => void }) {
  if (handovers.length === 0) {
    return (
      <StateView
        scene="empty"
        title="这一天没有交出礼品"
        text="交付以后会记在这里，单号可以用来对账。"
        action={{ label: '刷新', onTap: retry }}
      />
    )
  }
  return (
    <>
      <View className={css.sum} role="status">
        <Title size="page" figures>
          {handovers.length}
        </Title>
        <Text>件，共 </Text>
        <Points value={handovers.reduce((sum, { points }) => sum + points, 0)} />
      </View>
      <View className={css.list} role="list" aria-role="list">
        {handovers.map((one) => (
          <HandoverRow key={one.order} handover={one} />
        ))}
      </View>
      <Button onTap={retry}>刷新</Button>
    </>
  )
}

function HandoverRow({ handover: { gift, points, at, order } }: { handover: Handover }) {
  return (
    <View className={css.row} role="listitem" aria-role="listitem">
      <View className={css.photo}>
        <Picture path={gift.picture} />
      </View>
      <View className={css.words}>
        <Name>{gift.name}</Name>
        <View className={css.number}>
          <OrderNumber id={order} />
        </View>
      </View>
      <View className={css.end}>
        <Hint figures>{clockText(Date.parse(at))}</Hint>
        <Points value={points} />
      </View>
    </View>
  )
}
