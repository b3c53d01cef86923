/** The demo gifts, a batch of codes, and points to begin with: all through what staff do, and on record as that. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type KnownMedia, mediaReads } from '../../../../functions/media/fragments'
import { createPoints } from '../../../../functions/points'
import { written } from '../../../../functions/points/rules/code'
import { codeHash, codeOf } from '../../../../functions/points/rules/ids'
import type { PointsService } from '../../../../functions/points/service'
import type { Desks } from '../../../../functions/points/service/desks'
import { uploadedOf } from '../../../../functions/points/service/gift/uploads'
import { codeKey } from '../../../../functions/points/store/keys'
import type { Table } from '../../../../functions/shared/aws/table'
import { addDays, dayOf } from '../../../../functions/shared/day'
import { type DemoGift, demoBatch, demoGifts } from '../../../demo/gifts/gifts'
import { demoPeople, demoRegion } from '../../../demo/people'
import type { Demonstration, Seed } from '../demonstration'
import { seedFiles } from '../files'
import { okay } from '../okay'

type Desk = { store: PointsService; desks: Desks; idOf: Demonstration['idOf'] }

/** Each step finds out whether it was done, so that a start that was cut short is carried on by the next. */
export const seed: Seed = async (demonstration) => {
  const { context, secretOf, idOf } = demonstration
  const { service: store, desks } = createPoints(context)
  const pointsSecret = secretOf('points')
  const isDone = (await desks.batches.readBatch(demoBatch.id)) !== null
  if (!isDone) {
    const pictures = await seedPicturesOf(demonstration)
    for (const gift of demoGifts) await seedGift({ store, desks, idOf }, gift, pictures)
    for (const { key, points } of demoPeople)
      if (points !== undefined) await seedBalance({ store, desks, idOf }, key, points)
    const { days, ...batch } = demoBatch
    const until = addDays(dayOf(Date.now()), days)
    await seedBatch({ store, desks, idOf }, { ...batch, until }, pointsSecret)
  }
  const code = await unusedCode(context.tableOf('points'), pointsSecret)
  return `${demoGifts.length} gifts${code === null ? '' : `, a code to try: ${code}`}`
}

type Pictures = ReadonlyMap<string, KnownMedia>
const pictureId = ({ region, picture }: DemoGift) => `${region}-gift-${picture}`
const keeperOf = (region: string) => (region === demoRegion ? 'staff-gifts' : 'staff-binzhou')

/** Uploaded once for all gifts of a city that show it. */
const seedPicturesOf = async (demonstration: Demonstration): Promise<Pictures> => {
  const { context, idOf } = demonstration
  const gifts = new Map(demoGifts.map((gift) => [pictureId(gift), gift]))
  const pictures = [...gifts].map(([id, { region, picture }]) => ({
    ...{ id, region, power: 'gifts' as const },
    read: () => readFile(join(__dirname, '../../../demo/gifts', `${picture}.webp`)),
    ...{ by: idOf(keeperOf(region)), approvedBy: idOf('staff-admin') },
  }))
  await seedFiles(demonstration, pictures)
  return mediaReads(context.tableOf('media'), context.clock).readMedia([...gifts.keys()])
}

const seedGift = async ({ store, desks, idOf }: Desk, gift: DemoGift, pictures: Pictures): Promise<void> => {
  const { id, pieces, picture: _, ...described } = gift
  const by = idOf(keeperOf(gift.region))
  const always = { onSaleFrom: null, onSaleUntil: null }
  const before = await store.readGift(id, { consistent: true })
  let now =
    before ??
    okay(await desks.gifts.createGift({ id, ...described, ...always, asked: 'demo', demo: true, by }), id)
  if (now.isPublished) return
  if (now.picture === null) {
    const picture = uploadedOf(pictures.get(pictureId(gift)))
    if (!picture) throw new Error(`the picture of ${id} is not there`)
    now = okay(await desks.gifts.changePicture(id, { picture, by }), id)
  }
  if (pieces > now.total) {
    const change = { change: pieces - now.total, version: now.version, by }
    now = okay(await desks.gifts.changeStock(id, change), id)
  }
  okay(await desks.gifts.changeGift(id, { isPublished: true, version: now.version, by }), id)
}

/** Proposed by one of staff and approved by another, as every batch is. */
const seedBatch = async (
  { desks, idOf }: Desk,
  { id, ...request }: Omit<typeof demoBatch, 'days'> & { until: string },
  secret: string,
): Promise<void> => {
  const asked = { operation: 'createBatch' as const, request }
  const proposal = { id, asked: 'demo', by: idOf('staff-gifts'), request: asked }
  okay(await desks.proposals.propose(proposal, secret), id)
  const decision = { id, by: idOf('staff-admin'), decision: 'approved' as const, why: null }
  okay(await desks.proposals.decide(decision, secret), id)
}

/** An award that says what it is, then an adjustment that one of staff proposed and another approved. */
const seedBalance = async ({ store, desks, idOf }: Desk, key: string, points: number): Promise<void> => {
  const person = idOf(key)
  const subject = 'demo-opening'
  const reason = { type: 'event' as const, subject, label: '演示数据' }
  const award = { person, region: demoRegion, rule: 'event' as const, subject, at: Date.now(), reason }
  const { entry } = okay(await store.earn(award), key)
  const id = `${demoRegion}-00dem0adj${key === 'citizen-1' ? '1' : '2'}`
  const text = '演示用的起始积分'
  const asked = { id, region: demoRegion, person, points: points - entry.points, text, asked: 'demo' }
  okay(await desks.adjustments.propose({ ...asked, by: idOf('staff-gifts') }), key)
  okay(await desks.adjustments.decide({ id, by: idOf('staff-admin'), approve: true }), key)
}

/** Null once all are used. */
const unusedCode = async (table: Table, secret: string): Promise<string | null> => {
  for (let index = 0; index < demoBatch.count; index++) {
    const code = codeOf(secret, demoBatch.id, index)
    const item = await table.get(codeKey(codeHash(secret, code)), { consistent: true })
    if (item && item.usedBy === undefined) return written(code)
  }
  return null
}
