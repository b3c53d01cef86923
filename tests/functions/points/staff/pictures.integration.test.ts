import fc from 'fast-check'
import { giftSchema, staffGiftSchema } from '../../../../functions/points/contract'
import { bytesOfBase64, mostPictureBytes, pictureTypeOf } from '../../../../functions/shared/picture'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/domain-engine'
import { createPointsWorld, type Person, parsed, refusal } from '../../../support/points-world'
import { auditOf, newGift, publish } from './kit'

const database = withDomain('points')

/** Beginnings that the formats define, and any bytes after them. */
const begins = {
  'image/jpeg': [0xff, 0xd8, 0xff, 0xe0],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/webp': [...Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 ')],
}
const pictureOf = (type: keyof typeof begins, length = 600, fill = 7) =>
  Buffer.concat([Buffer.from(begins[type]), Buffer.alloc(length - begins[type].length, fill)])
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const put = (staff: Person, id: string, bytes: Buffer) =>
  staff.put(`/api/staff/gifts/${id}/picture`, { image: bytes.toString('base64') })

describe('a picture of a gift', () => {
  it.each(Object.keys(begins))(
    'that is %s is served as what it is, for ever, byte for byte',
    async (name) => {
      const type = z.parse(z.enum(['image/jpeg', 'image/png', 'image/webp']), name)
      const world = await createPointsWorld(database)
      const staff = world.staff('staff')
      const gift = await newGift(world, staff)
      const bytes = pictureOf(type, mostPictureBytes)
      const changed = parsed(staffGiftSchema, await put(staff, gift.id, bytes))
      expect(changed).toMatchObject({ version: gift.version + 1 })
      await publish(world, staff, changed)
      const { picture } = parsed(giftSchema, await world.get(`/api/gifts/${gift.id}`))
      expect(picture).toBe(changed.picture)
      const served = await world.get(picture ?? '')
      expect(served.status).toBe(200)
      expect(served.bytes.equals(bytes)).toBe(true)
      expect(served.headers).toMatchObject({
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
    },
  )

  it('that replaces another has a path of its own, and the other is still there for orders that show it', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const { id } = await newGift(world, staff)
    const first = parsed(staffGiftSchema, await put(staff, id, pictureOf('image/png'))).picture
    world.time.now += 1000
    const second = parsed(staffGiftSchema, await put(staff, id, pictureOf('image/png', 601))).picture
    expect(second).not.toBe(first)
    expect((await world.get(first ?? '')).status).toBe(200)
    expect((await auditOf(staff))[0]).toMatchObject({ action: 'picture-changed', subject: id })
  })

  it.each<[string, Buffer]>([
    ['an SVG, which can carry a script', svg],
    ['a GIF', Buffer.from('GIF89a'.padEnd(100, ' '))],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(100, ' '))],
    ['a RIFF that is a sound', Buffer.from('RIFF\u0010\u0000\u0000\u0000WAVEfmt '.padEnd(100, ' '))],
    ['only the beginning of one', Buffer.from([0xff, 0xd8, 0xff])],
    ['a byte too large', pictureOf('image/jpeg', mostPictureBytes + 1)],
  ])('is not %s', async (_, bytes) => {
    const world = await createPointsWorld(database)
    const { id } = await world.gift()
    const before = await database.scan('points')
    expect(refusal(await put(world.staff('staff'), id, bytes))).toBe('400 picture-unfit')
    expect(await database.scan('points')).toEqual(before)
  })

  it.each(['not base64!', 'abc', '====', '/9j/4A==\n'])('is not read from %j', async (image) => {
    const world = await createPointsWorld(database)
    const { id } = await world.gift()
    const answer = await world.staff('staff').put(`/api/staff/gifts/${id}/picture`, { image })
    expect(refusal(answer)).toBe('400 picture-unfit')
  })

  it('of a body beyond what the operation takes is refused unread', async () => {
    const world = await createPointsWorld(database)
    const { id } = await world.gift()
    const answer = await world
      .staff('staff')
      .put(`/api/staff/gifts/${id}/picture`, { image: 'A'.repeat(320_000) })
    expect(refusal(answer)).toBe('413 payload-too-large')
  })

  it('that is not there, or of another gift, is not found', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const [one, other] = [await newGift(world, staff), await newGift(world, staff)]
    const { picture } = parsed(staffGiftSchema, await put(staff, one.id, pictureOf('image/png')))
    const moved = (picture ?? '').replace(one.id, other.id)
    expect(refusal(await world.get(moved))).toBe('404 unknown-gift')
    expect(refusal(await put(staff, '320800-0000000000', pictureOf('image/png')))).toBe('404 unknown-gift')
  })
})

describe('base64', () => {
  it('is read as everybody writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const read = bytesOfBase64(Buffer.from(bytes).toString('base64'))
        expect(read && [...read]).toEqual([...bytes])
      }),
    )
  })

  it('of anything never breaks the reader, and bytes without a known beginning are no picture', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.uint8Array({ maxLength: 60 }),
        (text, bytes) => {
          bytesOfBase64(text)
          const isKnown = [0xff, 0x89, 0x52].includes(bytes[0] ?? 0)
          if (!isKnown) expect(pictureTypeOf(bytes)).toBeNull()
        },
      ),
    )
  })
})
