/** Whether the page that this is part of is the one a person looks at: the others of the stack stay mounted. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

export function useIsShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}
