import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '../icon'
import css from './badge.module.scss'

export type BadgeTone = 'plain' | 'aid' | 'warm' | 'open' | 'closed' | 'doubt'

/** A word about a thing, never to be pressed. */
export function Badge({
  children,
  tone = 'plain',
  icon,
}: {
  children: string
  tone?: BadgeTone
  icon?: IconName
}) {
  return (
    <View className={`${css.badge} ${css[tone]}`}>
      {icon && <Icon name={icon} className={css.icon} />}
      <Text>{children}</Text>
    </View>
  )
}
