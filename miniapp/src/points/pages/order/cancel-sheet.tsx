import type { Order } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/orders'
import { isOutcomeUnknown } from '@/shared/api/doubt'
import { call } from '@/shared/api/request'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { cancelText } from '../../order-view'
import { afterOrdering, refreshOrder } from '../../stores'

/** Before an order is cancelled: what comes back, and what has lapsed meanwhile. */
export function CancelSheet({
  person,
  order,
  onClose,
}: {
  person: string
  order: Order
  onClose: () => void
}) {
  const { busy, failure, run } = useAction(
    () => call(endpoints.cancel, { params: { id: order.id } }),
    (cancelled) => {
      afterOrdering(person, cancelled)
      onClose()
    },
  )
  const mayBeCancelled = failure !== null && isOutcomeUnknown(failure, false)
  function close(): void {
    if (mayBeCancelled) refreshOrder(person, order)
    onClose()
  }
  return (
    <ConfirmSheet
      title="取消这次兑换？"
      text={`${cancelText(order)}礼品会让给别人。`}
      confirm="取消兑换"
      cancel={mayBeCancelled ? '先关掉' : '留着'}
      busyText="正在取消"
      busy={busy}
      onConfirm={() => void run()}
      onClose={close}
    >
      {mayBeCancelled ? (
        <ResultLine tone="doubt">没等到回应，不知道取消了没有。再按一次，同一张单只会取消一次。</ResultLine>
      ) : (
        <FailureLine failure={failure} />
      )}
    </ConfirmSheet>
  )
}
