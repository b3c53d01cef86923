/** What 0.4.0 kept of staff's actions in the table of points, moved to the table that 0.5.0 reads. */
import { ownActions } from '../../../functions/audit/fragments'
import { recordReader } from '../../../functions/audit/store/reads'
import { adjustmentSchema } from '../../../functions/points/contract'
import { holdings } from '../../../functions/points/fragments'
import type { Item } from '../../../functions/shared/aws/table'
import { dayOf } from '../../../functions/shared/day'
import { readMoveRecordsCommand } from '../../../infra/local/commands/move-records-command'
import { moveRecords } from '../../../infra/local/commands/moved-records'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, type PointsWorld, parsed } from '../../support/worlds/points-world'

const database = withDomain('points')
const words = '补记上月活动积分'
const nothing = { records: 0, adjustments: 0, pointers: 0 }

const run = (client = database.client()) =>
  moveRecords(client, { points: database.tableNameOf('points'), audit: database.tableNameOf('audit') })

/** Both tables in the order of their keys. */
const both = async () =>
  [...(await database.scan('points')), ...(await database.scan('audit'))].sort((a, b) =>
    `${a.PK} ${a.SK}`.localeCompare(`${b.PK} ${b.SK}`),
  )

const oldRecord = (PK: unknown) => String(PK).replace('record#', 'audit#')

/** Keys and pointers as 0.4.0 wrote them; the table of audit is empty then. */
const backTo040 = async () => {
  const [points, audit] = [database.tableOf('points'), database.tableOf('audit')]
  for (const item of await database.scan('audit')) {
    const { PK, SK } = { PK: String(item.PK), SK: String(item.SK) }
    const old = PK.startsWith('record#') ? oldRecord(PK) : PK.replace('actions#', 'acts#')
    const kept = PK.startsWith('subject#') ? [] : [points.put({ ...item, PK: old, SK })]
    await audit.transact([audit.remove({ PK, SK }), ...kept])
  }
  for (const { PK, SK, audit: key, ...item } of await database.scan('points'))
    if (isKey(key))
      await points.putOne({
        PK: String(PK),
        SK: String(SK),
        ...item,
        audit: { ...key, PK: oldRecord(key.PK) },
      })
}
const isKey = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'PK' in value && 'SK' in value

const adjusted = async (world: PointsWorld) => {
  const [proposer, decider] = [world.staff('qian'), world.staff('sun')]
  await world.give('lin', 20)
  const body = { region: city, person: world.as('lin').id, points: 50, text: words }
  const answer = await proposer.post('/api/staff/adjustments', body, { key: world.key() })
  const { id } = parsed(adjustmentSchema, answer)
  world.time.now += 1000
  await decider.post(`/api/staff/adjustments/${id}/decision`, { approve: true })
  return { proposer, decider }
}

const recordsOf = async (world: PointsWorld) => {
  const month = dayOf(world.time.now).slice(0, 7)
  return (await recordReader(database.tableOf('audit')).ofMonth(city, month, null, 50)).records
}

describe('records of 0.4.0', () => {
  it('are after the move as 0.5.0 writes them, and a second run changes nothing', async () => {
    const world = await createPointsWorld(database)
    await adjusted(world)
    const asWritten = await both()
    await backTo040()
    expect(await database.scan('audit')).toEqual([])
    expect(await run()).toEqual({ records: 2, adjustments: 1, pointers: 0 })
    expect(await both()).toEqual(asWritten)
    expect(await run()).toEqual(nothing)
    expect(await both()).toEqual(asWritten)
  })

  it('are seen in the month and by whoever did it', async () => {
    const world = await createPointsWorld(database)
    const { proposer, decider } = await adjusted(world)
    await backTo040()
    expect(await recordsOf(world)).toEqual([])
    await run()
    expect(await recordsOf(world)).toEqual([
      expect.objectContaining({ action: 'adjustment-approved', by: decider.id }),
      expect.objectContaining({ action: 'adjustment-proposed', by: proposer.id }),
    ])
    const own = await ownActions(database.tableOf('audit')).of(proposer.id)
    expect(own.list.map(({ action }) => action)).toEqual(['adjustment-proposed'])
  })

  it('lose the words about a person who leaves', async () => {
    const world = await createPointsWorld(database)
    await adjusted(world)
    await backTo040()
    await run()
    const tables = { points: database.tableOf('points'), audit: database.tableOf('audit') }
    await holdings(tables).close(world.as('lin').id, world.time.now)
    expect(await recordsOf(world)).toHaveLength(2)
    expect(JSON.stringify(await both())).not.toContain(words)
  })

  it('are all moved by the run after one that was cut off, wherever that was', async () => {
    const world = await createPointsWorld(database)
    await adjusted(world)
    const asWritten = await both()
    await backTo040()
    // Three scans, two transactions, one rewritten pointer.
    for (let sent = 0; sent < 6; sent++) {
      await backTo040()
      await expect(run(cutOffAfter(sent))).rejects.toThrow('cut off')
      await run()
      expect(await both()).toEqual(asWritten)
    }
  })

  it('leave no pointer without a record', async () => {
    const stray = {
      PK: 'acts#somebody',
      SK: '2023-11-01T00:00:00.000Z#0123456789',
      region: city,
      expiresAt: 1,
    }
    await database.tableOf('points').putOne(stray)
    expect(await run()).toEqual({ ...nothing, pointers: 1 })
    expect(await database.scan('points')).toEqual([])
  })
})

/** A client that dies with the command after so many. */
const cutOffAfter = (sent: number) => {
  const client = database.client()
  let left = sent
  client.middlewareStack.add(
    (next) => (args) => {
      if (left-- <= 0) throw new Error('cut off')
      return next(args)
    },
    { step: 'initialize', name: 'cut-off' },
  )
  return client
}

describe('npm run move-records', () => {
  it('reads both tables', () => {
    const args = ['--points', 'fuyi-prod-points', '--audit', 'fuyi-prod-audit']
    expect(readMoveRecordsCommand(args)).toEqual({ points: 'fuyi-prod-points', audit: 'fuyi-prod-audit' })
  })

  it.each([
    ['one table', ['--points', 'a']],
    ['the same table twice', ['--points', 'a', '--audit', 'a']],
    ['a table more', ['--points', 'a', '--audit', 'b', '--table', 'c']],
    ['something more', ['x', '--points', 'a', '--audit', 'b']],
  ])('given %s explains what to write', (_, args) => {
    expect(() => readMoveRecordsCommand(args)).toThrow('用法')
  })
})
