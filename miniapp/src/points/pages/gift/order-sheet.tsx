import { addDays, dayOf } from '@common/day'
import type { PlaceSummary } from '@contract/places'
import { type Gift, pickUpDays } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/orders'
import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { call } from '@/shared/api/request'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { Fact } from '@/shared/components/facts'
import { goLogin } from '@/shared/components/login-needed'
import { pointsText } from '@/shared/components/points'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Sheet } from '@/shared/components/sheet'
import { Stack } from '@/shared/components/stack'
import { newKey } from '@/shared/idempotency'
import { messageOf } from '@/shared/messages'
import { useMe } from '@/shared/session/session'
import { phoneStore } from '@/shared/storage/storage'
import { useStore } from '@/shared/storage/store'
import { dayText } from '@/shared/time/moments'
import { serverClock } from '@/shared/time/server-clock'
import { goNewOrder } from '../../go'
import {
  createUnanswered,
  type OrderSheet as Opened,
  type Ordering,
  type OrderingDeps,
  openOrderSheet,
} from '../../ordering'
import { afterOrdering, refreshAfter, useAccount } from '../../stores'
import css from './gift.module.scss'

const deps: OrderingDeps = {
  send: (wish, key) => call(endpoints.order, { body: wish, key }),
  makeKey: newKey,
  storage: phoneStore,
  now: serverClock.now,
}

/** Whether an order of this person and gift is still without an answer. */
export function isUnanswered(person: string | null, gift: string): boolean {
  return person !== null && createUnanswered(deps).find(person, gift) !== null
}

/**
 * Asks once more: points before and after, where, until when. Each opening is one order of the person who opened it: a session
 * that ends meanwhile does not take away the answer, another person's does.
 */
export function OrderSheet({
  gift,
  outlet,
  onClose,
}: {
  gift: Gift
  outlet: PlaceSummary | null
  onClose: () => void
}) {
  const me = useMe()?.id ?? null
  const [person] = useState(me)
  const { id, price } = gift
  const sheet = useMemo(
    () => (person ? openOrderSheet(person, { id, price }, deps) : null),
    [person, id, price],
  )
  return person && sheet && (me === null || me === person) ? (
    <Confirm gift={gift} outlet={outlet} person={person} sheet={sheet} onClose={onClose} />
  ) : null
}

function Confirm({
  gift,
  outlet,
  person,
  sheet,
  onClose,
}: {
  gift: Gift
  outlet: PlaceSummary | null
  person: string
  sheet: Opened
  onClose: () => void
}) {
  const state = useStore(sheet)
  const isOut = useMe() === null
  const balance = useAccount().value?.balance ?? null
  const nameOf = usePlaceName()
  const where = sheet.outletBefore ?? outlet?.id ?? null
  const order = state.step === 'done' ? state.order : null
  useEffect(() => {
    if (!order) return
    afterOrdering(person, order)
    goNewOrder(order.id)
  }, [order, person])
  function close(): void {
    // Whatever stood in the way, or was done without our knowing, is shown by now.
    if (state.step !== 'ready' && !isOut) refreshAfter(person, gift)
    onClose()
  }
  const today = dayOf(serverClock.now())
  const facts = (
    <Stack gap={3}>
      {balance !== null && state.step !== 'unsure' && (
        <Fact
          large
          name="积分"
          text={`${pointsText(balance)} 分，兑换后 ${pointsText(Math.max(0, balance - gift.price))} 分`}
        />
      )}
      <Fact large name="到哪里领" text={(where && nameOf(where)) ?? '还没有选'} />
      <Fact
        large
        name="领取期限"
        text={`${dayText(addDays(today, pickUpDays), today)}（含）前；过期未领，积分退回`}
      />
    </Stack>
  )
  if (isOut && (state.step === 'refused' || state.step === 'unsure'))
    return <LoggedOut isOutcomeUnknown={state.step === 'unsure'} onClose={close} />
  if (state.step === 'refused' && !messageOf(state.failure).canRetry) {
    return (
      <Sheet title="没有兑换成功" onClose={close}>
        <Stack gap={3}>
          <FailureLine failure={state.failure} />
          <Button block onTap={close}>
            知道了
          </Button>
        </Stack>
      </Sheet>
    )
  }
  return (
    <ConfirmSheet
      title={state.step === 'unsure' ? '还没有等到兑换结果' : `兑换“${gift.name}”`}
      confirm={state.step === 'unsure' ? '再问一次' : `用 ${pointsText(gift.price)} 积分兑换`}
      cancel={state.step === 'unsure' ? '先关掉' : undefined}
      busyText="正在确认"
      busy={state.step === 'asking' || state.step === 'done'}
      disabled={where === null}
      onConfirm={() => where && void sheet.confirm(where)}
      onClose={close}
    >
      {facts}
      <View className={css.result}>
        <Said state={state} />
      </View>
    </ConfirmSheet>
  )
}

/** The session ended before an answer came: what that means for the order, and the way back in. */
function LoggedOut({ isOutcomeUnknown, onClose }: { isOutcomeUnknown: boolean; onClose: () => void }) {
  function login(): void {
    onClose()
    goLogin()
  }
  return (
    <ConfirmSheet
      title={isOutcomeUnknown ? '还没有等到兑换结果' : '没有兑换成功'}
      confirm="重新登录"
      onConfirm={login}
      onClose={onClose}
    >
      {isOutcomeUnknown ? (
        <ResultLine tone="doubt">
          登录已经过期，上一次没有等到回应。重新登录后再来问一次，不会多扣，也不会多兑。
        </ResultLine>
      ) : (
        <ResultLine tone="wrong">登录已经过期，没有下单，重新登录后再来。</ResultLine>
      )}
    </ConfirmSheet>
  )
}

/** What is known so far; nothing while nothing was pressed. */
function Said({ state }: { state: Ordering }) {
  switch (state.step) {
    case 'asking':
      return <ResultLine tone="waiting">正在确认。网慢时会多等一会儿，只会兑一件。</ResultLine>
    case 'unsure':
      return (
        <ResultLine tone="doubt">上一次没有等到回应。再问一次还是同一张单，不会多扣，也不会多兑。</ResultLine>
      )
    case 'refused':
      return <FailureLine failure={state.failure} />
    case 'ready':
    case 'done':
      return null
  }
}
