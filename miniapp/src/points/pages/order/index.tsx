import type { Order } from '@contract/points'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { DirectionsSheet } from '@/places/directions/directions-sheet'
import type { Failure } from '@/shared/api/request'
import { CityNotice } from '@/shared/city/components/city-notice'
import { Button } from '@/shared/components/button'
import { FailureView } from '@/shared/components/failure-view'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Screen } from '@/shared/components/screen'
import { Waiting } from '@/shared/components/state'
import { UnderAgeLine } from '@/shared/components/under-age-line'
import { isUnreachable } from '@/shared/messages'
import { useIsOffline } from '@/shared/platform/offline-state'
import { useMe } from '@/shared/session/session'
import { pickups, readAtOf } from '../../pickups'
import { useOrder } from '../../stores'
import { CancelSheet } from './cancel-sheet'
import { Ended } from './ended'
import { Facts } from './facts'
import { Live } from './live'
import css from './order.module.scss'
import { type Handover, useHandover } from './use-handover'
import { cachedPickup } from './use-pickup'

/** One order: its code while it can be picked up, and what became of it. */
export default function OrderPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  const person = me?.id ?? null
  const { value, readAt, failure, retry, poll } = useOrder(id)
  const [pickup] = useState(() => cachedPickup(person, id))
  const kept = pickup?.order ?? null
  // At a counter nobody waits for a slow network: what was opened today stands at once.
  const order = value ?? (failure && !isUnreachable(failure) ? null : kept)
  const state = order?.state
  const handover = useHandover(state === 'reserved', poll)
  useEffect(() => {
    if (state && state !== 'reserved') pickups.remove(id)
  }, [state, id])
  if (person !== null && order)
    return (
      <Ready
        person={person}
        order={order}
        of={{ readAt: readAt ?? (pickup && readAtOf(pickup)), failure }}
        handover={handover}
      />
    )
  return (
    <Screen title="兑换单">
      {person === null ? (
        <LoginNeeded text="自己的兑换单，和领取用的码。" />
      ) : failure ? (
        <FailureView failure={failure} onRetry={retry} />
      ) : (
        <Waiting rows={4} text="正在取这张兑换单" />
      )}
    </Screen>
  )
}

function Ready({
  person,
  order,
  of,
  handover,
}: {
  person: string
  order: Order
  of: { readAt: number | null; failure: Failure | null }
  handover: Handover
}) {
  const isLost = useIsOffline()
  const isOffline = isLost || (of.failure !== null && isUnreachable(of.failure))
  const [cancelling, setCancelling] = useState(false)
  const live = order.state === 'reserved'
  return (
    <Screen
      title="兑换单"
      notice={<CityNotice of={of} />}
      lottery
      over={
        <>
          <DirectionsSheet />
          {cancelling && live && (
            <CancelSheet person={person} order={order} onClose={() => setCancelling(false)} />
          )}
        </>
      }
    >
      <View className={css.page}>
        {live ? (
          <Live person={person} order={order} isOffline={isOffline} handover={handover} />
        ) : (
          <Ended order={order} />
        )}
        <Facts order={order} />
        <UnderAgeLine />
        {live && (
          <Button tone="quiet" block onTap={() => setCancelling(true)}>
            不想要了，取消兑换
          </Button>
        )}
      </View>
    </Screen>
  )
}
