import { type BlockType, blockTypes } from '@common/blocks/block'
import type { Finding } from '@common/blocks/findings'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { Sheet } from '@/shared/components/sheet'
import { Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { randomBytes } from '@/shared/platform/random'
import { BlockCard } from './card'
import { Differences } from './differences'
import type { DraftBlock } from './draft'
import { useDrag } from './drag'
import css from './editor.module.scss'
import { blockNames, inserted, newBlock, replaced, without } from './kinds'
import { useMoving } from './moving'
import type { BlockFields } from './props'
import type { WordingNote } from './wording'

/**
 * Blocks as they are written, in a browser alone: each with its form, what is missing of it, and the ways to move and remove it.
 * @param saved what another has saved meanwhile, to be compared with; null: nobody did
 */
export function BlockEditor({
  blocks,
  saved,
  findings,
  wording,
  onChange,
  ...fields
}: BlockFields & {
  blocks: readonly DraftBlock[]
  saved: readonly DraftBlock[] | null
  findings: readonly Finding[]
  /** What the law forbids to say; `block`: the id of its block, others are of no concern here. */
  wording: readonly (WordingNote & { block: string | null })[]
  onChange: (blocks: readonly DraftBlock[]) => void
}) {
  // The id of a new block comes a moment after the press: what was written by then counts.
  const latest = useRef(blocks)
  latest.current = blocks
  const [adding, setAdding] = useState<{ after: string | null } | null>(null)
  const focusOn = useFocus()
  const moving = useMoving({ blocks, onChange, focusOn })
  const { drag, handle } = useDrag(
    blocks.map(({ id }) => id),
    moving.to,
  )
  async function add(type: BlockType, after: string | null): Promise<void> {
    setAdding(null)
    const id = await newId()
    focusOn(`block-${id}`)
    onChange(inserted(latest.current, newBlock(type, id), after))
  }
  function remove(id: string): void {
    const at = blocks.findIndex((block) => block.id === id)
    const next = blocks[at + 1] ?? blocks[at - 1]
    focusOn(next ? `block-${next.id}` : addId)
    onChange(without(blocks, id))
  }
  return (
    <section className={css.editor} aria-label="内容">
      <Heading level={3} size="part">
        内容
      </Heading>
      {saved && <Differences saved={saved} own={blocks} onChange={onChange} />}
      {blocks.length === 0 && <Hint>还没有内容。从正文开始，或先加一个小标题。</Hint>}
      {blocks.map((block, at) => (
        <BlockCard
          key={block.id}
          block={block}
          at={at}
          count={blocks.length}
          findings={findings.filter((one) => one.block === block.id)}
          wording={wording.filter((one) => one.block === block.id)}
          {...fields}
          // An upload may end long after it was begun: what stands there by then is changed.
          onChange={(next) => onChange(replaced(latest.current, next))}
          onMove={(by, focus) => moving.by(block.id, by, focus)}
          onUndoMove={moving.undo}
          handle={handle(block.id)}
          drop={drag && dropAt(drag, block.id, at, blocks)}
          onRemove={() => remove(block.id)}
          onAdd={() => setAdding({ after: block.id })}
        />
      ))}
      <div role="status" aria-live="polite" className={css.spoken}>
        {moving.spoken}
      </div>
      <div id={addId} tabIndex={-1} className={css.add}>
        <Button icon="plus" block onTap={() => setAdding({ after: null })}>
          加一块内容
        </Button>
      </div>
      {adding && (
        <Sheet title="加哪一种" onClose={() => setAdding(null)}>
          <Wrap>
            {blockTypes.map((type) => (
              <Button key={type} onTap={() => void add(type, adding.after)}>
                {blockNames[type]}
              </Button>
            ))}
          </Wrap>
        </Sheet>
      )}
    </section>
  )
}

const addId = 'block-add'

/** How a card shows where the dragged one would go: as that one, or with a line above or below it. */
function dropAt(
  { id, to }: { id: string; to: number },
  card: string,
  at: number,
  blocks: readonly DraftBlock[],
): 'dragged' | 'above' | 'below' | null {
  if (id === card) return 'dragged'
  const from = blocks.findIndex((block) => block.id === id)
  if (at !== to || to === from) return null
  return to > from ? 'below' : 'above'
}

/** Sixteen characters of the kind that ids of blocks are made of. */
async function newId(): Promise<string> {
  const bytes = await randomBytes(8)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The keyboard goes on at the element of this id, once what was changed is drawn. */
function useFocus(): (id: string) => void {
  const wanted = useRef<string | null>(null)
  useLayoutEffect(() => {
    const target = wanted.current === null ? null : document.getElementById(wanted.current)
    if (!target) return
    wanted.current = null
    target.focus()
  })
  return (id) => {
    wanted.current = id
  }
}
