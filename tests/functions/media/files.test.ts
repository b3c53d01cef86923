/** Of a recording, a film or a document nothing is shown but what is heard, seen or read: no position, no names, no second content. */
import { createPictures } from '../../../functions/media'
import type { MediaType, PlayedType } from '../../../functions/media/contract/kinds'
import { documentIn } from '../../../functions/media/files/pdf'
import {
  box,
  filmOf,
  filmSample,
  m4aOf,
  madeAt,
  mp3Of,
  pdfOf,
  secrets,
} from '../../support/samples/recordings'
import { createObjects } from '../../support/worlds/objects'

const quarantine = 'quarantine/a'
const refused = { ok: false, error: 'media-content' }
const unplayable = { ok: false, error: 'media-codec' }

const make = async (type: MediaType, bytes: Uint8Array) => {
  const objects = createObjects()
  await objects.write(quarantine, { bytes, type, caching: '' })
  const answer = await createPictures({ objects, log: () => {} })({ from: quarantine, to: 'review/a/', type })
  const [name] = answer.ok ? answer.value.renditions.map((one) => one.name) : []
  return { objects, answer, shown: Buffer.from(objects.all.get(`review/a/${name}`)?.bytes ?? []) }
}
const made = async (type: MediaType, bytes: Uint8Array) => (await make(type, bytes)).answer

/** Where the samples of each track begin, by what the file itself says. */
const chunksIn = (file: Buffer): number[] => {
  const all: number[] = []
  for (let at = file.indexOf('stco'); at >= 0; at = file.indexOf('stco', at + 4))
    all.push(file.readUInt32BE(at + 12))
  return all
}

const good: Record<PlayedType, Buffer> = {
  'audio/mpeg': mp3Of(),
  'audio/mp4': m4aOf(),
  'video/mp4': filmOf(),
  'application/pdf': pdfOf(),
}
const types: PlayedType[] = ['audio/mpeg', 'audio/mp4', 'video/mp4', 'application/pdf']
const html = Buffer.from('<html><script>alert(1)</script></html>')

describe.each(types)('the content of %s', (type) => {
  const bytes = good[type]

  it('is taken for what it is, and for nothing else', async () => {
    expect((await made(type, bytes)).ok).toBe(true)
    for (const other of types.filter((one) => one !== type))
      expect({ other, ...(await made(type, good[other])) }).toEqual({ other, ...refused })
  })

  it('is refused with something behind its end, before its beginning or within its first bytes', async () => {
    for (const behind of [
      html,
      Buffer.from('PK\u0003\u0004 an archive, with more in it'),
      Buffer.alloc(40, 1),
    ])
      expect(await made(type, Buffer.concat([bytes, behind]))).toEqual(refused)
    expect(await made(type, Buffer.concat([html, bytes]))).toEqual(refused)
    expect(await made(type, Buffer.concat([bytes.subarray(0, 24), html, bytes.subarray(24)]))).toEqual(
      refused,
    )
  })

  it('is refused where its end is cut off, or it has none', async () => {
    for (const length of [bytes.length - 9, Math.floor(bytes.length / 2), 12, 3, 0])
      expect({ length, ...(await made(type, bytes.subarray(0, length))) }).toEqual({
        length,
        ...refused,
      })
  })
})

