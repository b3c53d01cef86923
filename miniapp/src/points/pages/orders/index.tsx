import { ok } from '@common/result'
import type { Order } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/orders'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { call } from '@/shared/api/request'
import { useCity, useRegion } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityStart } from '@/shared/city/components/city-start'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { LoginNeeded } from '@/shared/components/login-needed'
import { FailureLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { UnderAgeLine } from '@/shared/components/under-age-line'
import { isUnreachable } from '@/shared/messages'
import { type Pages, usePages } from '@/shared/query/pages'
import { useMe } from '@/shared/session/session'
import { useNow } from '@/shared/time/clock'
import { OrderRow } from '../../components/order-row'
import { WaitingCard } from '../../components/waiting-card'
import { goGifts } from '../../go'
import { byState } from '../../order-view'
import { pickups, readAtOf } from '../../pickups'
import { seenOrders, useOwnName } from '../../stores'
import css from './orders.module.scss'

/** All one's orders in this city, what waits to be picked up first. */
export default function OrdersPage() {
  const me = useMe()
  const isUnchosen = useCity().status === 'unchosen'
  const region = useRegion()
  const pages = usePages(
    useOwnName(region),
    async (cursor) => {
      const answer = await call(endpoints.orders, { query: { region: region ?? '', cursor } })
      return answer.ok ? ok({ items: answer.value.orders, cursor: answer.value.cursor }) : answer
    },
    seenOrders,
  )
  return (
    <Screen
      title="我的兑换单"
      notice={<CityNotice of={{ ...pages, readAt: pages.readAt ?? openedAt(me?.id ?? null) }} />}
      lottery
    >
      <View className={css.page}>
        {me && isUnchosen && <CityStart />}
        {me && !isUnchosen && <List person={me.id} region={region} pages={pages} />}
        <UnderAgeLine />
        {!me && <LoginNeeded text="自己的兑换单，和领取用的码。" />}
      </View>
    </Screen>
  )
}

/** When the latest of the codes that one opened today was fetched: where there is no list, they are shown. ms; null: none. */
function openedAt(person: string | null): number | null {
  const opened = person === null ? [] : pickups.of(person, Date.now())
  return opened.length === 0 ? null : Math.max(...opened.map(readAtOf))
}

function List({ person, region, pages }: { person: string; region: string | null; pages: Pages<Order> }) {
  const { items, hasFirst, asking, failure, hasMore, more, retry, isFromStorage } = pages
  useAgainWhenBack(retry)
  // Without a network there is still what was opened today.
  const kept =
    failure && isUnreachable(failure) ? pickups.of(person, Date.now()).map(({ order }) => order) : []
  const opened = kept.filter((order) => order.region === region && !items.some(({ id }) => id === order.id))
  const shown = hasFirst && !isFromStorage ? items : [...opened, ...items]
  const { live, ended } = byState(shown)
  return (
    <>
      <WaitingCard />
      <Part title="等你来领" orders={live} />
      <Part title="以前的" orders={ended} />
      {shown.length === 0 && !hasFirst && !failure && <Waiting rows={4} text="正在取兑换单" />}
      {shown.length === 0 && !hasFirst && failure && <FailureView failure={failure} onRetry={retry} />}
      {hasFirst && shown.length === 0 && (
        <StateView
          scene="empty"
          title="还没有兑换过"
          text="兑换的礼品会列在这里，领的时候打开它出示码。"
          action={{ label: '看看有什么礼品', onTap: goGifts }}
        />
      )}
      {shown.length > 0 && !isFromStorage && <FailureLine failure={failure} />}
      {hasMore && (
        <Button block disabled={asking} onTap={more}>
          {asking ? '正在取' : '看更早的'}
        </Button>
      )}
    </>
  )
}

function Part({ title, orders }: { title: string; orders: readonly Order[] }) {
  const nameOf = usePlaceName()
  const now = useNow()
  if (orders.length === 0) return null
  return (
    <Card title={title} flush>
      {orders.map((order, n) => (
        <OrderRow key={order.id} order={order} outlet={nameOf(order.outlet)} now={now} first={n === 0} />
      ))}
    </Card>
  )
}

/** Whoever comes back from an order may have cancelled it, or picked it up. */
function useAgainWhenBack(retry: () => void): void {
  const was = useRef(false)
  useDidShow(() => {
    if (was.current) retry()
    was.current = true
  })
}
