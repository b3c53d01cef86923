import { Text, View } from '@tarojs/components'
import { goEntries, goGifts, goOrders } from '@/points/go'
import { Icon, type IconName } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import css from './points.module.scss'

/** Links to gifts, orders and the ledger; or only the first, or the others. */
export function PointsLinks({ only }: { only?: 'first' | 'others' }) {
  return (
    <View className={css.links}>
      {only !== 'others' && <PointsLink icon="gift" text="兑换礼品" onTap={goGifts} />}
      {only !== 'first' && (
        <>
          <PointsLink icon="ticket" text="我的兑换单" onTap={goOrders} />
          <PointsLink icon="list" text="积分明细" onTap={goEntries} />
        </>
      )}
    </View>
  )
}

function PointsLink({ icon, text, onTap }: { icon: IconName; text: string; onTap: () => void }) {
  return (
    <Tap className={css.link} role="link" onTap={onTap}>
      <Icon name={icon} />
      <Text>{text}</Text>
    </Tap>
  )
}
