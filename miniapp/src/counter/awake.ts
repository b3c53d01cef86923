import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'

/** The screen stays lit while this page is shown. */
export function useAwake(): void {
  useDidShow(() => keep(true))
  useDidHide(() => keep(false))
  useEffect(() => () => keep(false), [])
}

function keep(keepScreenOn: boolean): void {
  // Refused by a phone that saves its battery: the code shows all the same.
  Taro.setKeepScreenOn({ keepScreenOn }).catch(() => {})
}
