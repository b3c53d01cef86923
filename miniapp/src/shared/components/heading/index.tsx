import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export interface HeadingProps {
  /** 1: the page's name; 2: a part of it; 3: one thing in a part. */
  level: 1 | 2 | 3
  children: ReactNode
  className?: string
  id?: string
}

export function Heading({ children, className, id }: HeadingProps) {
  return (
    <View id={id} className={className} aria-role="heading">
      {children}
    </View>
  )
}
