/** The browser: the window's size in px, followed when it is resized. */
import { useEffect, useState } from 'react'
import type { WindowSize } from '@/shared/platform/window-size'

export type { WindowSize }

const look = (): WindowSize => ({
  width: window.innerWidth,
  height: window.innerHeight,
  density: window.devicePixelRatio,
})

export function useWindowSize(): WindowSize {
  const [size, setSize] = useState(look)
  useEffect(() => {
    const resized = () => setSize(look())
    window.addEventListener('resize', resized)
    return () => window.removeEventListener('resize', resized)
  }, [])
  return size
}
