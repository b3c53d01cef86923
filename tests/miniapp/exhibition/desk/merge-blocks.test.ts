/** Two people changed the same blocks. */
import type { Block } from '@common/blocks/block'
import { mergeBlocks } from '@/exhibition/desk/entry/merge-blocks'

const text = (id: string, words = id): Block => ({ id, type: 'text', text: words })
const [a, b, c] = [text('a'), text('b'), text('c')]
const base = [a, b, c]
const ids = (blocks: readonly { id: string }[]) => blocks.map(({ id }) => id).join(' ')

it('takes what only one of them changed from that one', () => {
  const merged = mergeBlocks(base, [text('a', 'mine'), b, c], [a, b, text('c', 'theirs')])
  expect(merged).toEqual({ blocks: [text('a', 'mine'), b, text('c', 'theirs')], isClash: false })
})

it('keeps mine of what both changed, and says so', () => {
  const merged = mergeBlocks(base, [a, text('b', 'mine'), c], [a, text('b', 'theirs'), c])
  expect(merged).toEqual({ blocks: [a, text('b', 'mine'), c], isClash: true })
})

it('puts what each added behind what it followed', () => {
  const merged = mergeBlocks(base, [a, text('m'), b, c], [a, b, c, text('t')])
  expect(ids(merged.blocks)).toBe('a m b c t')
  expect(merged.isClash).toBe(false)
})

it('removes what one removed and the other left as it was', () => {
  expect(ids(mergeBlocks(base, [a, c], base).blocks)).toBe('a c')
  expect(ids(mergeBlocks(base, base, [b, c]).blocks)).toBe('b c')
})

it.each([
  ['I removed', [a, c], [a, text('b', 'changed'), c]],
  ['they removed', [a, text('b', 'changed'), c], [a, c]],
])('keeps a block that %s and the other changed, and says so', (_, mine, theirs) => {
  const merged = mergeBlocks(base, mine, theirs)
  expect(merged.blocks).toContainEqual(text('b', 'changed'))
  expect(merged.isClash).toBe(true)
})

it('takes their order where I moved nothing, and mine where I did', () => {
  expect(ids(mergeBlocks(base, base, [c, a, b]).blocks)).toBe('c a b')
  expect(ids(mergeBlocks(base, [b, a, c], [c, a, b]).blocks)).toBe('b a c')
})
