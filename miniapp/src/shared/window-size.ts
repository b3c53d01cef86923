/** WeChat: the window's size in px, followed when the phone is turned. */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

export type WindowSize = { width: number; height: number }

function look(): WindowSize {
  const { windowWidth, windowHeight } = Taro.getWindowInfo()
  return { width: windowWidth, height: windowHeight }
}

export function useWindowSize(): WindowSize {
  const [size, setSize] = useState(look)
  useEffect(() => {
    const turned = () => setSize(look())
    Taro.onWindowResize(turned)
    return () => Taro.offWindowResize(turned)
  }, [])
  return size
}
