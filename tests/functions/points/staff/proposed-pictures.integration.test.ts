/** What citizens see takes two people: the picture of a published gift as its words. */
import {
  giftSchema,
  type Proposal,
  proposalPictureSchema,
  proposalSchema,
} from '../../../../functions/points/contract'
import { proposalKey } from '../../../../functions/points/store/keys'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import {
  city,
  createPointsWorld,
  type Person,
  type PointsWorld,
  parsed,
  refusal,
} from '../../../support/worlds/points-world'
import {
  auditOf,
  decide,
  giftOf,
  newGift,
  proposalsOf,
  propose,
  proposedSale,
  publish,
  withdraw,
} from './kit'

const bench = withDomain('points')

const pictureOf = (fill: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(600, fill)])
const [old, next] = [pictureOf(1), pictureOf(2)]
const put = (by: Person, id: string, bytes: Buffer) =>
  by.put(`/api/staff/gifts/${id}/picture`, { image: bytes.toString('base64') })
const proposePicture = async (
  world: PointsWorld,
  by: Person,
  gift: string,
  bytes: Buffer,
): Promise<Proposal> => {
  const request = { image: bytes.toString('base64') }
  return parsed(proposalSchema, await propose(by, { operation: 'changePicture', gift, request }, world.key()))
}
const shownTo = async (by: Person, { id }: Proposal) => by.get(`/api/staff/proposals/${id}/picture`)
const publicPicture = async (world: PointsWorld, id: string) =>
  parsed(giftSchema, await world.get(`/api/gifts/${id}`)).picture
const saleOf = async (world: PointsWorld, by: Person, id: string) =>
  proposedSale(world, by, await giftOf(by, id))

const storedSchema = z.looseObject({ PK: z.string(), SK: z.string(), base: z.string() })
/** The stored proposal as releases wrote it that did not count the picture among what comes on sale. */
const forgetPictureIn = async ({ id }: Proposal) => {
  const table = bench.tableOf('points')
  const stored = storedSchema.parse(await table.get(proposalKey(id), { consistent: true }))
  const { picture: _, ...fields } = z.record(z.string(), z.unknown()).parse(JSON.parse(stored.base))
  await table.putOne({ ...stored, base: JSON.stringify(fields) })
}

/** A published gift with a picture. */
const pictured = async () => {
  const world = await createPointsWorld(bench)
  const staff = world.staff('staff')
  const gift = await newGift(world, staff)
  await put(staff, gift.id, old)
  const { id } = await publish(world, staff, await giftOf(staff, gift.id))
  return { world, staff, colleague: world.staff('colleague'), id }
}

