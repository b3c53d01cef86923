import { OrderRow } from '@/points/components/order-row'
import { goOrders } from '@/points/go'
import { byState } from '@/points/order-view'
import { pickups } from '@/points/pickups'
import { useLatestOrders } from '@/points/stores'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { useNow } from '@/shared/time/clock'

const shown = 2

/** What waits to be picked up, on top; what was opened today is there without a network too. */
export function Live({ person, region }: { person: string; region: string }) {
  const { value } = useLatestOrders()
  const nameOf = usePlaceName()
  const now = useNow()
  const orders = value
    ? byState(value.items).live
    : pickups.of(person, Date.now()).flatMap(({ order }) => (order.region === region ? [order] : []))
  if (orders.length === 0) return null
  return (
    <Card
      title="等你来领"
      flush
      action={
        orders.length > shown && (
          <Button tone="quiet" onTap={goOrders}>
            {`全部 ${orders.length} 件`}
          </Button>
        )
      }
    >
      {orders.slice(0, shown).map((order, n) => (
        <OrderRow key={order.id} order={order} outlet={nameOf(order.outlet)} now={now} first={n === 0} />
      ))}
    </Card>
  )
}
