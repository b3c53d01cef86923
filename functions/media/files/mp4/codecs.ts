/** How a track is coded, as far as every phone plays it: H.264 in eight bits, and AAC. Written anew, without the words of whoever made it. Pure. */
import { type Box, boxed, boxesIn, boxOf, words } from './boxes'

/** Baseline, Main, Extended and High: the others are for studios. */
const profiles = [66, 77, 88, 100]
/** A phone of ten years ago decodes no more at once. */
export const longestEdge = 1920
/** MPEG-4 audio, and the AAC of MPEG-2. */
const audioObjects = [0x40, 0x67]

const filmHead = 78
const soundHead = 28
const mostConfig = 4096

/** The description of the samples of a film; null where it is coded otherwise. */
export function filmEntry(stsd: Buffer): Buffer | null {
  const entry = onlyEntry(stsd, 'avc1', filmHead)
  const config = entry && boxOf(entry.boxes, 'avcC')
  if (!entry || !config || config.length < 7 || config.length > mostConfig) return null
  if (!profiles.includes(config.readUInt8(1))) return null
  const head = Buffer.from(entry.head)
  head.writeUInt16BE(1, 6)
  // The name of what coded it.
  head.fill(0, 42, 74)
  const shapes = [...fixed(entry.boxes, 'pasp', 8), ...fixed(entry.boxes, 'colr', 11, 'nclx')]
  return described(boxed('avc1', head, boxed('avcC', config), ...shapes))
}

/** The same of a recording. */
export function soundEntry(stsd: Buffer): Buffer | null {
  const entry = onlyEntry(stsd, 'mp4a', soundHead)
  const config = entry && boxOf(entry.boxes, 'esds')
  // A version of QuickTime has more in its head.
  if (entry?.head.readUInt16BE(8) !== 0 || !config || config.length > mostConfig) return null
  if (!audioObjects.includes(audioObjectOf(config))) return null
  const head = Buffer.from(entry.head)
  head.writeUInt16BE(1, 6)
  return described(boxed('mp4a', head, boxed('esds', config)))
}

const described = (entry: Buffer) => boxed('stsd', words(0, 1), entry)

/** One that holds a box of a known size, and nothing else in it. */
const fixed = (boxes: readonly Box[], type: string, bytes: number, begins = ''): Buffer[] => {
  const body = boxOf(boxes, type)
  return body?.length === bytes && body.toString('latin1', 0, begins.length) === begins
    ? [boxed(type, body)]
    : []
}

type Entry = { head: Buffer; boxes: Box[] }

function onlyEntry(stsd: Buffer, type: string, head: number): Entry | null {
  const [entry, ...more] = (stsd.length >= 8 && boxesIn(stsd.subarray(8))) || []
  if (entry?.type !== type || more.length > 0 || entry.body.length < head) return null
  const boxes = boxesIn(entry.body.subarray(head))
  return boxes && { head: entry.body.subarray(0, head), boxes }
}

/** Of the descriptors of ISO/IEC 14496-1: what kind of audio it is; -1 where that is not to be read. */
function audioObjectOf(esds: Buffer): number {
  const stream = descriptorAt(esds, 4, 3)
  if (stream === null || stream + 3 > esds.length) return -1
  const flags = esds.readUInt8(stream + 2)
  // An address of something that lies elsewhere.
  if (flags & 0x40) return -1
  const config = descriptorAt(esds, stream + 3 + (flags & 0x80 ? 2 : 0) + (flags & 0x20 ? 2 : 0), 4)
  return config !== null && config < esds.length ? esds.readUInt8(config) : -1
}

/** Where the content of a descriptor with this tag begins; its length has up to four bytes. */
function descriptorAt(bytes: Buffer, at: number, tag: number): number | null {
  if (bytes[at] !== tag) return null
  let next = at + 1
  while (next < at + 5 && (bytes[next] ?? 0) & 0x80) next++
  return next + 1
}
