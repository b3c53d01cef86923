/** Two people changed the same blocks: block by block, so that nothing that one of them wrote is lost. Pure. */
import type { DraftBlock } from '@/shared/blocks/editor/draft'

/** `isClash`: both changed the same block to something else. Mine then stays; one that was removed and changed stays as it was changed. */
export type MergedBlocks = { blocks: DraftBlock[]; isClash: boolean }

/** @param base what both began with */
export function mergeBlocks(
  base: readonly DraftBlock[],
  mine: readonly DraftBlock[],
  theirs: readonly DraftBlock[],
): MergedBlocks {
  const [old, own, other] = [byId(base), byId(mine), byId(theirs)]
  let isClash = false
  const chosen = (id: string): DraftBlock | undefined => {
    const [was, my, their] = [old.get(id), own.get(id), other.get(id)]
    if (isSame(my, their) || isSame(their, was)) return my
    if (isSame(my, was)) return their
    isClash = true
    return my ?? their
  }
  const blocks = orderOf(base, mine, theirs).flatMap((id) => chosen(id) ?? [])
  return { blocks, isClash }
}

/** Of all blocks of both: theirs where I moved nothing, else mine. What only one of them has stands behind what it followed. */
function orderOf(
  base: readonly DraftBlock[],
  mine: readonly DraftBlock[],
  theirs: readonly DraftBlock[],
): string[] {
  const [first, second] = isMoved(base, mine) ? [mine, theirs] : [theirs, mine]
  const order = first.map(({ id }) => id)
  second.forEach(({ id }, at) => {
    if (!order.includes(id)) order.splice(order.indexOf(second[at - 1]?.id ?? '') + 1, 0, id)
  })
  return order
}

function isMoved(before: readonly DraftBlock[], after: readonly DraftBlock[]): boolean {
  const [olds, news] = [byId(before), byId(after)]
  const text = (blocks: readonly DraftBlock[], among: ReadonlyMap<string, DraftBlock>) =>
    blocks.flatMap(({ id }) => (among.has(id) ? [id] : [])).join(' ')
  return text(before, news) !== text(after, olds)
}

const byId = (blocks: readonly DraftBlock[]) => new Map(blocks.map((block) => [block.id, block]))
const isSame = (one: DraftBlock | undefined, two: DraftBlock | undefined) =>
  JSON.stringify(one) === JSON.stringify(two)
