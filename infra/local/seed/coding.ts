/** Coding of the demonstration's pictures, done once on this machine: it is most of what seeding them costs. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Renditions, renditionsOf } from '../../../functions/media/pictures/renditions'
import { type PictureType, pictureTypes } from '../../../functions/shared/picture'
import * as z from '../../../functions/shared/zod'
import { fingerprint } from '../builds/fingerprint'
import { root } from '../run'

const folder = join(root, '.cache/demo-pictures')
/** Whatever the result depends on beside the picture. */
const coders = () =>
  fingerprint([join(root, 'functions/media/pictures'), __filename], JSON.stringify(sharp.versions))

/** Pixels: as wide as a phone shows it. */
const width = 960
export const photographType = 'image/webp'

/** What a camera would have made of the drawing. */
export const photograph = (svg: string): Promise<Buffer> =>
  once(svg, () =>
    sharp(Buffer.from(svg), { density: 144 }).resize({ width }).webp({ quality: 90 }).toBuffer(),
  )

const coded = z.object({
  width: z.int(),
  height: z.int(),
  renditions: z.array(
    z.object({ type: z.enum(pictureTypes), width: z.int(), height: z.int(), base64: z.string() }),
  ),
})

export const renderOnce = async (bytes: Uint8Array, type: PictureType): Promise<Renditions | null> => {
  const text = await once(bytes, async () => Buffer.from(JSON.stringify(await written(bytes, type))))
  const { renditions, ...about } = coded.parse(JSON.parse(text.toString()))
  const all = renditions.map(({ base64, ...one }) => ({ ...one, bytes: Buffer.from(base64, 'base64') }))
  const widest = all.at(-1)
  // Nobody asks WeChat about the demonstration.
  return widest ? { ...about, renditions: all, forCheck: widest } : null
}

const written = async (bytes: Uint8Array, type: PictureType): Promise<z.infer<typeof coded>> => {
  const made = await renditionsOf(bytes, type)
  if (!made) throw new Error('a picture of the demonstration cannot be read')
  const { width, height } = made
  const renditions = made.renditions.map(({ bytes, ...one }) => ({
    ...one,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  return { width, height, renditions }
}

/** Kept whole or not at all: another process may read it meanwhile. */
const once = async (input: string | Uint8Array, make: () => Promise<Buffer>): Promise<Buffer> => {
  const file = join(folder, createHash('sha256').update(coders()).update(input).digest('hex'))
  if (existsSync(file)) return readFileSync(file)
  const made = await make()
  mkdirSync(folder, { recursive: true })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, made)
  renameSync(fresh, file)
  return made
}
