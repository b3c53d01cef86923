/** WeChat: the window's size in px, followed when the phone is turned. */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** px; `density`: pixels of the screen for each of them. */
export type WindowSize = { width: number; height: number; density: number }

function look(): WindowSize {
  const { windowWidth, windowHeight, pixelRatio } = Taro.getWindowInfo()
  return { width: windowWidth, height: windowHeight, density: pixelRatio }
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
