import { useState } from 'react'
import type { Zoom } from '.'
import type { Described } from './described'
import { Viewer } from './viewer'

export type { Zoom }

export function useZoom(pictures: readonly Described[]): Zoom {
  const [at, setAt] = useState<number | null>(null)
  const viewer = at !== null && (
    <Viewer pictures={pictures} at={at} onTurn={setAt} onClose={() => setAt(null)} />
  )
  return { open: setAt, viewer }
}
