import fc from 'fast-check'
import {
  giftSchema,
  giftsResponseSchema,
  proposalSchema,
  staffGiftSchema,
} from '../../../../functions/points/contract'
import { bytesOfBase64, mostPictureBytes, pictureTypeOf } from '../../../../functions/shared/picture'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { pictureOf as bytesOf } from '../../../support/samples/pictures'
import { city, createPointsWorld, type Person, parsed, refusal } from '../../../support/worlds/points-world'
import { createMediaWorld } from '../../media/kit'
import { auditOf, decide, newGift, propose, proposedSale, publish } from './kit'

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

describe('an uploaded picture of a gift', () => {
  /** The chief uploads it for gifts; `approved` by another who keeps gifts. */
  const uploading = async () => {
    const world = await createPointsWorld(database)
    const media = createMediaWorld(database)
    const keeper = (name: string, region = city) => media.editor(name, region, ['gifts'])
    const png = await bytesOf('image/png', { width: 800, height: 600 })
    const upload = async (region = city) =>
      (await media.ready(keeper('staff', region), 'image/png', png, { power: 'gifts' })).id
    const approve = (id: string) => keeper('colleague').decide(id, true)
    const refuse = (id: string) => keeper('colleague').decide(id, false)
    const staff = world.staff('staff')
    const give = (gift: string, id: string) => staff.put(`/api/staff/gifts/${gift}/picture`, { media: id })
    const approved = async () => {
      const id = await upload()
      await approve(id)
      return id
    }
    return { world, media, staff, upload, approve, refuse, approved, give }
  }
  const shown = async ({ world }: Awaited<ReturnType<typeof uploading>>, id: string) => {
    world.time.now += 3_000
    return parsed(giftSchema, await world.get(`/api/gifts/${id}`))
  }

  it('is shown in its sizes, and by one path to whoever knows none', async () => {
    const all = await uploading()
    const { world, media, staff, approved, give } = all
    const gift = await newGift(world, staff)
    const id = await approved()
    const given = parsed(staffGiftSchema, await give(gift.id, id))
    await publish(world, staff, given)
    const { picture, media: sizes } = await shown(all, gift.id)
    expect(picture).toBe(`/media/${id}/720.png`)
    expect(media.objects.all.has(picture?.slice(1) ?? '')).toBe(true)
    expect(sizes).toMatchObject({ id, kind: 'picture', width: 800, height: 600 })
    expect(sizes?.renditions.map(({ src, width, height }) => [src, width, height])).toEqual([
      [`/media/${id}/360.webp`, 360, 270],
      [`/media/${id}/360.png`, 360, 270],
      [`/media/${id}/720.webp`, 720, 540],
      [`/media/${id}/720.png`, 720, 540],
      [`/media/${id}/800.webp`, 800, 600],
      [`/media/${id}/800.png`, 800, 600],
    ])
    const list = parsed(giftsResponseSchema, await world.get(`/api/gifts?region=${city}`))
    expect(list.gifts.find((one) => one.id === gift.id)?.media).toEqual(sizes)
    expect((await auditOf(staff)).find(({ action }) => action === 'picture-changed')?.changes).toEqual([
      { field: 'picture', before: '', after: picture },
    ])
  })

  it('may be given while it waits to a gift that nobody sees, which comes on sale once it is approved', async () => {
    const all = await uploading()
    const { world, staff, upload, approve, give } = all
    const gift = await newGift(world, staff)
    const id = await upload()
    const given = parsed(staffGiftSchema, await give(gift.id, id))
    const proposal = await proposedSale(world, staff, given)
    expect(proposal.media).toBe(id)
    expect(refusal(await decide(world.staff('colleague'), proposal))).toBe('409 picture-waits')
    expect(refusal(await world.get(`/api/gifts/${gift.id}`))).toBe('404 unknown-gift')
    await approve(id)
    parsed(proposalSchema, await decide(world.staff('colleague'), proposal))
    expect((await shown(all, gift.id)).media?.id).toBe(id)
  })

  it('of a published gift takes two people, and the picture has passed before it is shown', async () => {
    const all = await uploading()
    const { world, staff, upload, approve, give } = all
    const gift = await publish(world, staff, await newGift(world, staff))
    const id = await upload()
    expect(refusal(await give(gift.id, id))).toBe('409 second-person-needed')
    const asked = { operation: 'changePicture' as const, gift: gift.id, request: { media: id } }
    const proposal = parsed(proposalSchema, await propose(staff, asked, world.key()))
    expect(proposal.media).toBe(id)
    expect(refusal(await decide(staff, proposal))).toBe('409 own-proposal')
    expect(refusal(await decide(world.staff('colleague'), proposal))).toBe('409 picture-waits')
    expect((await shown(all, gift.id)).picture).toBeNull()
    await approve(id)
    parsed(proposalSchema, await decide(world.staff('colleague'), proposal))
    expect((await shown(all, gift.id)).picture).toBe(`/media/${id}/720.png`)
  })

  it('that is refused, not there or of another city is no gift’s', async () => {
    const { world, staff, upload, refuse, give } = await uploading()
    const gift = await newGift(world, staff)
    const [refused, late, far] = [await upload(), await upload(), await upload('371600')]
    await refuse(refused)
    for (const id of [refused, far, `${city}-nowhere`])
      expect(refusal(await give(gift.id, id))).toBe('409 picture-unusable')
    const given = parsed(staffGiftSchema, await give(gift.id, late))
    const proposal = await proposedSale(world, staff, given)
    await refuse(late)
    expect(refusal(await decide(world.staff('colleague'), proposal))).toBe('409 picture-unusable')
  })

  it('takes the place of one in the table, which goes on being served; a desk of before sends one in its place', async () => {
    const { world, staff, approved, give } = await uploading()
    const gift = await newGift(world, staff)
    const first = parsed(staffGiftSchema, await put(staff, gift.id, pictureOf('image/png')))
    expect(first.media).toBeUndefined()
    const second = parsed(staffGiftSchema, await give(gift.id, await approved()))
    expect(second.media).toBeDefined()
    expect((await world.get(first.picture ?? '')).status).toBe(200)
    const third = parsed(staffGiftSchema, await put(staff, gift.id, pictureOf('image/png', 601)))
    expect([third.media, third.picture]).toEqual([undefined, expect.stringContaining('/pictures/')])
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
