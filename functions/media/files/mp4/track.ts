/** One track of a film or recording, and the track that is written of it: the same samples, and nothing beside. Pure. */
import { err, ok, type Result } from '../../../shared/result'
import type { FileRefusal } from '../refusal'
import type { Range } from '../source'
import { type Box, boxed, boxesIn, boxOf, within, words } from './boxes'
import { filmEntry, longestEdge, soundEntry } from './codecs'
import { type Samples, samplesOf, tableOf } from './tables'

export type TrackKind = 'film' | 'sound'
export type Track = {
  chunks: Range[]
  seconds: number
  /** Pixels as it is seen, turned as the camera says; 0 of sound. */
  width: number
  height: number
  /** The box of the track. @param move what is added to where its chunks lie. */
  written: (move: number, id: number) => Buffer
}

const handlers: Readonly<Record<TrackKind, string>> = { film: 'vide', sound: 'soun' }
/** A cue of a caption can be no later. */
const mostSeconds = 36_000

/** The kind of a track; null for what is neither seen nor heard: places, faces, chapters. */
export const kindOfTrack = (trak: readonly Box[]): TrackKind | null => {
  const hdlr = boxOf(within(trak, 'mdia') ?? [], 'hdlr')
  const handler = hdlr?.toString('latin1', 8, 12)
  return handler === handlers.film ? 'film' : handler === handlers.sound ? 'sound' : null
}

export function readTrack(trak: readonly Box[], kind: TrackKind): Result<Track, FileRefusal> {
  const mdia = within(trak, 'mdia')
  const stbl = within(within(mdia, 'minf'), 'stbl')
  const stsd = stbl && boxOf(stbl, 'stsd')
  const heads = mdia && headsOf(trak, mdia)
  if (!stbl || !stsd || !heads) return err('polyglot')
  const entry = kind === 'film' ? filmEntry(stsd) : soundEntry(stsd)
  if (!entry) return err('codec')
  const samples = samplesOf(stbl)
  if (!samples) return err('polyglot')
  const seconds = samples.duration / heads.scale
  const size = kind === 'film' ? sizeOf(heads, entry) : { width: 0, height: 0 }
  if (!size || !(seconds > 0) || seconds > mostSeconds) return err('polyglot')
  if (Math.max(size.width, size.height) > longestEdge) return err('codec')
  const more = kind === 'film' ? ['ctts', 'stss'] : []
  const kept = more.flatMap((type) => {
    const table = tableOf(stbl, type)
    return table ? [boxed(type, table)] : []
  })
  const edits = editsOf(trak)
  return ok({
    ...{ chunks: samples.chunks, seconds, ...size },
    written: (move, id) => writeTrack({ kind, heads, edits, entry, samples, kept }, move, id),
  })
}

/** `scale`: units of time in a second. `duration`: in those of the movie. */
type Heads = { scale: number; length: number; duration: number; matrix: Buffer; size: Buffer }

function headsOf(trak: readonly Box[], mdia: readonly Box[]): Heads | null {
  const [tkhd, mdhd] = [boxOf(trak, 'tkhd'), boxOf(mdia, 'mdhd')]
  if (!tkhd || !mdhd) return null
  const [isLong, isLongHere] = [tkhd[0] === 1, mdhd[0] === 1]
  if (tkhd.length !== (isLong ? 96 : 84) || mdhd.length !== (isLongHere ? 36 : 24)) return null
  const scale = mdhd.readUInt32BE(isLongHere ? 20 : 12)
  const length = isLongHere ? Number(mdhd.readBigUInt64BE(24)) : mdhd.readUInt32BE(16)
  const duration = isLong ? Number(tkhd.readBigUInt64BE(28)) : tkhd.readUInt32BE(20)
  const tail = tkhd.subarray(tkhd.length - 44)
  return scale > 0 ? { scale, length, duration, matrix: tail.subarray(0, 36), size: tail.subarray(36) } : null
}

/** As it is shown; of a camera that was held upright the matrix turns it by a quarter. */
function sizeOf({ matrix, size }: Heads, stsd: Buffer): { width: number; height: number } | null {
  // Behind two heads of boxes and the count.
  const [coded, codedHeight] = [stsd.readUInt16BE(16 + 8 + 24), stsd.readUInt16BE(16 + 8 + 26)]
  const [width, height] = [size.readUInt32BE(0) >>> 16 || coded, size.readUInt32BE(4) >>> 16 || codedHeight]
  if (Math.max(coded, codedHeight) > longestEdge) return { width: coded, height: codedHeight }
  if (width === 0 || height === 0) return null
  const isTurned = matrix.readInt32BE(0) === 0 && matrix.readInt32BE(16) === 0
  return isTurned ? { width: height, height: width } : { width, height }
}

/** Which of its samples are played, without which sound and picture would not fit. */
function editsOf(trak: readonly Box[]): Buffer[] {
  const elst = boxOf(within(trak, 'edts') ?? [], 'elst')
  if (!elst || elst.length < 8) return []
  const isExact = elst.length === 8 + elst.readUInt32BE(4) * (elst[0] === 1 ? 20 : 12)
  return isExact ? [boxed('edts', boxed('elst', elst))] : []
}

type Parts = {
  kind: TrackKind
  heads: Heads
  edits: Buffer[]
  entry: Buffer
  samples: Samples
  kept: Buffer[]
}

/** The matrix that turns nothing. */
export const upright = words(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

/** Without the times at which it was made, and without names. */
function writeTrack({ kind, heads, edits, entry, samples, kept }: Parts, move: number, id: number): Buffer {
  const isFilm = kind === 'film'
  const offsets = samples.chunks.map(({ from }) => from + move)
  const { stts, stsc, stsz } = samples.tables
  const stbl = boxed(
    'stbl',
    ...[entry, boxed('stts', stts), ...kept, boxed('stsc', stsc), boxed('stsz', stsz)],
    boxed('stco', words(0, offsets.length, ...offsets)),
  )
  const volume = isFilm ? 0 : 0x01000000
  const [matrix, size] = isFilm ? [heads.matrix, heads.size] : [upright, words(0, 0)]
  const tkhd = boxed('tkhd', words(3, 0, 0, id, 0, heads.duration, 0, 0, 0, volume), matrix, size)
  // 0x55c4: of no language.
  const mdhd = boxed('mdhd', words(0, 0, 0, heads.scale, heads.length, 0x55c40000))
  const hdlr = boxed(
    'hdlr',
    words(0, 0),
    Buffer.from(handlers[kind], 'latin1'),
    words(0, 0, 0),
    Buffer.alloc(1),
  )
  const minf = boxed('minf', isFilm ? boxed('vmhd', words(1, 0, 0)) : boxed('smhd', words(0, 0)), here, stbl)
  return boxed('trak', tkhd, ...edits, boxed('mdia', mdhd, hdlr, minf))
}

/** All samples lie in the same file. */
const here = boxed('dinf', boxed('dref', words(0, 1), boxed('url ', words(1))))

export const tracksIn = (moov: readonly Box[]): Box[][] | null => {
  const all = moov.filter(({ type }) => type === 'trak').map(({ body }) => boxesIn(body))
  return all.every((one): one is Box[] => one !== null) ? all : null
}
