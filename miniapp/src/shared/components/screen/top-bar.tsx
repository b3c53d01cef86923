import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './top-bar.module.scss'

export interface TopBarProps {
  title: string
  back: boolean
  lead?: ReactNode
  end?: ReactNode
}

/** WeChat draws title and way back itself; ours is for the tab pages. */
export function TopBar({ back, lead, end }: TopBarProps) {
  if (back) return null
  return (
    <View className={css.bar}>
      <View className={css.lead}>{lead}</View>
      {end}
    </View>
  )
}
