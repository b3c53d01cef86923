/** Lists of the desk that leave as files: on record before they are given. */
import { exportAuditResponseSchema } from '../../../functions/audit/contract'
import { exportListResponseSchema } from '../../../functions/points/contract'
import { withDomain } from '../../support/engine/domain-engine'
import {
  city,
  createPointsWorld,
  type Person,
  type PointsWorld,
  parsed,
  refusal,
  withoutRecords,
} from '../../support/worlds/points-world'
import { auditOf, newBatch, newGift, proposedBatch } from '../points/staff/kit'

const database = withDomain('points')
const month = '2026-11'
const exportsBy = async (auditor: Person) =>
  (await auditOf(auditor)).filter(({ action }) => action.endsWith('-exported'))
const exportList = (by: Person, list: string, rest = {}) =>
  by.post('/api/staff/points/exports', { region: city, list, ...rest })
const exportAudit = (by: Person, rest = {}) =>
  by.post('/api/staff/audit/exports', { region: city, month, ...rest })
const boss = (world: PointsWorld) => world.staff('boss', ['gifts', 'audit'])

describe('a list that leaves as a file', () => {
  it('is on record with who took it, which list it was and how many rows it had', async () => {
    const world = await createPointsWorld(database)
    const staff = boss(world)
    await newGift(world, staff)
    await newGift(world, staff, { name: '毛巾' })
    const page = parsed(exportListResponseSchema, await exportList(staff, 'gifts'))
    expect(page.gifts).toHaveLength(2)
    expect([page.batches, page.adjustments, page.cursor]).toEqual([[], [], null])
    expect(await exportsBy(staff)).toMatchObject([
      {
        by: staff.id,
        action: 'points-exported',
        subject: page.export,
        changes: [
          { field: 'list', after: 'gifts' },
          { field: 'rows', after: '2' },
        ],
      },
    ])
  })

  it('has every row of a list that is longer than a page of the screen', async () => {
    const world = await createPointsWorld(database)
    const staff = boss(world)
    for (let i = 0; i < 16; i++) await newBatch(world, staff, { label: `活动 ${i}`, count: 1 })
    const { batches, cursor } = parsed(exportListResponseSchema, await exportList(staff, 'batches'))
    expect(new Set(batches.map(({ label }) => label)).size).toBe(16)
    expect(cursor).toBeNull()
  })

  it('is one export over all its pages', async () => {
    const world = await createPointsWorld(database)
    const staff = boss(world)
    await proposedBatch(world, staff)
    const first = parsed(exportAuditResponseSchema, await exportAudit(staff))
    const rest = { export: first.export }
    world.time.now += 1000
    expect(parsed(exportAuditResponseSchema, await exportAudit(staff, rest)).export).toBe(first.export)
    const recorded = await exportsBy(staff)
    expect(recorded.map(({ subject }) => subject)).toEqual([first.export, first.export])
    expect(recorded[1]?.changes.map(({ field, after }) => [field, after])).toEqual([
      ['list', 'audit'],
      ['month', month],
      ['rows', String(first.audit.length)],
    ])
  })

  it('is not given where it could not be put on record', async () => {
    const world = await createPointsWorld(database, { between: withoutRecords })
    const staff = boss(world)
    const gift = await newGift(world, staff)
    const answer = await exportList(staff, 'gifts')
    expect(answer.status).toBe(500)
    expect(answer.bytes.toString()).not.toContain(gift.id)
  })

  it('takes the power that the list takes, in the city that it is of', async () => {
    const world = await createPointsWorld(database)
    const [auditor, keeper] = [world.staff('auditor', ['audit']), world.staff('keeper', ['gifts'])]
    expect((await exportList(auditor, 'gifts')).status).toBe(403)
    expect((await exportAudit(keeper)).status).toBe(403)
    const stranger = world.staff('stranger', ['gifts', 'audit'], '371600')
    expect((await exportList(stranger, 'gifts')).status).toBe(403)
    expect((await exportAudit(stranger)).status).toBe(403)
    expect(await exportsBy(auditor)).toEqual([])
  })

  it('goes on under the id of nobody else, nor of another list, nor of one that somebody made up', async () => {
    const world = await createPointsWorld(database)
    const [staff, colleague] = [boss(world), world.staff('colleague', ['gifts', 'audit'])]
    const { export: ofGifts } = parsed(exportListResponseSchema, await exportList(staff, 'gifts'))
    const { export: ofRecord } = parsed(exportAuditResponseSchema, await exportAudit(staff))
    const madeUp = `${city}-0123456789`
    const refused = [
      await exportList(colleague, 'gifts', { export: ofGifts }),
      await exportList(staff, 'batches', { export: ofGifts }),
      await exportList(staff, 'gifts', { export: ofRecord }),
      await exportList(staff, 'gifts', { export: madeUp }),
      await exportAudit(colleague, { export: ofRecord }),
      await exportAudit(staff, { export: ofRecord, month: '2026-10' }),
      await exportAudit(staff, { export: madeUp }),
    ]
    expect(refused.map(refusal)).toEqual(refused.map(() => '400 invalid-request'))
    expect(await exportsBy(staff)).toHaveLength(2)
    expect((await exportList(staff, 'gifts', { export: ofGifts })).status).toBe(200)
  })

  it('goes on under no id of another city, and from no cursor that was not given out', async () => {
    const world = await createPointsWorld(database)
    const staff = boss(world)
    const foreign = { export: '371600-0123456789' }
    expect(refusal(await exportList(staff, 'gifts', foreign))).toBe('400 invalid-request')
    expect(refusal(await exportAudit(staff, foreign))).toBe('400 invalid-request')
    expect(refusal(await exportList(staff, 'batches', { cursor: 'abc' }))).toBe('400 invalid-request')
  })
})
