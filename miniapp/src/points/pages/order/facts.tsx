import { dayOf } from '@common/day'
import type { Order } from '@contract/points'
import { openAnswer } from '@functions/places/rules/opening'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { OpenSign } from '@/places/components/open-sign'
import { useDirections } from '@/places/directions/use-directions'
import { goPlace } from '@/places/go'
import { lineOf, whereText } from '@/places/view'
import { useCity } from '@/shared/city'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Fact } from '@/shared/components/facts'
import { Points } from '@/shared/components/points'
import { Hint } from '@/shared/components/text'
import { copy } from '@/shared/phone/actions'
import { useNow } from '@/shared/time/clock'
import { dayText, momentText } from '@/shared/time/moments'
import css from './order.module.scss'

/** Where and until when, and the number one is asked for. */
export function Facts({ order }: { order: Order }) {
  const now = useNow()
  const today = dayOf(now)
  const [copied, setCopied] = useState(false)
  return (
    <>
      {order.state === 'reserved' && <Where id={order.outlet} until={dayText(order.pickUpBy, today)} />}
      <Card
        title="这张单"
        action={
          <Button
            tone="quiet"
            icon={copied ? 'check' : 'copy'}
            onTap={() => void copy(order.id).then(setCopied)}
          >
            {copied ? '已复制' : '复制单号'}
          </Button>
        }
      >
        <Fact name="用了">
          <Points value={order.points} unit="积分" />
        </Fact>
        <Fact name="兑换时间" text={momentText(Date.parse(order.reservedAt), now)} />
        <Fact name="单号" text={order.id} />
      </Card>
    </>
  )
}

/** The outlet as this city's catalogue knows it; its number alone where it does not. */
function Where({ id, until }: { id: string; until: string }) {
  const city = useCity()
  const now = useNow()
  const showWay = useDirections()
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const place = catalogue?.byId.get(id)
  return (
    <Card title="到这里领">
      {place && catalogue ? (
        <View className={css.where}>
          <Text className={css.outlet}>{place.name}</Text>
          <OpenSign line={lineOf(openAnswer(place, catalogue.calendar, now), place, now)} />
          <Hint figures>{whereText(place)}</Hint>
        </View>
      ) : (
        <Text className={css.outlet}>网点 {id.split('-')[1]}</Text>
      )}
      <Fact name="领取期限" text={`${until}（含）前，过期未领，积分退回`} />
      <View className={css.buttons}>
        {place && (
          <Button icon="navigate" block onTap={() => showWay(place)}>
            导航
          </Button>
        )}
        <Button icon="outlet" block onTap={() => goPlace(id)}>
          看网点
        </Button>
      </View>
    </Card>
  )
}