describe('a film', () => {
  it('is as large and as long as it plays, turned as the camera says', async () => {
    expect(await made('video/mp4', filmOf({ seconds: 7 }))).toMatchObject({
      value: { width: 640, height: 360, seconds: 7, forCheck: '' },
    })
    expect(await made('video/mp4', filmOf({ isTurned: true }))).toMatchObject({
      value: { width: 360, height: 640 },
    })
  })

  it('has no position, no camera, no names and no times in it, neither beside its samples nor between them', async () => {
    const original = filmOf({ withPosition: true, seconds: 200 })
    expect(secrets.filter((secret) => original.includes(secret))).toEqual(secrets)
    expect(original.includes(madeAt)).toBe(true)
    const { shown } = await make('video/mp4', original)
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
    expect(shown.includes('film-sample 199')).toBe(true)
    expect(shown.includes(madeAt)).toBe(false)
  })

  it('begins with what says where its samples are, and they are there', async () => {
    for (const movieFirst of [true, false]) {
      const { shown } = await make('video/mp4', filmOf({ movieFirst, withPosition: true }))
      expect(shown.indexOf('moov')).toBeLessThan(shown.indexOf('mdat'))
      const [film = 0, sound = 0, ...more] = chunksIn(shown)
      expect(more).toEqual([])
      expect(shown.toString('latin1', film, film + 13)).toBe('film-sample 0')
      expect(shown.toString('latin1', sound, sound + 16)).toBe('sound-sample   0')
    }
  })

  it('is the same once it is written anew', async () => {
    const { shown } = await make('video/mp4', filmOf({ withPosition: true, isTurned: true }))
    expect((await make('video/mp4', shown)).shown.equals(shown)).toBe(true)
  })

  it('of many pieces is written in parts, and is whole', async () => {
    const [seconds, sample] = [20, 1024 * 1024]
    const original = filmOf({ seconds, sample, withPosition: true })
    const { objects, answer, shown } = await make('video/mp4', original)
    expect(answer).toMatchObject({ ok: true, value: { renditions: [{ bytes: shown.length }] } })
    expect(objects.all.get('review/a/film.mp4')).toMatchObject({ type: 'video/mp4' })
    expect(objects.all.get('review/a/film.mp4')?.caching).toContain('immutable')
    const [film = 0] = chunksIn(shown)
    for (let i = 0; i < seconds; i++) {
      const at = film + i * sample
      expect(shown.subarray(at, at + sample).equals(filmSample(i, sample))).toBe(true)
    }
    expect(shown.includes('position-sample')).toBe(false)
  })

  it('whose writing fails leaves no part behind', async () => {
    const objects = createObjects()
    const bytes = filmOf({ seconds: 20, sample: 1024 * 1024 })
    await objects.write(quarantine, { bytes, type: 'video/mp4', caching: '' })
    objects.completeParts = async () => {
      throw new Error('cut off')
    }
    const ask = createPictures({ objects, log: () => {} })
    await expect(ask({ from: quarantine, to: 'review/a/', type: 'video/mp4' })).rejects.toThrow('cut off')
    expect(objects.uploads.size).toBe(0)
  })

  it.each([
    ['H.265', { codec: 'hvc1' }],
    ['H.264 of a studio', { profile: 110 }],
    ['sound that is no AAC', { audioObject: 0x6b }],
    ['more pixels than old phones decode', { width: 3840, height: 2160 }],
    ['QuickTime', { brand: 'qt  ' }],
  ])('is not taken in %s, which too few phones play', async (_, options) => {
    expect(await made('video/mp4', filmOf(options))).toEqual(unplayable)
  })

  it('is not taken in fragments', async () => {
    const fragmented = Buffer.concat([filmOf(), box('moof', Buffer.alloc(16))])
    expect(await made('video/mp4', fragmented)).toEqual(unplayable)
  })

  it('whose tables lead out of its samples, or do not fit each other, is refused', async () => {
    const film = filmOf()
    const changed = (table: string, at: number, value: number) => {
      const bytes = Buffer.from(film)
      bytes.writeUInt32BE(value, bytes.indexOf(table) + 4 + at)
      return made('video/mp4', bytes)
    }
    expect(await changed('stco', 8, 0)).toEqual(refused)
    expect(await changed('stco', 8, film.length)).toEqual(refused)
    expect(await changed('stsz', 12, 0x7fffffff)).toEqual(refused)
    expect(await changed('stsz', 8, 0xffffffff)).toEqual(refused)
    expect(await changed('stsc', 12, 0xffffffff)).toEqual(refused)
    expect(await changed('stts', 8, 5)).toEqual(refused)
    expect(await changed('mdhd', 12, 0)).toEqual(refused)
  })

  it('without a picture is none, and a recording with one is none either', async () => {
    expect(await made('video/mp4', filmOf({ tracks: ['sound'] }))).toEqual(refused)
    expect(await made('audio/mp4', filmOf())).toEqual(refused)
    expect(await made('video/mp4', filmOf({ tracks: ['film'] }))).toMatchObject({ ok: true })
  })
})

describe('a recording', () => {
  it.each([
    ['audio/mpeg', mp3Of({ withTags: true }), 2.6],
    ['audio/mp4', m4aOf({ withPosition: true, seconds: 9 }), 9],
  ] as const)('in %s has its length, and no tags', async (type, original, seconds) => {
    const { answer, shown } = await make(type, original)
    expect(answer).toMatchObject({ value: { seconds, width: null, height: null } })
    expect(secrets.some((secret) => original.includes(secret))).toBe(true)
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
  })

  it('in MP3 is its frames, byte for byte', async () => {
    const { shown } = await make('audio/mpeg', mp3Of({ withTags: true }))
    expect(shown.equals(mp3Of())).toBe(true)
    expect((await make('audio/mpeg', mp3Of({ frames: 1 }))).answer).toEqual(refused)
  })

  it('is for WeChat to hear, unless it is larger than WeChat takes', async () => {
    expect(await made('audio/mpeg', mp3Of())).toMatchObject({ value: { forCheck: 'sound.mp3' } })
    const long = mp3Of({ frames: 26_000 })
    expect(await made('audio/mpeg', long)).toMatchObject({ value: { forCheck: '' } })
  })
})

describe('a document', () => {
  it.each(['/JavaScript', '/Launch', '/EmbeddedFile', '/J#61vaScript'])(
    'with %s is refused',
    async (name) => {
      expect(await made('application/pdf', pdfOf({ objects: `<< /S ${name} >>` }))).toEqual(refused)
      expect(await made('application/pdf', pdfOf({ packed: `<< /S ${name} >>` }))).toEqual(refused)
    },
  )

  it('that needs a password is refused, and so is one whose packed objects cannot be looked into', async () => {
    expect(await made('application/pdf', pdfOf({ objects: '/Encrypt 3 0 R' }))).toEqual(unplayable)
    const broken = pdfOf({ objects: '<< /Type /ObjStm >>\nstream\nnot compressed\nendstream' })
    expect(await made('application/pdf', broken)).toEqual(refused)
    expect(await made('application/pdf', pdfOf({ objects: '<< /Type /Obj#53tm >>' }))).toEqual(refused)
  })

  it('keeps its length, and loses the names of whoever wrote it and where its photographs were taken', () => {
    const exif = '\xff\xe1\0\x18Exif\0\0GPS 33.6 119.01'
    const xmp = '<x:xmpmeta><dc:creator>Fuyi-Camera</dc:creator></x:xmpmeta>'
    const objects = `<< /Author (Chen \\(Fuyi-Camera\\)) /Creator <46757969> /Title (2026) >>\n${xmp}\n${exif}`
    const original = pdfOf({ objects })
    const read = documentIn(original)
    const text = (read.ok ? read.value : Buffer.alloc(0)).toString('latin1')
    expect(text).toHaveLength(original.length)
    for (const secret of ['Chen', 'Fuyi-Camera', '46757969', 'GPS'])
      expect([secret, text.includes(secret)]).toEqual([secret, false])
    expect(text).toContain('/Title (2026)')
  })
})
