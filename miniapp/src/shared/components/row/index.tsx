import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon'
import { Stack } from '../stack'
import { Tap } from '../tap'
import css from './row.module.scss'

/** A line of a list: an icon, a name, a second line, and what is at its end. Pressable when it has `onTap`. */
export function Row({
  title,
  text,
  icon,
  lead = icon && <Icon name={icon} className={css.icon} />,
  end,
  onTap,
  first = false,
}: {
  title: string
  text?: string
  icon?: IconName
  /** In the icon's place. */
  lead?: ReactNode
  /** A word or a switch at the end; an arrow stands there when the row can be pressed. */
  end?: ReactNode
  onTap?: () => void
  /** No hairline above. */
  first?: boolean
}) {
  const inside = (
    <>
      {lead}
      <Stack grow>
        <Text className={css.title}>{title}</Text>
        {text && <Text className={css.text}>{text}</Text>}
      </Stack>
      {typeof end === 'string' ? <Text className={css.end}>{end}</Text> : end}
      {onTap && <Icon name="next" size="s" className={css.arrow} />}
    </>
  )
  const className = `${css.row} ${first ? css.first : ''}`
  return onTap ? (
    <Tap className={`${className} ${css.tap}`} onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <View className={className}>{inside}</View>
  )
}
