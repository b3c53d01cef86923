import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './frame.module.scss'

/** Takes its room before anything is in it. `ratio`: height by width. `wide`: elder mode enlarges it over the margins of the page. */
export function Frame({
  ratio,
  wide = false,
  children,
}: {
  ratio: number
  wide?: boolean
  children: ReactNode
}) {
  const frame = (
    <View className={css.frame} style={{ paddingBottom: `${(ratio * 100).toFixed(2)}%` }}>
      {children}
    </View>
  )
  // The padding is a share of what it stands in, so that has to be as wide as the frame.
  return wide ? <View className={css.wide}>{frame}</View> : frame
}

/** The class of what fills a frame. */
export const insideFrame = css.inside
