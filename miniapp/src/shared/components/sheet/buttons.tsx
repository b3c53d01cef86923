import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './buttons.module.scss'

/** The answers to a sheet, the likeliest first. */
export function SheetButtons({ children }: { children: ReactNode }) {
  return <View className={css.buttons}>{children}</View>
}