describe('the picture of a published gift', () => {
  it('is not changed by one person', async () => {
    const { world, staff, id } = await pictured()
    const before = await publicPicture(world, id)
    expect(refusal(await put(staff, id, next))).toBe('409 second-person-needed')
    expect(await publicPicture(world, id)).toBe(before)
  })

  it('is changed when another person approves, who sees it before; until then nobody else does', async () => {
    const { world, staff, colleague, id } = await pictured()
    const before = await publicPicture(world, id)
    const proposal = await proposePicture(world, staff, id, next)
    expect(proposal).toMatchObject({ operation: 'changePicture', subject: id, state: 'proposed' })
    expect(await publicPicture(world, id)).toBe(before)
    const name = proposal.changes.find(({ field }) => field === 'picture')?.after
    expect((await world.get(`/api/gifts/${id}/pictures/${name}`)).status).toBe(404)
    const shown = parsed(proposalPictureSchema, await shownTo(colleague, proposal))
    expect(shown).toEqual({ mediaType: 'image/jpeg', image: next.toString('base64') })
    expect(refusal(await decide(staff, proposal))).toBe('409 own-proposal')

    parsed(proposalSchema, await decide(colleague, proposal))
    world.time.now += 3_000
    const after = await publicPicture(world, id)
    expect(after).toBe(`/api/gifts/${id}/pictures/${name}`)
    expect(Buffer.from((await world.get(after ?? '')).bytes).equals(next)).toBe(true)
    const actions = (await auditOf(staff)).map(({ action, by }) => [action, by])
    expect(actions).toContainEqual(['picture-changed', staff.id])
    expect(actions).toContainEqual(['proposal-approved', colleague.id])
  })

  it('is gone when it is rejected or withdrawn, or was approved', async () => {
    const { world, staff, colleague, id } = await pictured()
    const rejected = await proposePicture(world, staff, id, next)
    parsed(proposalSchema, await decide(colleague, rejected, false))
    const withdrawn = await proposePicture(world, staff, id, next)
    parsed(proposalSchema, await withdraw(staff, withdrawn))
    const approved = await proposePicture(world, staff, id, next)
    parsed(proposalSchema, await decide(colleague, approved))
    for (const proposal of [rejected, withdrawn, approved])
      expect(refusal(await shownTo(colleague, proposal))).toBe('404 unknown-proposal')
  })

  it('is proposed only as bytes that are a picture, and for a gift that there is', async () => {
    const { world, staff, id } = await pictured()
    const image = Buffer.alloc(600, 7).toString('base64')
    const asked = { operation: 'changePicture' as const, gift: id, request: { image } }
    expect(refusal(await propose(staff, asked, world.key()))).toBe('400 picture-unfit')
    const nowhere = { ...asked, gift: `${city}-0000000000`, request: { image: next.toString('base64') } }
    expect(refusal(await propose(staff, nowhere, world.key()))).toBe('404 unknown-gift')
  })

  it('is not proposed where one person may change it, for the gift is not published', async () => {
    const world = await createPointsWorld(bench)
    const staff = world.staff('staff')
    const { id } = await newGift(world, staff)
    const asked = {
      operation: 'changePicture' as const,
      gift: id,
      request: { image: next.toString('base64') },
    }
    expect(refusal(await propose(staff, asked, world.key()))).toBe('409 edited-meanwhile')
    expect(await proposalsOf(staff)).toEqual([])
  })

  it('is not approved over another that came meanwhile', async () => {
    const { world, staff, colleague, id } = await pictured()
    const first = await proposePicture(world, staff, id, next)
    const second = await proposePicture(world, staff, id, pictureOf(3))
    parsed(proposalSchema, await decide(colleague, first))
    expect(refusal(await decide(colleague, second))).toBe('409 edited-meanwhile')
  })

  it('is one that two people saw: what comes on sale is approved with its picture', async () => {
    const world = await createPointsWorld(bench)
    const [staff, colleague] = [world.staff('staff'), world.staff('colleague')]
    const { id } = await newGift(world, staff)
    await put(staff, id, old)
    const proposal = await saleOf(world, staff, id)
    expect(proposal.changes.map(({ field }) => field)).toContain('picture')
    // Nobody can order it, so its picture takes one person; but it is not the one that was proposed.
    expect((await put(staff, id, next)).status).toBe(200)
    expect(refusal(await decide(colleague, proposal))).toBe('409 edited-meanwhile')
  })

  it('is not approved unseen where a release before its picture counted proposed to sell it', async () => {
    const world = await createPointsWorld(bench)
    const [staff, colleague] = [world.staff('staff'), world.staff('colleague')]
    const { id } = await newGift(world, staff)
    await put(staff, id, old)
    const proposal = await saleOf(world, staff, id)
    await forgetPictureIn(proposal)
    expect(refusal(await decide(colleague, proposal))).toBe('409 edited-meanwhile')
    expect((await giftOf(staff, id)).isPublished).toBe(false)
    // The way out: it is withdrawn and proposed again.
    parsed(proposalSchema, await withdraw(staff, proposal))
    parsed(proposalSchema, await decide(colleague, await saleOf(world, staff, id)))
    expect((await giftOf(staff, id)).isPublished).toBe(true)
  })
})
