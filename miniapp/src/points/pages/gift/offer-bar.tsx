import type { Gift } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/gifts'
import { Text } from '@tarojs/components'
import { call } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { goLogin } from '@/shared/components/login-needed'
import { pointsText } from '@/shared/components/points'
import { FailureLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { scrollToId } from '@/shared/navigation/scroll-to'
import { useAction } from '@/shared/query/use-action'
import { outletsOf, useMe } from '@/shared/session/session'
import { address, useAge, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import { giftSign, type Offer, offeredUntilText, offerOf, turnText } from '../../gift-view'
import { goOrder, goPoints } from '../../go'
import { useAccount, useLatestOrders, useWaiting } from '../../stores'
import css from './gift.module.scss'
import { outletsId } from './use-outlets'

/** The one thing to press, and why it is that. */
export function OfferBar({
  gift,
  outletChosen,
  onOrder,
  onLeave,
}: {
  gift: Gift
  outletChosen: boolean
  onOrder: () => void
  onLeave: () => void
}) {
  const me = useMe()
  const minor = useAge() === 'minor'
  const now = useNow()
  const account = useAccount()
  const waiting = useWaiting(gift.state === 'sold-out' ? gift.id : null)
  const offer = offerOf(gift, {
    isIn: me !== null,
    account: account.value,
    waiting: waiting.value,
    own: outletsOf(me),
  })
  const failure = account.failure ?? waiting.failure
  switch (offer.kind) {
    case 'login':
      return <Bar button={{ text: '登录后兑换', tone: 'primary', onTap: goLogin }} />
    case 'unknown':
      if (!failure) return <Bar button={{ text: '正在看你的积分' }} />
      return (
        <Bar
          said="还没有取到你的积分。"
          button={{
            text: '再试一次',
            onTap: () => {
              account.retry()
              waiting.retry()
            },
          }}
        />
      )
    case 'order':
      return (
        <Bar
          said={offer.until && offeredUntilText(offer.until, now)}
          button={
            outletChosen
              ? { text: `用 ${pointsText(gift.price)} 积分兑换`, tone: 'primary', onTap: onOrder }
              : { text: '先选好到哪里领', onTap: () => scrollToId(outletsId) }
          }
        />
      )
    case 'wait':
    case 'waiting':
      return <Turn gift={gift} offer={offer} onLeave={onLeave} />
    default:
      return <Bar {...cannot(offer, gift, { now, minor })} />
  }
}

type TurnOffer = Extract<Offer, { kind: 'wait' | 'waiting' }>

type BarButton = { text: string; tone?: 'primary' | 'plain'; onTap?: () => void }

/** Why it cannot be swapped now, and what one can do instead. */
function cannot(
  offer: Extract<Offer, { kind: 'short' | 'year' | 'own' | 'not-yet' | 'ended' | 'unsupported' }>,
  gift: Gift,
  { now, minor }: { now: number; minor: boolean },
): { said?: string | null; button: BarButton } {
  switch (offer.kind) {
    case 'short':
      return {
        said: [offer.until && offeredUntilText(offer.until, now), `还差 ${pointsText(offer.missing)} 分`]
          .filter(Boolean)
          .join('；'),
        button: minor ? { text: '积分不够' } : { text: '看看怎么得积分', onTap: goPoints },
      }
    case 'year':
      return {
        said: `每人每年能兑的积分有限，今年你还能用 ${pointsText(offer.left)} 分。`,
        button: { text: '今年兑不了这件' },
      }
    case 'own':
      return { said: '它只能在你自己的网点领，所以你不能兑。', button: { text: '不能兑换' } }
    case 'not-yet':
      return { button: { text: giftSign(gift, now).word } }
    case 'ended':
      return { button: { text: '已经结束' } }
    case 'unsupported':
      return { said: '更新到最新版本，再看看这件礼品。', button: { text: '现在不能兑换' } }
  }
}

/** The number of one's order of this gift that still waits to be picked up. */
function useOwnOrder(gift: string): string | null {
  const orders = useLatestOrders().value?.items ?? []
  return orders.find((order) => order.gift.id === gift && order.state === 'reserved')?.id ?? null
}

function OwnOrder({ id }: { id: string | null }) {
  if (id === null) return null
  return (
    <Button tone="quiet" block onTap={() => goOrder(id)}>
      看我的兑换单
    </Button>
  )
}

function Bar({
  said,
  button,
  ordered = null,
}: {
  said?: string | null
  button: BarButton
  ordered?: string | null
}) {
  const elder = useElder()
  return (
    <Stack gap={2} wide>
      {said && <Text className={css.said}>{address(elder, said)}</Text>}
      <Button tone={button.tone} block disabled={!button.onTap} onTap={button.onTap ?? (() => {})}>
        {address(elder, button.text)}
      </Button>
      <OwnOrder id={ordered} />
    </Stack>
  )
}

/** Sold out: one's turn among those who ask. */
function Turn({ gift, offer, onLeave }: { gift: Gift; offer: TurnOffer; onLeave: () => void }) {
  const elder = useElder()
  const { update } = useWaiting(gift.id)
  const { busy, failure, run } = useAction(() => call(endpoints.wait, { params: { id: gift.id } }), update)
  const ordered = useOwnOrder(gift.id)
  if (offer.kind === 'waiting')
    return <Bar said={turnText(offer)} button={{ text: '取消排队', onTap: onLeave }} ordered={ordered} />
  return (
    <Stack gap={2} wide>
      <FailureLine failure={failure} />
      <Text className={css.said}>{address(elder, '已兑完，有货时按先后留给你')}</Text>
      <Button tone="primary" block disabled={busy} onTap={() => void run()}>
        {busy ? '正在排队' : '排队'}
      </Button>
      <OwnOrder id={ordered} />
    </Stack>
  )
}

/** Before one gives up a place among those who wait. */
export function LeaveSheet({ gift, onClose }: { gift: Gift; onClose: () => void }) {
  const { update } = useWaiting(gift.id)
  const { busy, failure, run } = useAction(
    () => call(endpoints.stopWaiting, { params: { id: gift.id } }),
    (waiting) => {
      update(waiting)
      onClose()
    },
  )
  return (
    <ConfirmSheet
      title="取消排队？"
      text="位置会让给后面的人，再排要从队尾开始。"
      confirm="取消排队"
      cancel="继续排队"
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <FailureLine failure={failure} />
    </ConfirmSheet>
  )
}
