/** Recordings, films and documents for tests, put together box by box and frame by frame. What is in their samples is noise of no codec. */
import { deflateSync } from 'node:zlib'

const word = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, i) => {
    bytes.writeUInt32BE(number >>> 0, i * 4)
  })
  return bytes
}
export const box = (type: string, ...contents: Uint8Array[]): Buffer => {
  const body = Buffer.concat(contents)
  return Buffer.concat([word(8 + body.length), Buffer.from(type, 'latin1'), body])
}

const plain = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]
/** As of a camera that was held upright. */
const quarter = [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000]

export type FilmOptions = {
  width?: number
  height?: number
  isTurned?: boolean
  /** Of the picture's samples. */
  codec?: string
  profile?: number
  /** Object type of the sound: 0x40 is AAC. */
  audioObject?: number
  /** Seconds; a sample each of picture and sound. */
  seconds?: number
  /** Bytes of a sample of the picture. */
  sample?: number
  /** With places, times, names and a track of positions, as phones write them. */
  withPosition?: boolean
  brand?: string
  /** Which of its tracks it has; each: `film`, `sound`. */
  tracks?: readonly ('film' | 'sound')[]
  /** Whether what begins to play comes first. */
  movieFirst?: boolean
}

export const secrets = [
  '+33.6000+119.0100/',
  'Fuyi-Camera',
  'position-sample',
  'Fuyi-Encoder',
  'Fuyi-Handler',
]
const made = 3_800_000_000
/** When a film of this file was made, as it is written in it. */
export const madeAt = word(made)

/** Of 16 bytes each. */
const soundSample = (i: number) => Buffer.from(`sound-sample ${String(i).padStart(3)}`)
const positionSample = (i: number) => Buffer.from(`position-sample ${String(i).padStart(3)}`)
export const filmSample = (i: number, bytes: number) =>
  Buffer.concat([Buffer.from(`film-sample ${i} `), Buffer.alloc(bytes, i % 251)]).subarray(0, bytes)

const esds = (audioObject: number) =>
  box(
    'esds',
    Buffer.from([
      0,
      0,
      0,
      0,
      3,
      25,
      0,
      1,
      0,
      4,
      17,
      audioObject,
      0x15,
      0,
      0,
      0,
      0,
      1,
      0xf4,
      0,
      0,
      1,
      0xf4,
      0,
    ]),
    Buffer.from([5, 2, 0x12, 0x10, 6, 1, 2]),
  )

type Made = { kind: 'film' | 'sound' | 'position'; samples: Buffer[] }

const entryOf = (kind: Made['kind'], options: FilmOptions): Buffer => {
  const { width = 640, height = 360, codec = 'avc1', profile = 77, audioObject = 0x40 } = options
  if (kind === 'position') return box('mebx', Buffer.alloc(8))
  if (kind === 'sound') {
    const head = Buffer.alloc(28)
    head.writeUInt16BE(1, 6)
    head.writeUInt16BE(2, 16)
    return box('mp4a', head, esds(audioObject))
  }
  const head = Buffer.alloc(78)
  head.writeUInt16BE(1, 6)
  head.writeUInt16BE(width, 24)
  head.writeUInt16BE(height, 26)
  head.write('\x0cFuyi-Encoder', 42, 'latin1')
  return box(codec, head, box('avcC', Buffer.from([1, profile, 0, 31, 0xff, 0xe0, 0])))
}

const handler = { film: 'vide', sound: 'soun', position: 'meta' } as const

const trackOf = ({ kind, samples }: Made, id: number, from: number, options: FilmOptions): Buffer => {
  const { width = 640, height = 360, isTurned, withPosition } = options
  const sizes = samples.map(({ length }) => length)
  const stbl = box(
    'stbl',
    box('stsd', word(0, 1), entryOf(kind, options)),
    box('stts', word(0, 1, samples.length, 1000)),
    ...(kind === 'film' ? [box('stss', word(0, 1, 1))] : []),
    box('stsc', word(0, 1, 1, samples.length, 1)),
    box('stsz', word(0, 0, sizes.length, ...sizes)),
    box('stco', word(0, 1, from)),
  )
  const size = kind === 'film' ? [width << 16, height << 16] : [0, 0]
  return box(
    'trak',
    box(
      'tkhd',
      word(3, made, made, id, 0, samples.length * 1000, 0, 0, 0, 0, ...(isTurned ? quarter : plain), ...size),
    ),
    box('edts', box('elst', word(0, 1, samples.length * 1000, 0, 0x10000))),
    box(
      'mdia',
      box('mdhd', word(0, made, made, 1000, samples.length * 1000, 0x55c40000)),
      box('hdlr', word(0, 0), Buffer.from(handler[kind]), word(0, 0, 0), Buffer.from('Fuyi-Handler\0')),
      box('minf', box('dinf', box('dref', word(0, 1), box('url ', word(1)))), stbl),
    ),
    ...(withPosition ? [box('udta', box('©xyz', Buffer.from('\0\x12\x15\xc7+33.6000+119.0100/')))] : []),
  )
}

