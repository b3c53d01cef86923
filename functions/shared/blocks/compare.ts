/** What became of each block from one version to another. Pure. */
import type { Block } from './block'

/** `moved`: the same content at another place among those that stayed. `changed`: other content, moved or not. */
export type BlockChange =
  | { id: string; change: 'same' | 'moved' | 'changed'; before: Block; after: Block }
  | { id: string; change: 'added'; before: null; after: Block }
  | { id: string; change: 'removed'; before: Block; after: null }

/** In the order of `after`; what was removed stands where it was, behind the block that it followed. */
export function compareBlocks(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const [olds, news] = [byId(before), byId(after)]
  const still = inPlace(
    before.map(({ id }) => id).filter((id) => news.has(id)),
    after.map(({ id }) => id).filter((id) => olds.has(id)),
  )
  const changes: BlockChange[] = after.map((block) => {
    const old = olds.get(block.id)
    if (!old) return { id: block.id, change: 'added', before: null, after: block }
    const moved = still.has(block.id) ? 'same' : 'moved'
    return { id: block.id, change: isSame(old, block) ? moved : 'changed', before: old, after: block }
  })
  before.forEach((block, at) => {
    if (news.has(block.id)) return
    const follows = before[at - 1]?.id
    const index = changes.findIndex(({ id }) => id === follows) + 1
    changes.splice(index, 0, { id: block.id, change: 'removed', before: block, after: null })
  })
  return changes
}

/** The ids that need not have moved: a longest run that has the same order in both. */
function inPlace(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, place) => [id, place]))
  const runs: string[][] = []
  for (const id of after) {
    const place = places.get(id) ?? 0
    let longest: string[] = []
    for (const run of runs) {
      const last = places.get(run[run.length - 1] ?? '') ?? 0
      if (last < place && run.length > longest.length) longest = run
    }
    runs.push([...longest, id])
  }
  return new Set(runs.reduce((a, b) => (b.length > a.length ? b : a), []))
}

const byId = (blocks: readonly Block[]) => new Map(blocks.map((block) => [block.id, block]))

/** Schemas write the fields of a type in one order, so equal blocks are equal texts. */
const isSame = (one: Block, other: Block) => JSON.stringify(one) === JSON.stringify(other)
