import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './page.module.scss'

/** The parts of a page under each other, within its margins. `foot`: space below the last, where no line of ours closes the page. */
export function Page({
  foot = false,
  className = '',
  children,
}: {
  foot?: boolean
  className?: string
  children: ReactNode
}) {
  return <View className={`${css.page} ${foot ? css.foot : ''} ${className}`}>{children}</View>
}
