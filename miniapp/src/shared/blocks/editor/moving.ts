/** Blocks moved by keys, buttons and drag: one way back, and one line read aloud, for all three. */
import { useRef, useState } from 'react'
import type { DraftBlock } from './draft'
import { movedBy, movedTo } from './kinds'

type Given = {
  blocks: readonly DraftBlock[]
  onChange: (blocks: readonly DraftBlock[]) => void
  /** The keyboard goes on there. */
  focusOn: (element: string) => void
}

export const cardId = (block: string) => `block-${block}`

export function useMoving({ blocks, onChange, focusOn }: Given) {
  const [spoken, setSpoken] = useState('')
  // Where what was moved last has come from.
  const last = useRef<{ id: string; from: number } | null>(null)

  function put(next: readonly DraftBlock[], id: string, says: string): void {
    if (next === blocks) return
    const at = next.findIndex((block) => block.id === id)
    setSpoken(`${says}第 ${at + 1} 块，共 ${next.length} 块`)
    onChange(next)
  }
  const remember = (id: string) => {
    last.current = { id, from: blocks.findIndex((block) => block.id === id) }
  }

  return {
    /** For screen readers. */
    spoken,
    by(id: string, by: -1 | 1, focus: string): void {
      remember(id)
      focusOn(focus)
      put(movedBy(blocks, id, by), id, '已移到')
    },
    to(id: string, to: number): void {
      remember(id)
      focusOn(cardId(id))
      put(movedTo(blocks, id, to), id, '已移到')
    },
    /** The last move alone; what was written since stays. */
    undo(): void {
      const move = last.current
      last.current = null
      if (!move) return
      focusOn(cardId(move.id))
      put(movedTo(blocks, move.id, move.from), move.id, '已移回')
    },
  }
}
