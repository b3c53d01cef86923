/**
 * What is written of a film or recording: its pictures and its sound as they were coded, and around them what we write ourselves. Position,
 * times, names and whatever else stood in the file are not copied, so nothing of it has to be found; what begins to play comes first.
 */
import { err, ok, type Result } from '../../../shared/result'
import type { FileRefusal } from '../refusal'
import { merged, type Range, type Source } from '../source'
import { type Box, boxed, boxesIn, boxOf, words } from './boxes'
import { type Layout, layoutOf } from './layout'
import { kindOfTrack, readTrack, type Track, type TrackKind, tracksIn, upright } from './track'

/** The new file: `head`, then `body` of the old one, of which nothing is kept but `kept`. Pixels; null where nothing is seen. */
export type Plan = {
  head: Buffer
  body: Range
  kept: Range[]
  seconds: number
  width: number | null
  height: number | null
}

/** QuickTime's own, whose sound is described otherwise. */
const foreignBrands = ['qt  ']

export async function planOf(source: Source, wants: 'audio' | 'video'): Promise<Result<Plan, FileRefusal>> {
  const layout = await layoutOf(source)
  if (!layout.ok) return layout
  const { brand, movie, media } = layout.value
  if (foreignBrands.includes(brand)) return err('codec')
  const moov = boxesIn(Buffer.from(await source.read(movie.from, movie.until)))
  const tracks = moov && tracksIn(moov)
  if (!moov || !tracks) return err('polyglot')
  const chosen = chosenOf(tracks, wants)
  if (!chosen.ok) return chosen
  return planned(moov, chosen.value, media, wants)
}

/** Of a film its picture and its first sound; of a recording its sound. */
function chosenOf(tracks: readonly Box[][], wants: 'audio' | 'video'): Result<Track[], FileRefusal> {
  const of = (kind: TrackKind) => tracks.filter((trak) => kindOfTrack(trak) === kind).slice(0, 1)
  const [films, sounds] = [of('film'), of('sound')]
  // A film is no recording: WeChat would look at its sound alone.
  if (wants === 'audio' ? films.length > 0 || sounds.length === 0 : films.length === 0)
    return err('type-differs')
  const read = [
    ...films.map((trak) => readTrack(trak, 'film')),
    ...sounds.map((trak) => readTrack(trak, 'sound')),
  ]
  const refused = read.find((one) => !one.ok)
  if (refused && !refused.ok) return refused
  return ok(read.flatMap((one) => (one.ok ? [one.value] : [])))
}

function planned(
  moov: readonly Box[],
  tracks: readonly Track[],
  media: Layout['media'],
  wants: 'audio' | 'video',
): Result<Plan, FileRefusal> {
  const kept = merged(tracks.flatMap(({ chunks }) => chunks))
  const [first, last] = [kept[0], kept[kept.length - 1]]
  const isWithin = (range: Range) =>
    media.some(({ from, until }) => from <= range.from && range.until <= until)
  if (!first || !last || !tracks.flatMap(({ chunks }) => chunks).every(isWithin)) return err('polyglot')
  const head = movieHead(moov)
  if (!head) return err('polyglot')
  const body = { from: first.from, until: last.until }
  const written = (move: number) =>
    boxed('moov', head, ...tracks.map((track, i) => track.written(move, i + 1)))
  const type = typeBox(wants)
  const before = type.length + written(0).length + mdatHead
  const mdat = Buffer.concat([words(mdatHead + body.until - body.from), Buffer.from('mdat', 'latin1')])
  const [picture] = tracks.filter(({ width }) => width > 0)
  return ok({
    head: Buffer.concat([type, written(before - body.from), mdat]),
    ...{ body, kept },
    seconds: Math.round(Math.max(...tracks.map(({ seconds }) => seconds)) * 10) / 10,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  })
}

const mdatHead = 8

const typeBox = (wants: 'audio' | 'video') =>
  boxed(
    'ftyp',
    Buffer.from(
      wants === 'audio' ? 'M4A \0\0\0\0M4A mp42isom' : 'isom\0\0\u0002\0isomiso2avc1mp41',
      'latin1',
    ),
  )

/** Its time scale and length alone; null where it has none. */
function movieHead(moov: readonly Box[]): Buffer | null {
  const mvhd = boxOf(moov, 'mvhd')
  const isLong = mvhd?.[0] === 1
  if (mvhd?.length !== (isLong ? 112 : 100)) return null
  const scale = mvhd.readUInt32BE(isLong ? 20 : 12)
  const duration = isLong ? Number(mvhd.readBigUInt64BE(24)) : mvhd.readUInt32BE(16)
  const played = words(0, 0, 0, scale, duration, 0x10000, 0x01000000, 0, 0)
  return scale > 0 ? boxed('mvhd', played, upright, words(0, 0, 0, 0, 0, 0, 3)) : null
}
