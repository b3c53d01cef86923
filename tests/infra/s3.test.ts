/** What stands in for S3 takes what the SDK signed, and refuses whatever else somebody makes of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPictures } from '../../functions/media'
import { media } from '../../functions/media/domain'
import { openObjects, type UploadForm } from '../../functions/shared/aws/objects'
import * as z from '../../functions/shared/zod'
import { localCredentials, localRegion } from '../../infra/local/engine/engine'
import { type Guard, startGuard } from '../../infra/local/stand-ins/guard'
import { type S3StandIn, startS3 } from '../../infra/local/stand-ins/s3/s3'
import { filmOf, secrets } from '../support/samples/recordings'

const credentials = { ...localCredentials, region: localRegion }
const picture = Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 200, 13, 10])
const upload = { key: 'quarantine/a', type: 'image/jpeg', bytes: picture.length, seconds: 60 }

/** As a browser sends it: status and code of the answer. */
const send = async ({ url, fields }: UploadForm, file: Uint8Array = picture): Promise<string> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file)]))
  const answer = await fetch(url, { method: 'POST', body: form })
  const [, code = ''] = /<Code>(\w+)</.exec(await answer.text()) ?? []
  return `${answer.status} ${code}`.trim()
}

/** A condition of a policy that lets more through. */
const widened = (condition: unknown): unknown => {
  const [kind, field] = Array.isArray(condition)
    ? condition
    : ['eq', ...Object.keys(Object(condition)).map((name) => `$${name}`)]
  return kind === 'content-length-range' ? [kind, 0, 99_999_999] : ['starts-with', field, '']
}

