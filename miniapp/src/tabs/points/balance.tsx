import { dayOf } from '@common/day'
import type { Account } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { expiringText, lotLines } from '@/points/account-view'
import { Icon } from '@/shared/components/icon'
import { Points } from '@/shared/components/points'
import { Hint } from '@/shared/components/text'
import css from './points.module.scss'

/** What one has, large; what runs out and when, plainly. */
export function Balance({ account, city, now }: { account: Account; city: string; now: number }) {
  const today = dayOf(now)
  const expiring = expiringText(account, today)
  return (
    <View className={css.balance}>
      <Hint figures>{city}的可用积分</Hint>
      <Points value={account.balance} size="xl" />
      {lotLines(account, today).map((text) => (
        <Hint key={text} figures>
          {text}
        </Hint>
      ))}
      {expiring && (
        <View className={css.expiring}>
          <Icon name="calendar" size="s" />
          <Text>{expiring}</Text>
        </View>
      )}
    </View>
  )
}
