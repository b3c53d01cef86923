/** A picture that is too large for one form goes up in parts; what was cut off is carried on. */
import sharp from 'sharp'
import { mediaSchema, partsResponseSchema } from '../../../functions/media/contract'
import { withDomain } from '../../support/engine/domain-engine'
import { pictureOf } from '../../support/samples/pictures'
import { filmOf } from '../../support/samples/recordings'
import { parsed, refusal } from '../../support/worlds/points-world'
import { createMediaWorld } from './kit'

const database = withDomain('media')
const megabyte = 1024 * 1024
const part = 5 * megabyte

const setUp = () => {
  const world = createMediaWorld(database)
  /** As the browser puts one to its address. */
  const put = (url: string, bytes: Uint8Array) => {
    const { searchParams } = new URL(url)
    if (Number(searchParams.get('bytes')) !== bytes.length) throw new Error('another size than was signed')
    const upload = world.objects.uploads.get(searchParams.get('upload') ?? '')
    upload?.parts.set(Number(searchParams.get('number')), bytes)
  }
  return { ...world, put, chen: world.editor('chen'), sun: world.editor('sun') }
}
/** Noise hardly shrinks: some eleven megabytes. */
const large = async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  return sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#000', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer()
}

it('is cut into parts of five megabytes, and the last of what is left', async () => {
  const { chen } = setUp()
  const { media, partBytes, missing } = parsed(
    partsResponseSchema,
    await chen.askParts('image/png', 12 * megabyte),
  )
  expect([media.state, partBytes]).toEqual(['waiting', part])
  expect(missing.map(({ number, bytes }) => [number, bytes])).toEqual([
    [1, part],
    [2, part],
    [3, 2 * megabyte],
  ])
})

it('is not taken in parts where a form would do, or where it is larger than a picture may be', async () => {
  const { chen } = setUp()
  expect(refusal(await chen.askParts('image/png', 8 * megabyte))).toBe('400 invalid-request')
  expect(refusal(await chen.askParts('image/png', 20 * megabyte + 1))).toBe('400 invalid-request')
  expect((await chen.askParts('image/png', 20 * megabyte)).status).toBe(200)
})

it.each([
  ['video/mp4', 100],
  ['audio/mpeg', 30],
  ['application/pdf', 20],
])('of %s is of up to %i MB', async (type, most) => {
  const { chen } = setUp()
  expect((await chen.askParts(type, most * megabyte)).status).toBe(200)
  const larger = await chen.askParts(type, most * megabyte + 1)
  expect(refusal(larger)).toBe('400 invalid-request')
  expect(larger.json()).toMatchObject({ errors: [{ field: 'bytes' }] })
})

it('of a film is written anew in parts of its own, with its description and words', async () => {
  const { chen, sun, put, objects } = setUp()
  const bytes = filmOf({ seconds: 10, sample: megabyte, withPosition: true })
  const said = { description: '开馆那天', words: '欢迎大家。' }
  const { media, missing } = parsed(
    partsResponseSchema,
    await chen.askParts('video/mp4', bytes.length, undefined, said),
  )
  for (const { url, number, bytes: size } of missing)
    put(url, bytes.subarray((number - 1) * part, (number - 1) * part + size))
  expect(parsed(mediaSchema, await chen.finish(media.id))).toMatchObject({
    state: 'ready',
    seconds: 10,
    description: said.description,
  })
  expect(objects.uploads.size).toBe(0)
  await sun.decide(media.id, true)
  const shown = Buffer.from(objects.all.get(`media/${media.id}/film.mp4`)?.bytes ?? [])
  expect([shown.includes('film-sample 9'), shown.includes('position-sample')]).toEqual([true, false])
})

