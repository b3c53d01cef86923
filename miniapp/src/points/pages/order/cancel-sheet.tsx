import type { Order } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/orders'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { call } from '@/shared/request'
import { cancelText } from '../../order-view'
import { afterOrdering } from '../../stores'

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
  return (
    <ConfirmSheet
      title="取消这次兑换？"
      text={`${cancelText(order)}礼品会让给别人。`}
      confirm="取消兑换"
      cancel="留着"
      busyText="正在取消"
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <FailureLine failure={failure} />
    </ConfirmSheet>
  )
}
