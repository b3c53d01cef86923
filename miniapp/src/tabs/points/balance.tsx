import { dayOf } from '@common/day'
import type { Account } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { expiringText, lotLines } from '@/points/account-view'
import { Icon } from '@/shared/components/icon'
import { Points } from '@/shared/components/points'
import css from './points.module.scss'

/** What one has, large; what runs out and when, plainly. */
export function Balance({ account, city, now }: { account: Account; city: string; now: number }) {
  const today = dayOf(now)
  const expiring = expiringText(account, today)
  return (
    <View className={css.balance}>
      <Text className={css.quiet}>{city}的可用积分</Text>
      <Points value={account.balance} size="xl" />
      {lotLines(account, today).map((text) => (
        <Text key={text} className={css.quiet}>
          {text}
        </Text>
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
