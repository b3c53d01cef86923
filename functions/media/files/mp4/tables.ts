/** The tables of a track: where its samples lie, and how long it plays. Each has exactly the entries that it counts. Pure. */
import type { Range } from '../source'
import { type Box, boxOf } from './boxes'

/** `until` those of a table: bytes of its head, and of an entry. */
const shapes: Readonly<Record<string, { head: number; entry: number }>> = {
  stts: { head: 8, entry: 8 },
  ctts: { head: 8, entry: 8 },
  stss: { head: 8, entry: 4 },
  stsc: { head: 8, entry: 12 },
  stsz: { head: 12, entry: 4 },
  stco: { head: 8, entry: 4 },
  co64: { head: 8, entry: 8 },
}

/** Null where there is none, or where something else stands in it. */
export function tableOf(boxes: readonly Box[], type: string): Buffer | null {
  const [body, shape] = [boxOf(boxes, type), shapes[type]]
  if (!body || !shape || body.length < shape.head) return null
  // Samples of one size need no entries.
  const isFixed = type === 'stsz' && body.readUInt32BE(4) !== 0
  const count = isFixed ? 0 : body.readUInt32BE(shape.head - 4)
  return body.length === shape.head + count * shape.entry ? body : null
}

export type Samples = {
  /** Of each chunk, in their order. */
  chunks: Range[]
  /** In the track's own time scale. */
  duration: number
  tables: { stts: Buffer; stsc: Buffer; stsz: Buffer }
}

/** Null where the tables are not those of one list of samples. */
export function samplesOf(stbl: readonly Box[]): Samples | null {
  const [stts, stsc, stsz] = [tableOf(stbl, 'stts'), tableOf(stbl, 'stsc'), tableOf(stbl, 'stsz')]
  const offsets = offsetsOf(stbl)
  if (!stts || !stsc || !stsz || !offsets) return null
  const chunks = chunksOf(offsets, stsc, stsz)
  const { count, duration } = timesOf(stts)
  return chunks && count === stsz.readUInt32BE(8) ? { chunks, duration, tables: { stts, stsc, stsz } } : null
}

function offsetsOf(stbl: readonly Box[]): number[] | null {
  const [short, long] = [tableOf(stbl, 'stco'), tableOf(stbl, 'co64')]
  const table = short ?? long
  if (!table || (short && long)) return null
  const read = (i: number) =>
    short ? short.readUInt32BE(8 + i * 4) : Number(table.readBigUInt64BE(8 + i * 8))
  return Array.from({ length: table.readUInt32BE(4) }, (_, i) => read(i))
}

function timesOf(stts: Buffer): { count: number; duration: number } {
  let [count, duration] = [0, 0]
  for (let at = 8; at < stts.length; at += 8) {
    count += stts.readUInt32BE(at)
    duration += stts.readUInt32BE(at) * stts.readUInt32BE(at + 4)
  }
  return { count, duration }
}

/** Samples of a chunk lie one behind the other; `stsc` says from which chunk on it is how many. */
function chunksOf(offsets: readonly number[], stsc: Buffer, stsz: Buffer): Range[] | null {
  const total = stsz.readUInt32BE(8)
  const chunks: Range[] = []
  let sample = 0
  let run = -1
  const runs = stsc.readUInt32BE(4)
  const firstOf = (i: number) => stsc.readUInt32BE(8 + i * 12)
  for (const [i, from] of offsets.entries()) {
    if (run + 1 < runs && firstOf(run + 1) === i + 1) run++
    if (run < 0) return null
    const count = stsc.readUInt32BE(8 + run * 12 + 4)
    if (count > total - sample) return null
    chunks.push({ from, until: from + bytesOf(stsz, sample, count) })
    sample += count
  }
  return sample === total && total > 0 ? chunks : null
}

function bytesOf(stsz: Buffer, first: number, count: number): number {
  const fixed = stsz.readUInt32BE(4)
  if (fixed !== 0) return fixed * count
  let bytes = 0
  for (let i = first; i < first + count; i++) bytes += stsz.readUInt32BE(12 + i * 4)
  return bytes
}
