import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useWindowSize } from '@/shared/platform/window-size'
import { pictureSources } from '../renditions'
import { type Described, zoomPixels } from './described'

/** `viewer`: what lies over the page while one looks. */
export type Zoom = { open: (at: number) => void; viewer: ReactNode }

/** WeChat's own viewer: fingers and its screen reader know it. */
export function useZoom(pictures: readonly Described[]): Zoom {
  const pixels = zoomPixels(useWindowSize())
  return {
    open(at) {
      // Of one width the original's type comes last, and every phone's viewer reads that.
      const urls = pictures.flatMap(({ media }) => pictureSources(media, pixels).slice(-1))
      const current = pictures[at] && pictureSources(pictures[at].media, pixels).slice(-1)[0]
      // Refused: the picture stays as it is on the page.
      void Taro.previewImage({ urls, current }).catch(() => {})
    },
    viewer: null,
  }
}
