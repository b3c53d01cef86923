import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'

/** The screen stays lit while this page is shown. */
export function useAwake(): void {
  useDidShow(() => keepAwake(true))
  useDidHide(() => keepAwake(false))
  useEffect(() => () => keepAwake(false), [])
}

function keepAwake(keepScreenOn: boolean): void {
  // Refused by a phone that saves its battery: the code shows all the same.
  Taro.setKeepScreenOn({ keepScreenOn }).catch(() => {})
}
