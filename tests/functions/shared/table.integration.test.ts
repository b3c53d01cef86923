import { openTable } from '../../../functions/shared/aws/table'
import { TableUnavailable } from '../../../functions/shared/aws/unavailable'
import * as z from '../../../functions/shared/zod'
import { withEngine } from '../../support/engine/engine'
import { inTurn, withFaults } from '../../support/faults/faults'

const database = withEngine()
const batchSchema = z.object({
  RequestItems: z.record(
    z.string(),
    z.object({
      Keys: z.array(z.object({ PK: z.string(), SK: z.string() })),
      ConsistentRead: z.optional(z.boolean()),
    }),
  ),
})
const key = (SK: string) => ({ PK: 'a', SK })
const absent = { ConditionExpression: 'attribute_not_exists(PK)' }

/** A table whose pauses are written down instead of waited for. */
const pausing = (dealt: Parameters<typeof inTurn>[0], random = () => 0.999) => {
  const pauses: number[] = []
  const table = openTable({
    name: database.tableName,
    client: withFaults(database.client(), inTurn(dealt)),
    random,
    sleep: async (ms) => {
      pauses.push(Math.round(ms))
    },
  })
  return { table, pauses }
}

it('a client writes no log of the SDK, and prepares no copy of each request and answer for one', () => {
  const steps = database.client().middlewareStack.identify()
  expect(steps.some((step) => step.startsWith('retryMiddleware'))).toBe(true)
  expect(steps.filter((step) => step.startsWith('loggerMiddleware'))).toEqual([])
})

describe('a transaction', () => {
  it('is all or nothing, and says which of its conditions failed', async () => {
    const { table } = database
    await table.putOne({ ...key('1'), n: 1 })
    const refused = await table.transact([
      table.put(key('0')),
      table.put(key('1'), absent),
      table.put(key('2')),
    ])
    expect(refused).toEqual({ ok: false, error: { at: [1] } })
    expect(await database.scan()).toHaveLength(1)
  })

  it('that conflicts is retried after growing pauses', async () => {
    const { table, pauses } = pausing(['conflict', 'conflict', 'conflict'])
    expect(await table.transact([table.put(key('1'), absent)])).toEqual({ ok: true, value: undefined })
    expect(pauses).toEqual([50, 100, 200])
  })

  it('waits a random part of that pause, so that competing requests spread out', async () => {
    const { table, pauses } = pausing(['conflict', 'conflict'], () => 0)
    await table.transact([table.put(key('1'))])
    expect(pauses).toEqual([0, 0])
  })

  it('that always conflicts is given up as unavailable', async () => {
    const { table, pauses } = pausing(Array.from({ length: 99 }, () => 'conflict' as const))
    await expect(table.transact([table.put(key('1'))])).rejects.toBeInstanceOf(TableUnavailable)
    // Between eight tries: nobody waits after the last.
    expect(pauses).toHaveLength(7)
    expect(await database.scan()).toEqual([])
  })

  it('whose answer was lost is not refused by what it wrote itself', async () => {
    const { table } = pausing(['lost-answer', 'lost-answer'])
    expect(await table.transact([table.put(key('1'), absent)])).toEqual({ ok: true, value: undefined })
  })

  it('that is wrong in itself is an exception, not a refusal', async () => {
    const { table } = database
    await expect(
      table.transact([table.put(key('1'), { ConditionExpression: 'nonsense(' })]),
    ).rejects.toThrow()
  })
})

describe('a query', () => {
  it('reads every page of a partition, and only what starts with its prefix', async () => {
    const { table } = database
    const text = 'x'.repeat(300_000)
    for (const sort of ['p#1', 'p#2', 'p#3', 'p#4', 'p#5', 'q#1']) await table.putOne({ ...key(sort), text })
    const found = await table.query('a', 'p#', { consistent: true })
    expect(found.map(({ SK }) => SK)).toEqual(['p#1', 'p#2', 'p#3', 'p#4', 'p#5'])
    expect(await table.query('a', '', { consistent: true })).toHaveLength(6)
  })
})

describe('reading many at once', () => {
  it('takes any number of keys, a hundred a request, the same one twice as well', async () => {
    const client = database.client()
    const sizes: number[] = []
    client.middlewareStack.add(
      (next) => async (args) => {
        sizes.push(batchSchema.parse(args.input).RequestItems[database.tableName]?.Keys.length ?? 0)
        return next(args)
      },
      { step: 'initialize' },
    )
    const keys = Array.from({ length: 250 }, (_, i) => key(String(i).padStart(3, '0')))
    for (const one of keys.slice(0, 240)) await database.table.putOne(one)
    const table = openTable({ name: database.tableName, client })
    const first = keys[0] ?? key('000')
    expect(await table.getMany([...keys, first], { consistent: true })).toHaveLength(240)
    expect(sizes).toEqual([100, 100, 50])
    expect(await table.getMany([], { consistent: true })).toEqual([])
  })

  it('asks again for what was left unread, and gives up in the end', async () => {
    const { table, pauses } = pausing([])
    const client = database.client()
    let left = 3
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args)
        if (left-- <= 0) return answer
        const UnprocessedKeys = batchSchema.parse(args.input).RequestItems
        return { ...answer, output: { ...answer.output, Responses: {}, UnprocessedKeys } }
      },
      { step: 'initialize' },
    )
    await table.putOne(key('1'))
    const sleep = async (ms: number) => void pauses.push(ms)
    const hasty = openTable({ name: database.tableName, client, random: () => 0.999, sleep })
    expect(await hasty.getMany([key('1')], { consistent: true })).toEqual([key('1')])
    expect(pauses).toHaveLength(3)
    left = Number.POSITIVE_INFINITY
    await expect(hasty.getMany([key('1')], { consistent: true })).rejects.toThrow(TableUnavailable)
  })
})

describe('a table that cannot be reached', () => {
  it('is reported differently from one that refuses', async () => {
    const { table } = database
    const unreachable = openTable({ name: 'no-such-table', client: database.client() })
    await expect(unreachable.get(key('1'), { consistent: true })).rejects.toThrow(/not found|non-existent/i)
    expect(
      await table.updateOne(key('1'), { UpdateExpression: 'SET n = :n', values: { ':n': 1 }, ...absent }),
    ).toMatchObject({ ok: true })
    expect(
      await table.updateOne(key('1'), { UpdateExpression: 'SET n = :n', values: { ':n': 2 }, ...absent }),
    ).toEqual({ ok: false, error: 'refused' })
  })
})
