/** What was done to one thing, and what others may add to the record. */
import { randomBytes } from 'node:crypto'
import { historyResponseSchema } from '../../../functions/audit/contract'
import { auditRecords, ownActions, recordWords } from '../../../functions/audit/fragments'
import { recordReader } from '../../../functions/audit/store/reads'
import type { Power } from '../../../functions/shared/access/access'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, outlets, parsed } from '../../support/worlds/points-world'
import { personNamed } from '../../support/worlds/sessions'
import { addStock, newGift } from '../points/staff/kit'

const database = withDomain('points')
const day = 24 * 60 * 60 * 1000
const lin = personNamed('lin')
const [qian, sun] = [personNamed('qian'), personNamed('sun')]

const records = (at: number) =>
  auditRecords(database.tableOf('audit'), { clock: () => at, random: randomBytes })
const began = Date.parse('2026-11-30T15:59:00Z')

describe('the history of a thing', () => {
  it('is what staff did to it alone, newest first', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('qian')
    const gift = await newGift(world, staff)
    await newGift(world, staff, { name: '毛巾' })
    world.time.now += day
    await addStock(staff, gift, 5)
    const answer = await staff.get(`/api/staff/audit/subjects/${gift.id}?region=${city}`)
    const { audit, more } = parsed(historyResponseSchema, answer)
    expect(audit.map(({ action }) => action)).toEqual(['stock-changed', 'gift-created'])
    expect(audit.every(({ by, subject }) => by === staff.id && subject === gift.id)).toBe(true)
    expect(more).toBe(false)
  })

  it('shows who looked at a person’s points to auditors only', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 20)
    const [auditor, other] = [world.staff('auditor', ['audit']), world.staff('qian', ['gifts'])]
    await auditor.get(`/api/staff/ledger?person=${lin}&region=${city}`)
    const path = `/api/staff/audit/subjects/${lin}?region=${city}`
    const seenBy = async (one: typeof auditor) =>
      parsed(historyResponseSchema, await one.get(path)).audit.map(({ action }) => action)
    expect(await seenBy(auditor)).toEqual(['ledger-read'])
    expect(await seenBy(other)).toEqual([])
  })

  it('shows whom it concerned, and who read codes, to those who decide on points and to auditors', async () => {
    const world = await createPointsWorld(database)
    const subject = `${city}-0000000003`
    const changes = [
      { field: 'person', before: '', after: lin },
      { field: 'points', before: '', after: '5' },
      { field: 'text', before: '', after: '活动补记' },
    ]
    const { record } = records(world.time.now)
    await record({ region: city, by: qian, action: 'adjustment-proposed', subject, changes })
    for (const action of ['codes-read', 'ledger-read'])
      await record({ region: city, by: qian, action, subject, changes: [] })
    const seenBy = async (...held: Power[]) => {
      const one = world.staff('reader', held)
      const answer = await one.get(`/api/staff/audit/subjects/${subject}?region=${city}`)
      return parsed(historyResponseSchema, answer)
        .audit.flatMap((seen) => [seen.action, ...seen.changes.map(({ field }) => field)])
        .sort()
    }
    const all = ['adjustment-proposed', 'codes-read', 'ledger-read', 'person', 'points', 'text']
    expect(await seenBy('audit')).toEqual(all)
    expect(await seenBy('audit', 'gifts')).toEqual(all)
    expect(await seenBy('gifts')).toEqual(all.filter((one) => one !== 'ledger-read'))
    for (const held of ['publish', 'review', 'admin'] as const)
      expect(await seenBy(held)).toEqual(['adjustment-proposed', 'points'])
  })

  it('shows who was given which powers to those who grant them and to auditors only', async () => {
    const world = await createPointsWorld(database)
    const { record } = records(world.time.now)
    const changes = [{ field: 'powers', before: '', after: 'gifts' }]
    const actions = ['role-proposed', 'role-approved', 'role-rejected', 'role-withdrawn'].sort()
    for (const action of actions) await record({ region: city, by: qian, action, subject: lin, changes })
    const seenBy = async (...held: Power[]) => {
      const one = world.staff('reader', held)
      const answer = await one.get(`/api/staff/audit/subjects/${lin}?region=${city}`)
      return parsed(historyResponseSchema, answer)
        .audit.map(({ action }) => action)
        .sort()
    }
    for (const held of ['admin', 'audit'] as const) expect(await seenBy(held)).toEqual(actions)
    expect(await seenBy('gifts', 'admin')).toEqual(actions)
    for (const held of ['gifts', 'review', 'publish'] as const) expect(await seenBy(held)).toEqual([])
  })

  it('is nothing for staff of another city, for outlets and for citizens', async () => {
    const world = await createPointsWorld(database)
    const path = `/api/staff/audit/subjects/${outlets.first}?region=${city}`
    const stranger = world.staff('stranger', ['audit'], '371600')
    for (const one of [stranger, world.owner('wang'), world.as('lin')])
      expect((await one.get(path)).status).toBe(403)
    expect((await stranger.get(`/api/staff/audit?region=${city}&month=2026-11`)).status).toBe(403)
  })

  it('is read up to fifty records, and says that there are more', async () => {
    const { writes } = records(began)
    const stopped = {
      region: city,
      by: qian,
      action: 'batch-stopped',
      subject: `${city}-0000000001`,
      changes: [],
    }
    for (let i = 0; i < 51; i++) await database.tableOf('audit').transact(writes(stopped))
    const { list, more } = await recordReader(database.tableOf('audit')).ofSubject(city, stopped.subject, 50)
    expect([list.length, more]).toEqual([50, true])
  })
})

describe('a record', () => {
  it('is filed under the month, in China, of the action', async () => {
    const { record } = records(began)
    const { record: later } = records(began + 60_000)
    const action = { region: city, by: qian, action: 'rules-changed', subject: city, changes: [] }
    await record(action)
    await later(action)
    const { ofMonth } = recordReader(database.tableOf('audit'))
    expect((await ofMonth(city, '2026-11', null, 50)).records).toHaveLength(1)
    expect((await ofMonth(city, '2026-12', null, 50)).records).toHaveLength(1)
  })

  it('is shown to whoever did it without whom it concerned', async () => {
    const changes = [
      { field: 'person', before: '', after: lin },
      { field: 'points', before: '', after: '5' },
      { field: 'text', before: '', after: '活动补记' },
    ]
    await records(began).record({
      region: city,
      by: qian,
      action: 'adjustment-proposed',
      subject: lin,
      changes,
    })
    const own = await ownActions(database.tableOf('audit')).of(qian)
    expect(own.list).toMatchObject([{ subject: '', changes: [{ field: 'points' }] }])
    expect(await ownActions(database.tableOf('audit')).of(sun)).toEqual({ list: [], more: false })
  })

  it('stays when the words in it are erased', async () => {
    const table = database.tableOf('audit')
    const changes = [{ field: 'text', before: '', after: '对方电话打不通' }]
    const { key, writes } = records(began).keyedWrites({
      region: city,
      by: qian,
      action: 'adjustment-proposed',
      subject: `${city}-0000000002`,
      changes,
    })
    await table.transact(writes)
    await table.transact(await recordWords(table).replace(key, 'text', '（已删除）'))
    const { records: kept } = await recordReader(table).ofMonth(city, '2026-11', null, 50)
    expect(kept).toMatchObject([{ by: qian, changes: [{ field: 'text', after: '（已删除）' }] }])
    await database.clear()
    expect(await recordWords(database.tableOf('audit')).replace(key, 'text', '')).toEqual([])
  })
})
