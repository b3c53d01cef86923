/** Of an upload nothing is shown but what it looks like: no metadata, no second content, no other format. */
import sharp from 'sharp'
import { checkContent } from '../../../functions/media/pictures/content'
import { renditionsOf } from '../../../functions/media/pictures/renditions'
import { type PictureType, pictureTypes } from '../../../functions/shared/picture'
import { bombOf, pictureOf } from '../../support/samples/pictures'

const small = { width: 48, height: 32 }
const html = Buffer.from('<html><script>alert(1)</script></html>')

describe.each(pictureTypes)('the content of %s', (type: PictureType) => {
  const others = pictureTypes.filter((other) => other !== type)

  it('is taken for what it is, whatever a camera writes into it', async () => {
    for (const options of [small, { ...small, withPosition: true }, { ...small, orientation: 6 }])
      expect(checkContent(await pictureOf(type, options), type)).toEqual({ ok: true, value: null })
  })

  it('is refused as any other type, and so is what only begins like it', async () => {
    const bytes = await pictureOf(type, small)
    for (const other of others)
      expect(checkContent(bytes, other)).toEqual({ ok: false, error: 'type-differs' })
    expect(checkContent(bytes.subarray(0, 2), type).ok).toBe(false)
    expect(checkContent(Buffer.concat([bytes.subarray(0, 16), html]), type).ok).toBe(false)
    expect(checkContent(html, type)).toEqual({ ok: false, error: 'type-differs' })
  })

  it('is refused with something behind its end, and with its end cut off', async () => {
    const bytes = await pictureOf(type, small)
    const polyglot = { ok: false, error: 'polyglot' }
    for (const behind of [html, Buffer.from('PK\u0003\u0004archive'), Buffer.from('%PDF-1.7')])
      expect(checkContent(Buffer.concat([bytes, behind]), type)).toEqual(polyglot)
    for (const length of [bytes.length - 12, bytes.length / 2])
      expect(checkContent(bytes.subarray(0, length), type)).toEqual(polyglot)
  })

  it('is refused where it is a drawing, a film or a page that only bears its name', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    // A GIF that is a program too: `GIF89a=1/*…*/;alert(1)`.
    const gif = `GIF89a/*${'\0'.repeat(30)}*/=1;alert(1)`
    for (const other of [svg, `<?xml version="1.0"?>${svg}`, gif, '%PDF-1.7', 'PK\u0003\u0004'])
      expect(checkContent(Buffer.from(other, 'latin1'), type)).toEqual({ ok: false, error: 'type-differs' })
  })
})

it('a picture with markup in its first bytes is refused, as a comment can hold it', async () => {
  const bytes = await pictureOf('image/jpeg', small)
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 2 + html.length]), html])
  const hiding = Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)])
  expect(checkContent(hiding, 'image/jpeg')).toEqual({ ok: false, error: 'polyglot' })
})

it('what a picture hides further behind in a part of its own is in none of its renditions', async () => {
  const bytes = await pictureOf('image/jpeg', small)
  const padded = Buffer.concat([Buffer.alloc(2_000, 'x'), html])
  const comment = Buffer.from([0xff, 0xfe, (padded.length + 2) >> 8, (padded.length + 2) & 0xff])
  const hiding = Buffer.concat([bytes.subarray(0, 2), comment, padded, bytes.subarray(2)])
  expect(checkContent(hiding, 'image/jpeg').ok).toBe(true)
  const made = await renditionsOf(hiding, 'image/jpeg')
  expect(made?.renditions).toHaveLength(2)
  for (const rendition of made?.renditions ?? [])
    expect(Buffer.from(rendition.bytes).includes('<script>')).toBe(false)
})

describe.each(pictureTypes)('renditions of %s', (type: PictureType) => {
  it('have no position, no camera and no other metadata', async () => {
    const original = await pictureOf(type, { width: 900, height: 600, withPosition: true })
    // The camera and the position are there at first, in both places.
    const before = await sharp(original).metadata()
    expect([original.includes('Fuyi-Camera'), before.exif !== undefined]).toEqual([true, true])
    expect(before.xmp?.toString()).toContain('GPSLatitude')
    const made = await renditionsOf(original, type)
    expect(made?.renditions.length).toBeGreaterThan(0)
    for (const { bytes, type: form } of made?.renditions ?? []) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata()
      expect({ form, exif, xmp, iptc, icc, orientation }).toEqual({ form })
      // Long enough not to stand in compressed noise by chance: three letters do in one run of thirty.
      for (const trace of ['Fuyi-Camera', 'GPSLatitude', 'Exif', 'xpacket', 'eXIf'])
        expect(Buffer.from(bytes).includes(trace)).toBe(false)
      expect(checkContent(bytes, form)).toEqual({ ok: true, value: null })
    }
  })

  it('are each of the type and the pixels that they say, the smallest first', async () => {
    const made = await renditionsOf(await pictureOf(type, { width: 900, height: 600 }), type)
    const forms = type === 'image/webp' ? [type] : ['image/webp', type]
    expect(made?.renditions.map((one) => `${one.width} ${one.type}`)).toEqual(
      [360, 720, 900].flatMap((width) => forms.map((form) => `${width} ${form}`)),
    )
    for (const { bytes, width, height, type: form } of made?.renditions ?? []) {
      const read = await sharp(bytes).metadata()
      expect([read.width, read.height, `image/${read.format}`]).toEqual([width, height, form])
    }
  })
})

describe('a rendition', () => {
  it('is upright, however the camera was held', async () => {
    const lying = await pictureOf('image/jpeg', { ...small, orientation: 6 })
    const made = await renditionsOf(lying, 'image/jpeg')
    expect(made).toMatchObject({ width: 32, height: 48 })
    expect(made?.renditions).toMatchObject([
      { width: 32, height: 48 },
      { width: 32, height: 48 },
    ])
  })

  it('is made of nothing that claims to be larger than a camera’s picture, and of nothing that is broken', async () => {
    const png = await pictureOf('image/png', small)
    const vast = bombOf({ width: 9_000, height: 9_000 })
    expect([vast.length < 20_000, checkContent(vast, 'image/png').ok]).toEqual([true, true])
    expect(await renditionsOf(vast, 'image/png')).toBeNull()
    expect(await renditionsOf(bombOf({ width: 900, height: 900 }), 'image/png')).toMatchObject({ width: 900 })
    const broken = Buffer.from(png)
    broken.fill(0, 41, broken.length - 12)
    expect(await renditionsOf(broken, 'image/png')).toBeNull()
  })
})
