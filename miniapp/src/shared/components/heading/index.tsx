import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { lookOf, type TitleSize } from '../text/look'

export interface HeadingProps {
  /** 1: the page's name; 2: a part of it; 3: one thing in a part. */
  level: 1 | 2 | 3
  children: ReactNode
  /** How large; without it the caller's class decides. */
  size?: TitleSize
  className?: string
  id?: string
}

export function Heading({ children, size, className, id }: HeadingProps) {
  return (
    <View id={id} className={lookOf(size, className)} aria-role="heading">
      {children}
    </View>
  )
}
