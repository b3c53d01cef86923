import type { ShownMedia } from '@common/blocks/shown'
import { useState } from 'react'
import { pictureSources } from './renditions'

/** The picture's address for so many pixels; after an error the next form of it, and at last none. Give what uses it the picture's id as key. */
export function useSource(
  media: ShownMedia,
  pixels: number,
): { source: string | undefined; onError: () => void } {
  const [failed, setFailed] = useState(0)
  return { source: pictureSources(media, pixels)[failed], onError: () => setFailed(failed + 1) }
}
