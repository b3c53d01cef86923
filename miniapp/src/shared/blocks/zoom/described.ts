import type { ShownMedia } from '@common/blocks/shown'
import type { WindowSize } from '@/shared/platform/window-size'

export type Described = { media: ShownMedia; description: string; caption: string }

/** Times the window's width. */
export const largest = 4

/** Of a picture one looks into closely: for every pixel of the screen one at half of the largest. */
export const zoomPixels = ({ width, density }: Pick<WindowSize, 'width' | 'density'>): number =>
  Math.round((width * density * largest) / 2)
