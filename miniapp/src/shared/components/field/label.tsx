import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export interface LabelProps {
  /** Id of the field that it names. */
  of: string
  className?: string
  children: ReactNode
}

/** WeChat's reader takes the name from the field itself. */
export function Label({ children, className }: LabelProps) {
  return (
    <View className={className} aria-hidden>
      {children}
    </View>
  )
}
