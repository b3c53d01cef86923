import { Text } from '@tarojs/components'
import { Icon, type IconName } from '../icon'
import { Tap } from '../tap'
import css from './chip.module.scss'

/** A choice one switches on and off. On is a colour, a frame and a tick. */
export function Chip({
  children,
  on,
  onTap,
  icon,
}: {
  children: string
  on: boolean
  onTap: () => void
  icon?: IconName
}) {
  return (
    <Tap
      className={`${css.chip} ${on ? css.on : ''}`}
      role="checkbox"
      checked={on}
      onTap={onTap}
      label={children}
    >
      {on ? <Icon name="check" size="s" /> : icon && <Icon name={icon} size="s" />}
      <Text>{children}</Text>
    </Tap>
  )
}
