import { Text } from '@tarojs/components'
import { Icon, type IconName } from '../icon'
import { Tap } from '../tap'
import css from './button.module.scss'

/**
 * @param tone `primary` is the one thing to press on a screen; `plain` is everything else; `aid` leads to help;
 * `quiet` is a word one may press
 */
export function Button({
  children,
  onTap,
  tone = 'plain',
  icon,
  block = false,
  disabled = false,
  label,
}: {
  children: string
  onTap: () => void
  tone?: 'primary' | 'plain' | 'aid' | 'quiet'
  icon?: IconName
  /** As wide as its place. */
  block?: boolean
  disabled?: boolean
  label?: string
}) {
  return (
    <Tap
      className={`${css.button} ${css[tone]} ${block ? css.block : ''}`}
      onTap={onTap}
      disabled={disabled}
      label={label}
    >
      {icon && <Icon name={icon} size="s" />}
      <Text>{children}</Text>
    </Tap>
  )
}
