import sharp from 'sharp'
import { mediaSchema, uploadResponseSchema } from '../../../functions/media/contract'
import type { UploadForm } from '../../../functions/shared/aws/objects'
import * as z from '../../../functions/shared/zod'
import { demoRegion } from '../../../infra/demo/people'
import { pictureOf } from '../../support/samples/pictures'
import { key, type Product } from './product'

const path = '/api/staff/media'

/**
 * An editor's picture in the running product: from the browser straight to the bucket by the form that was signed, coded anew by the
 * function that carries sharp, each held to its role, and served under the path that CloudFront has.
 *
 * @returns checks that what was approved is served, for after a restart
 */
export const pictureWalks = ({ ask, login, stack }: Product) => {
  const post = (as: string, target: string, body: unknown) => ask('POST', target, { as, body, key: key() })
  const begin = async (type: string, bytes: number) =>
    z.parse(
      uploadResponseSchema,
      (await post('staff-editor', path, { region: demoRegion, type, bytes })).json,
    )
  /** As a browser sends it; the status of the bucket's answer. */
  const send = async ({ url, fields }: UploadForm, file: Buffer): Promise<number> => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', new Blob([new Uint8Array(file)]))
    return (await fetch(url, { method: 'POST', body: form })).status
  }
  const read = async (address: string) => {
    const answer = await fetch(new URL(address, stack().url))
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  let renditions: z.infer<typeof mediaSchema>['renditions'] = []
  const served = async () => {
    expect(renditions).toHaveLength(6)
    for (const { src, type, width, height, bytes: size } of renditions) {
      const { status, headers, bytes } = await read(src)
      expect([status, headers.get('content-type'), bytes.length]).toEqual([200, type, size])
      expect(headers.get('cache-control')).toContain('immutable')
      const about = await sharp(bytes).metadata()
      expect([about.width, about.height, about.exif, about.xmp]).toEqual([
        width,
        height,
        undefined,
        undefined,
      ])
    }
  }

  it('a picture with a position is uploaded, approved by a second person, and served without it', async () => {
    for (const person of ['staff-editor', 'staff-publisher']) await login(person)
    const original = await pictureOf('image/jpeg', { width: 800, height: 600, withPosition: true })
    const { media, form } = await begin('image/jpeg', original.length)
    expect(await send(form, original)).toBe(204)
    const finished = await post('staff-editor', `${path}/${media.id}/finish`, {})
    expect(finished).toMatchObject({ status: 200, json: { state: 'ready', width: 800, height: 600 } })
    const [waiting] = z.parse(mediaSchema, finished.json).renditions
    expect((await read(`/media/${media.id}/360.webp`)).status).toBe(403)
    expect(await read(waiting?.src ?? '')).toMatchObject({ status: 200 })
    expect((await read(waiting?.src.replace('360.webp', '720.webp') ?? '')).status).toBe(403)

    expect((await post('staff-editor', `${path}/${media.id}/decision`, { approve: true })).status).toBe(403)
    // WeChat has fetched it by its address and pushed what it found.
    await stack().wechat.calls.media.settled()
    const approved = await post('staff-publisher', `${path}/${media.id}/decision`, { approve: true })
    renditions = z.parse(mediaSchema, approved.json).renditions
    expect(renditions.map(({ src }) => src)).toEqual(
      ['360.webp', '360.jpg', '720.webp', '720.jpg', '800.webp', '800.jpg'].map(
        (name) => `/media/${media.id}/${name}`,
      ),
    )
    await served()
  }, 300_000)

  it('a file that is larger, another, or not what it was announced as never becomes a picture', async () => {
    await login('staff-editor')
    const png = await pictureOf('image/png', { width: 40, height: 30 })
    const { media, form } = await begin('image/jpeg', png.length)
    expect(await send(form, Buffer.concat([png, png]))).toBe(400)
    const elsewhere = { ...form.fields, key: form.fields.key?.replace('quarantine', 'media') ?? '' }
    expect(await send({ ...form, fields: elsewhere }, png)).toBe(403)
    expect((await post('staff-editor', `${path}/${media.id}/finish`, {})).json).toMatchObject({
      code: 'media-missing',
    })
    expect(await send(form, png)).toBe(204)
    expect((await post('staff-editor', `${path}/${media.id}/finish`, {})).json).toMatchObject({
      code: 'media-content',
    })
  }, 300_000)
  return { served }
}