describe('in the place of S3', () => {
  const time = { now: Date.now() }
  let s3: S3StandIn
  beforeAll(async () => {
    s3 = await startS3({ credentials, clock: () => time.now })
  })
  beforeEach(() => {
    time.now = Date.now()
  })
  afterAll(() => s3.stop())
  const objects = () =>
    openObjects('media', { endpoint: s3.url, region: localRegion, credentials: localCredentials })

  it('a signed form uploads the file, byte for byte', async () => {
    expect(await send(await objects().presignUpload(upload))).toBe('204')
    expect(s3.find('media', upload.key)?.bytes.equals(picture)).toBe(true)
    expect(s3.find('media', upload.key)?.type).toBe('image/jpeg')
  })

  it('a page of another origin may send a form, once the browser has asked, and nothing else', async () => {
    const { url } = await objects().presignUpload(upload)
    const asked = await fetch(url, { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([200, 'POST, PUT'])
    const form = await objects().presignUpload({ ...upload, key: 'quarantine/c' })
    const sent = await fetch(form.url, { method: 'POST', body: 'no form' })
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([400, '*'])
    const read = await fetch(await objects().presignRead('quarantine/c', 60))
    expect(read.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('a form is refused for another key, another type, a field more, or no signature', async () => {
    const form = await objects().presignUpload({ ...upload, key: 'quarantine/b' })
    const changed = (fields: Record<string, string>) =>
      send({ ...form, fields: { ...form.fields, ...fields } })
    expect(await changed({ key: 'media/b' })).toBe('403 AccessDenied')
    expect(await changed({ 'content-type': 'text/html' })).toBe('403 AccessDenied')
    expect(await changed({ acl: 'public-read' })).toBe('403 AccessDenied')
    const { Policy: _, ...bare } = form.fields
    expect(await send({ ...form, fields: bare })).toBe('403 AccessDenied')
    expect(s3.find('media', 'media/b') ?? s3.find('media', 'quarantine/b')).toBeNull()
  })

  it('a form is refused once anything in its policy was changed, as another signature would be needed', async () => {
    const form = await objects().presignUpload(upload)
    const policySchema = z.object({ expiration: z.string(), conditions: z.array(z.unknown()) })
    const text = Buffer.from(form.fields.Policy ?? '', 'base64').toString()
    const policy = z.parse(policySchema, JSON.parse(text))
    const { conditions } = policy
    const changed = [
      { ...policy, expiration: '2099-01-01T00:00:00.000Z' },
      { ...policy, conditions: [...conditions, ['starts-with', '$acl', '']] },
      ...conditions.map((_, at) => ({ ...policy, conditions: conditions.filter((__, i) => i !== at) })),
      ...conditions.map((condition, at) => ({
        ...policy,
        conditions: conditions.map((one, i) => (i === at ? widened(condition) : one)),
      })),
    ]
    // Key, type, size, bucket, and what the signature is made with.
    expect(conditions.length).toBeGreaterThanOrEqual(6)
    for (const one of changed) {
      const Policy = Buffer.from(JSON.stringify(one)).toString('base64')
      expect(await send({ ...form, fields: { ...form.fields, Policy } })).toBe('403 SignatureDoesNotMatch')
    }
  })

  it('a form is refused with any of its fields changed or left out', async () => {
    const { url, fields } = await objects().presignUpload({ ...upload, key: 'quarantine/d' })
    // Of the bucket the address counts, whatever the field says.
    expect(await send({ url: url.replace('media', 'others'), fields })).toBe('403 AccessDenied')
    for (const name of Object.keys(fields).filter((one) => one !== 'bucket')) {
      const { [name]: value = '', ...others } = fields
      for (const altered of [others, { ...fields, [name]: `${value}0` }])
        expect(`${name}: ${await send({ url, fields: altered })}`).toMatch(/: 40[03] /)
    }
    expect(s3.find('media', 'quarantine/d')).toBeNull()
    expect(await send({ url, fields })).toBe('204')
  })

  it('a form is refused after its time', async () => {
    const form = await objects().presignUpload(upload)
    time.now += 61_000
    expect(await send(form)).toBe('403 AccessDenied')
  })

  it('a file is refused that is larger or smaller than was signed', async () => {
    const form = await objects().presignUpload(upload)
    expect(await send(form, Buffer.concat([picture, Buffer.from([0])]))).toBe('400 EntityTooLarge')
    expect(await send(form, picture.subarray(1))).toBe('400 EntityTooSmall')
  })

  it('a condition that a field begins with something holds for it alone', async () => {
    const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post')
    const { S3Client } = await import('@aws-sdk/client-s3')
    const client = new S3Client({ endpoint: s3.url, region: localRegion, credentials: localCredentials })
    const Conditions: [['starts-with', string, string]] = [['starts-with', '$content-type', 'image/']]
    const asked = { Bucket: 'media', Key: 'quarantine/c', Conditions }
    const form = await createPresignedPost(client, asked)
    const as = (type: string) => send({ ...form, fields: { ...form.fields, 'content-type': type } })
    expect([await as('image/png'), await as('text/html')]).toEqual(['204', '403 AccessDenied'])
    client.destroy()
  })

  it('an object is written, read and copied by whoever has the key', async () => {
    const body = { bytes: picture, type: 'image/webp', caching: 'public, max-age=1' }
    await objects().write('review/a 1', body)
    await objects().copy('review/a 1', 'media/a')
    expect(Buffer.from((await objects().read('media/a')) ?? [])).toEqual(picture)
    expect(s3.find('media', 'media/a')).toMatchObject({ type: 'image/webp', caching: 'public, max-age=1' })
    expect(await objects().read('media/none')).toBeNull()
    await expect(objects().copy('review/none', 'media/none')).rejects.toMatchObject({ name: 'AccessDenied' })
    const other = { ...localCredentials, secretAccessKey: 'another' }
    const stranger = openObjects('media', { endpoint: s3.url, region: localRegion, credentials: other })
    await expect(stranger.read('media/a')).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
  })

  it('a piece of an object is read with how large the whole is, and none behind its end', async () => {
    await objects().write('review/r', { bytes: picture, type: 'image/jpeg', caching: '' })
    const read = await objects().readRange('review/r', 2, 5)
    expect([[...(read?.bytes ?? [])], read?.size]).toEqual([[...picture.subarray(2, 5)], picture.length])
    const last = await objects().readRange('review/r', 6, 1000)
    expect([...(last?.bytes ?? [])]).toEqual([...picture.subarray(6)])
    expect(await objects().readRange('review/r', picture.length, picture.length + 1)).toBeNull()
    expect(await objects().readRange('review/none', 0, 1)).toBeNull()
    const url = await objects().presignRead('review/r', 60)
    const ending = await fetch(url, { headers: { range: 'bytes=-2' } })
    expect([ending.status, ending.headers.get('content-range')]).toEqual([206, `bytes 7-8/${picture.length}`])
  })

  describe('in parts', () => {
    const part = Buffer.alloc(5 * 1024 * 1024, 7)
    const put = async (url: string, body: Uint8Array) =>
      (await fetch(url, { method: 'PUT', body: new Uint8Array(body) })).status
    const begin = async (key: string) => {
      const upload = await objects().beginParts(key, 'image/png')
      const send = async (number: number, bytes: Buffer) =>
        put(await objects().presignPart({ key, upload, number, bytes: bytes.length, seconds: 60 }), bytes)
      return { upload, send }
    }

    it('a file is put together of its parts, in their order, whichever came first', async () => {
      const { upload, send } = await begin('quarantine/p')
      expect([await send(2, picture), await send(1, part)]).toEqual([200, 200])
      const parts = (await objects().partsOf('quarantine/p', upload)) ?? []
      expect(parts.map(({ number, bytes }) => [number, bytes])).toEqual([
        [1, part.length],
        [2, picture.length],
      ])
      expect(s3.find('media', 'quarantine/p')).toBeNull()
      await objects().completeParts('quarantine/p', upload, parts)
      const whole = s3.find('media', 'quarantine/p')
      expect([whole?.type, whole?.bytes.equals(Buffer.concat([part, picture]))]).toEqual(['image/png', true])
      expect(await objects().partsOf('quarantine/p', upload)).toBeNull()
    })

    it('a function writes parts itself, and the object is kept as it says', async () => {
      const upload = await objects().beginParts('review/film', 'video/mp4', 'public, max-age=1')
      const parts = [
        await objects().putPart('review/film', upload, 1, part),
        await objects().putPart('review/film', upload, 2, picture),
      ]
      await objects().completeParts('review/film', upload, parts)
      const whole = s3.find('media', 'review/film')
      expect(whole).toMatchObject({ type: 'video/mp4', caching: 'public, max-age=1' })
      expect(whole?.bytes.length).toBe(part.length + picture.length)
    })

    it('a part is refused to another address, of another size, and after its time', async () => {
      const { upload } = await begin('quarantine/q')
      const asked = { key: 'quarantine/q', upload, number: 1, bytes: picture.length, seconds: 60 }
      const url = await objects().presignPart(asked)
      expect(await put(url, Buffer.concat([picture, picture]))).toBe(403)
      expect(await put(url.replace('partNumber=1', 'partNumber=2'), picture)).toBe(403)
      expect(await put(url.replace('quarantine/q', 'media/q'), picture)).toBe(403)
      const other = await objects().presignPart({ ...asked, number: 10_001 })
      expect(await put(other, picture)).toBe(400)
      time.now += 61_000
      expect(await put(url, picture)).toBe(403)
      expect(await objects().partsOf('quarantine/q', upload)).toEqual([])
    })

    it('what is small in the middle, was not sent so, or is in another order is not put together', async () => {
      const { upload, send } = await begin('quarantine/r')
      for (const number of [1, 2]) await send(number, picture)
      const complete = (parts: { number: number; etag: string }[]) =>
        objects()
          .completeParts(
            'quarantine/r',
            upload,
            parts.map((one) => ({ bytes: 0, ...one })),
          )
          .then(
            () => 'done',
            (error: Error) => error.name,
          )
      const [first, second] = (await objects().partsOf('quarantine/r', upload)) ?? []
      if (!first || !second) throw new Error('no parts')
      expect(await complete([first, second])).toBe('EntityTooSmall')
      expect(await complete([second, first])).toBe('InvalidPartOrder')
      expect(await complete([{ ...first, etag: '"0"' }])).toBe('InvalidPart')
      await objects().abortParts('quarantine/r', upload)
      await objects().abortParts('quarantine/r', upload)
      expect(await complete([first])).toBe('NoSuchUpload')
    })
  })

  it('a signed address reads its object alone, and until its time is over', async () => {
    for (const key of ['review/b', 'review/c'])
      await objects().write(key, { bytes: picture, type: 'image/webp', caching: '' })
    const address = await objects().presignRead('review/b', 60)
    const status = async (url: string) => (await fetch(url)).status
    expect(await status(address)).toBe(200)
    expect(await status(address.replace('review/b', 'review/c'))).toBe(403)
    expect(await status(address.split('?', 1)[0] ?? '')).toBe(403)
    time.now += 61_000
    expect(await status(address)).toBe(403)
  })
})

const ofMaker = media.jobs.flatMap(({ objects }) =>
  (objects ?? []).flatMap(({ prefix, actions }) => actions.map((action) => `s3:${action} media ${prefix}*`)),
)

describe('the guard before it', () => {
  let s3: S3StandIn
  let guard: Guard
  beforeAll(async () => {
    s3 = await startS3({ credentials })
    const grants = new Map([
      ['writer', new Set(['s3:PutObject media quarantine/*', 's3:PutObject media media/*'])],
      ['reader', new Set(['s3:GetObject media review/*', 's3:GetObject media quarantine/*'])],
      ['maker', new Set(ofMaker)],
    ])
    const nowhere = 'http://127.0.0.1:9'
    const others = { database: nowhere, secrets: nowhere, functions: nowhere, addresses: nowhere }
    guard = await startGuard({ grants, ...others, objects: s3.url })
  })
  afterAll(async () => {
    await guard.stop()
    await s3.stop()
  })
  const as = (id: string) =>
    openObjects('media', {
      ...{ endpoint: guard.endpointsOf(id).objects, region: localRegion, credentials: localCredentials },
    })
  const body = { bytes: picture, type: 'image/jpeg', caching: '' }
  const refused = { name: 'AccessDenied' }

  it('lets a function write, read and copy what its role names, by whole prefixes', async () => {
    await as('writer').write('quarantine/a', body)
    expect(Buffer.from((await as('reader').read('quarantine/a')) ?? [])).toEqual(picture)
    expect(await as('writer').read('quarantine/a')).toBeNull()
    await expect(as('reader').write('quarantine/a', body)).rejects.toMatchObject(refused)
    await expect(as('writer').write('review/a', body)).rejects.toMatchObject(refused)
    // It may write the copy, and not read what is copied.
    await expect(as('writer').copy('quarantine/a', 'media/a')).rejects.toMatchObject(refused)
    expect(s3.find('media', 'media/a')).toBeNull()
  })

  it('lets the function that makes files write a film in parts, with what its job declares and nothing else', async () => {
    const bytes = filmOf({ seconds: 10, sample: 1024 * 1024, withPosition: true })
    await as('writer').write('quarantine/film', { bytes, type: 'video/mp4', caching: '' })
    const make = createPictures({ objects: as('maker'), log: () => {} })
    const asked = { from: 'quarantine/film', to: 'review/film/', type: 'video/mp4' }
    expect(await make(asked)).toMatchObject({ ok: true, value: { width: 640, height: 360, seconds: 10 } })
    const made = s3.find('media', 'review/film/film.mp4')
    expect([made?.type, made?.bytes.includes('film-sample 9')]).toEqual(['video/mp4', true])
    expect(secrets.filter((secret) => made?.bytes.includes(secret))).toEqual([])
    await expect(make({ ...asked, to: 'media/film/' })).rejects.toMatchObject(refused)
  })

  it('holds whatever a function signed for others to its role', async () => {
    const formOf = (id: string) => as(id).presignUpload({ ...upload, key: 'quarantine/b' })
    expect(await send(await formOf('reader'))).toBe('403 AccessDenied')
    expect(await send(await formOf('writer'))).toBe('204')
    const status = async (id: string) => (await fetch(await as(id).presignRead('quarantine/b', 60))).status
    expect([await status('reader'), await status('writer')]).toEqual([200, 403])
  })
})

it('objects below a folder outlive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuyi-s3-'))
  const of = (url: string) =>
    openObjects('media', { endpoint: url, region: localRegion, credentials: localCredentials })
  const first = await startS3({ credentials, folder })
  await of(first.url).write('media/a', { bytes: picture, type: 'image/webp', caching: '' })
  await first.stop()
  const second = await startS3({ credentials, folder })
  expect(Buffer.from((await of(second.url).read('media/a')) ?? [])).toEqual(picture)
  await second.stop()
  rmSync(folder, { recursive: true })
})