/** What stands in `udta` of phones: where it was taken, by what. */
const userData = () =>
  box(
    'udta',
    box('©xyz', Buffer.from('\0\x12\x15\xc7+33.6000+119.0100/')),
    box('loci', word(0), Buffer.from('+33.6000+119.0100/\0')),
    box('meta', word(0), box('ilst', box('©mak', Buffer.from('Fuyi-Camera')))),
  )

/** An MP4 as phones write it: samples first, then what says where they are, unless that is to come first. */
export const filmOf = (options: FilmOptions = {}): Buffer => {
  const { seconds = 4, sample = 64, withPosition, brand = 'isom', movieFirst } = options
  const { tracks = ['film', 'sound'] } = options
  const count = Array.from({ length: seconds }, (_, i) => i)
  const all: Made[] = [
    ...tracks.map((kind) => ({
      kind,
      samples: count.map((i) => (kind === 'film' ? filmSample(i, sample) : soundSample(i))),
    })),
    // Between the others, so that what is kept lies on both of its sides.
    ...(withPosition ? [{ kind: 'position' as const, samples: count.map(positionSample) }] : []),
  ].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const bytes = all.flatMap(({ samples }) => samples)
  const mdat = box('mdat', ...bytes)
  const ftyp = box('ftyp', Buffer.from(`${brand}\0\0\u0002\0isomavc1`, 'latin1'))
  const free = withPosition ? box('free', Buffer.from('Fuyi-Camera')) : Buffer.alloc(0)
  const movie = (before: number): Buffer => {
    let from = before
    const traks = all.map((track, i) => {
      const trak = trackOf(track, i + 1, from, options)
      from += track.samples.reduce((sum, { length }) => sum + length, 0)
      return trak
    })
    const mvhd = box(
      'mvhd',
      word(0, made, made, 1000, seconds * 1000, 0x10000, 0x01000000, 0, 0, ...plain, 0, 0, 0, 0, 0, 0, 9),
    )
    return box('moov', mvhd, ...traks, ...(withPosition ? [userData()] : []))
  }
  const start = ftyp.length + free.length + 8
  return movieFirst
    ? Buffer.concat([ftyp, free, movie(start + movie(0).length), mdat])
    : Buffer.concat([ftyp, free, mdat, movie(start)])
}
const order: readonly Made['kind'][] = ['film', 'position', 'sound']

/** A recording in MP4. */
export const m4aOf = (options: FilmOptions = {}): Buffer =>
  filmOf({ brand: 'M4A ', tracks: ['sound'], ...options })

/** A frame of MPEG 1, layer III: 128 kbit/s at 44.1 kHz, 417 bytes for 26 ms. */
const frame = () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413, 0x55)])

export const mp3Of = ({ frames = 101, withTags = false } = {}): Buffer => {
  const id3 = Buffer.from('ID3\x03\0\0\0\0\0\x20TIT2\0\0\0\x16\0\0\0Fuyi-Camera +33.6000+119', 'latin1')
  const tag = Buffer.alloc(128)
  tag.write('TAGFuyi-Camera')
  const ape = Buffer.alloc(64)
  ape.write('APETAGEX', 32)
  ape.writeUInt32LE(64, 32 + 12)
  const all = Array.from({ length: frames }, frame)
  return Buffer.concat(withTags ? [id3.subarray(0, 42), ...all, ape, tag] : all)
}

/** `objects`: between the head and the end. `packed`: objects that are compressed together. */
export const pdfOf = ({ objects = '', packed = '' } = {}): Buffer => {
  const stream = deflateSync(Buffer.from(packed, 'latin1'))
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${objects}\n`, 'latin1'),
    ...(packed === ''
      ? []
      : [
          Buffer.from(`2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`),
          stream,
          Buffer.from('\nendstream\nendobj\n'),
        ]),
    Buffer.from('xref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ])
}
