/** What lies where in an MP4 file: its outermost boxes, which have to fill it from the first byte to the last. */
import { err, ok, type Result } from '../../../shared/result'
import type { FileRefusal } from '../refusal'
import type { Range, Source } from '../source'

/** `media`: contents of the boxes that hold samples. */
export type Layout = { brand: string; movie: Range; media: Range[] }

/** As many as a file of a phone never has; each is a request. */
const mostBoxes = 64
/** An hour of film has a tenth of it. */
const mostMovieBytes = 8 * 1024 * 1024
const known = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'uuid', 'meta', 'udta', 'pdin']
/** Of films in fragments, which are made for streaming and which WeChat's player does not take as a file. */
const fragments = ['moof', 'mfra', 'sidx', 'styp', 'emsg']

type Outer = Range & { type: string; body: number }

export async function layoutOf(source: Source): Promise<Result<Layout, FileRefusal>> {
  const read = await boxesOf(source)
  if (!read.ok) return read
  const [first, ...others] = read.value
  const movies = others.filter(({ type }) => type === 'moov')
  const [movie] = movies
  if (!first || first.until - first.body < 8) return err('type-differs')
  if (!movie || movies.length > 1 || movie.until - movie.body > mostMovieBytes) return err('polyglot')
  const brand = latin1(await source.read(first.body, first.body + 4))
  const media = others.filter(({ type }) => type === 'mdat').map(contentOf)
  return ok({ brand, movie: contentOf(movie), media })
}

async function boxesOf(source: Source): Promise<Result<Outer[], FileRefusal>> {
  const boxes: Outer[] = []
  for (let at = 0; at < source.size; ) {
    const box = boxes.length < mostBoxes ? await outerAt(source, at) : null
    const refused = refusalOf(box, boxes.length === 0)
    if (refused) return err(refused)
    if (!box) break
    boxes.push(box)
    at = box.until
  }
  return ok(boxes)
}

function refusalOf(box: Outer | null, isFirst: boolean): FileRefusal | null {
  if (isFirst) return box?.type === 'ftyp' ? null : 'type-differs'
  if (!box) return 'polyglot'
  if (fragments.includes(box.type)) return 'codec'
  return known.includes(box.type) ? null : 'polyglot'
}

const contentOf = ({ body, until }: Outer): Range => ({ from: body, until })

/** Null where none begins there, or where it would end behind the file. */
async function outerAt({ size, read }: Source, at: number): Promise<Outer | null> {
  const head = Buffer.from(await read(at, Math.min(at + 16, size)))
  if (head.length < 8) return null
  const type = latin1(head.subarray(4, 8))
  const said = head.readUInt32BE(0)
  if (said === 1 && head.length < 16) return null
  const length = said === 1 ? Number(head.readBigUInt64BE(8)) : said === 0 ? size - at : said
  const body = at + (said === 1 ? 16 : 8)
  const until = at + length
  return until < body || until > size ? null : { type, from: at, body, until }
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
