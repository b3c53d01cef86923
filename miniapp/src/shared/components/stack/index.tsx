import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './stack.module.scss'

/** Things under each other; `grow` takes what is left of the line that it stands in. */
export function Stack({
  gap = '',
  grow = false,
  wide = false,
  className = '',
  ...rest
}: {
  /** Steps of the design's space; none unless given. */
  gap?: 1 | 2 | 3 | 4 | ''
  grow?: boolean
  /** As wide as what it stands in. */
  wide?: boolean
  className?: string
  children?: ReactNode
  role?: 'radiogroup'
  'aria-label'?: string
}) {
  const classes = [css[`column${gap}`], grow && css.grow, wide && css.wide, className]
  return <View {...rest} className={classes.filter(Boolean).join(' ')} />
}

/** Small things beside each other, and on to the next line. */
export function Wrap(props: { children?: ReactNode; role?: 'radiogroup'; 'aria-label'?: string }) {
  return <View {...props} className={css.wrap2} />
}
