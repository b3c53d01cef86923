import { Text } from '@tarojs/components'
import type { IconName } from '../../../../icons/drawings'

export type { IconName }

/**
 * One drawing of the family, in the current text colour.
 * @param label what a screen reader says; leave it out where a word stands beside the icon
 */
export function Icon({
  name,
  size = 'm',
  label,
  className = '',
}: {
  name: IconName
  size?: 's' | 'm' | 'l'
  label?: string
  className?: string
}) {
  return (
    <Text
      className={`icon icon-${name} icon-size-${size} ${className}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  )
}
