/** Writes a planned file piece by piece: of a film of any length no more is in memory than its tables and one piece. */

import type { UploadedPart } from '../../shared/aws/object-parts'
import type { Objects } from '../../shared/aws/objects'
import { caching } from '../pictures/caching'
import type { Plan } from './mp4/plan'
import type { Source } from './source'

type Writing = { plan: Plan; source: Source; key: string; type: string }
type PartObjects = Pick<Objects, 'write' | 'beginParts' | 'putPart' | 'completeParts' | 'abortParts'>

/** Above the least that S3 takes for a part. */
const pieceBytes = 8 * 1024 * 1024

/** Bytes of what was written. */
export async function written(objects: PartObjects, writing: Writing): Promise<number> {
  const { plan, key, type } = writing
  const size = plan.head.length + plan.body.until - plan.body.from
  if (size <= pieceBytes) {
    await objects.write(key, { bytes: await pieceOf(writing, 0, size), type, caching })
    return size
  }
  const upload = await objects.beginParts(key, type, caching)
  try {
    const parts: UploadedPart[] = []
    for (let from = 0; from < size; from += pieceBytes) {
      const bytes = await pieceOf(writing, from, Math.min(from + pieceBytes, size))
      parts.push(await objects.putPart(key, upload, parts.length + 1, bytes))
    }
    await objects.completeParts(key, upload, parts)
  } catch (error) {
    await objects.abortParts(key, upload)
    throw error
  }
  return size
}

/** Of the new file, from this byte to before that one. What belongs to no sample that is kept is zero. */
async function pieceOf({ plan, source }: Writing, from: number, until: number): Promise<Buffer> {
  const { head, body, kept } = plan
  const piece = Buffer.alloc(until - from)
  head.subarray(from, until).copy(piece)
  // What is added to a place in the old file for its place in the piece.
  const move = head.length - body.from - from
  const [first, last] = [Math.max(body.from, -move), Math.min(body.until, until - from - move)]
  if (first >= last) return piece
  const read = await source.read(first, last)
  for (const range of kept) {
    const [begin, end] = [Math.max(range.from, first), Math.min(range.until, last)]
    if (begin < end) piece.set(read.subarray(begin - first, end - first), begin + move)
  }
  return piece
}