it('that was cut off at half is carried on with what is missing, and finished', async () => {
  const { chen, put, checks, objects } = setUp()
  const bytes = await large()
  const begun = parsed(partsResponseSchema, await chen.askParts('image/png', bytes.length))
  const slice = ({ number, bytes: size }: { number: number; bytes: number }) =>
    bytes.subarray((number - 1) * part, (number - 1) * part + size)
  const [first, ...others] = begun.missing
  if (first) put(first.url, slice(first))
  const { id } = begun.media
  expect(refusal(await chen.finish(id))).toBe('409 media-missing')
  const left = parsed(partsResponseSchema, await chen.parts(id)).missing
  expect(left.map(({ number }) => number)).toEqual(others.map(({ number }) => number))
  for (const one of left) put(one.url, slice(one))
  expect(parsed(partsResponseSchema, await chen.parts(id)).missing).toEqual([])
  const media = parsed(mediaSchema, await chen.finish(id))
  expect(media).toMatchObject({ state: 'ready', width: 2000, height: 2000 })
  await checks.settled()
  expect(objects.uploads.size).toBe(0)
})

it('is the same upload for the same key, and nobody sends anything in another’s name', async () => {
  const { chen, sun, key, objects } = setUp()
  const asked = key()
  const ask = async () => parsed(partsResponseSchema, await chen.askParts('image/png', 9 * megabyte, asked))
  const [first, repeated] = [await ask(), await ask()]
  expect(repeated).toEqual(first)
  expect(objects.uploads.size).toBe(1)
  expect(refusal(await chen.askParts('image/png', 10 * megabyte, asked))).toBe('409 idempotency-key-reused')
  expect(refusal(await sun.askParts('image/png', 9 * megabyte, asked))).toBe('409 idempotency-key-reused')
  expect(refusal(await sun.parts(first.media.id))).toBe('404 unknown-media')
  expect(refusal(await sun.giveUp(first.media.id))).toBe('404 unknown-media')
})

it('that is given up is gone from the bucket, and begun anew by its key', async () => {
  const { chen, key, objects, put } = setUp()
  const asked = key()
  const { media, missing } = parsed(
    partsResponseSchema,
    await chen.askParts('image/png', 9 * megabyte, asked),
  )
  put(missing[0]?.url ?? '', Buffer.alloc(part))
  expect((await chen.giveUp(media.id)).status).toBe(200)
  expect(objects.uploads.size).toBe(0)
  expect(refusal(await chen.parts(media.id))).toBe('409 media-state')
  expect(refusal(await chen.finish(media.id))).toBe('409 media-missing')
  const anew = parsed(partsResponseSchema, await chen.askParts('image/png', 9 * megabyte, asked))
  expect([anew.media.id, anew.missing.length]).toEqual([media.id, 2])
})

it('that is given up takes no part with it that was on its way, and comes in behind the end of its upload', async () => {
  const { chen, objects, put } = setUp()
  const { media, missing } = parsed(partsResponseSchema, await chen.askParts('image/png', 9 * megabyte))
  const late = new Map([[1, Buffer.alloc(part)]])
  const [id, upload] = [...objects.uploads][0] ?? []
  const abort = objects.abortParts
  objects.abortParts = async (key, one) => {
    await abort(key, one)
    // As S3 has it: what was on its way is stored, and the upload is there again for it.
    if (late.size > 0 && id && upload) objects.restore(id, new Map(late))
    late.clear()
  }
  put(missing[1]?.url ?? '', Buffer.alloc(missing[1]?.bytes ?? 0))
  expect((await chen.giveUp(media.id)).status).toBe(200)
  expect(objects.uploads.size).toBe(0)
})

it('whose content is another than was said is refused as a small one is', async () => {
  const { chen, put } = setUp()
  const { media, missing } = parsed(partsResponseSchema, await chen.askParts('image/jpeg', 9 * megabyte))
  for (const { url, bytes } of missing)
    put(url, Buffer.alloc(bytes, await pictureOf('image/png', { width: 4, height: 4 })))
  expect(refusal(await chen.finish(media.id))).toBe('422 media-content')
})
