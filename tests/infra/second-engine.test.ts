/** Which files run once more on the second engine. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { alwaysRun, chooseTests, namePattern, testsFor } from '../second-engine'
import { withEngine } from '../support/engine/engine'
import { noStatements, recordStatements } from '../support/engine/statements'
import { withFaults } from '../support/faults/faults'

describe('the second engine', () => {
  const test = (name: string, requests: number, ...kinds: string[]) => {
    const [file = '', test = ''] = name.split('#')
    return { file, test, requests, kinds }
  }
  const named = (tests: ReturnType<typeof chooseTests>) => tests.map(({ file, test }) => `${file}#${test}`)

  it('runs every kind of statement that the first engine ran', () => {
    const all = [test('a#1', 10, 'put', 'get'), test('b#1', 10, 'get', 'query'), test('c#1', 10, 'query')]
    const asked = chooseTests(all, []).flatMap(({ kinds }) => kinds)
    expect(new Set(asked)).toEqual(new Set(['put', 'get', 'query']))
  })

  it('skips tests without new kinds of statement, the more expensive of two first', () => {
    const all = [test('a#dear', 1_000, 'put', 'get'), test('a#cheap', 10, 'put', 'get'), test('a#none', 1)]
    expect(named(chooseTests(all, []))).toEqual(['a#cheap'])
  })

  it('skips an earlier test whose kinds of statement are all in later ones', () => {
    const all = [
      test('a#first', 2, 'put', 'get'),
      test('b#1', 10, 'put', 'query'),
      test('c#1', 10, 'get', 'scan'),
    ]
    expect(named(chooseTests(all, []))).toEqual(['b#1', 'c#1'])
  })

  it('prefers another test of a file that is loaded anyway to a test of another file', () => {
    const all = [test('a#1', 50, 'put', 'query'), test('a#2', 50, 'get'), test('b#1', 20, 'get')]
    expect(named(chooseTests(all, []))).toEqual(['a#1', 'a#2'])
  })

  it('runs no file that has never run on it before', () => {
    const orders = test('tests/functions/points/orders.integration.test.ts#1', 10, 'put')
    const others = ['functions/security/fuzz', 'functions/points/proof/killed', 'infra/second-engine'].map(
      (name) => test(`tests/${name}.integration.test.ts#1`, 1, name),
    )
    expect(testsFor([orders, ...others])).toEqual([orders])
  })

  it('always runs the files that prove more than kinds of statement', () => {
    const all = [test('always#1', 1_000, 'put'), test('always#2', 1_000), test('cheap#1', 10, 'put')]
    expect(named(chooseTests(all, ['always']))).toEqual(['always#1', 'always#2'])
    for (const one of alwaysRun) expect(existsSync(resolve(__dirname, '../..', one))).toBe(true)
  })

  it('selects the chosen tests by their full names', () => {
    const pattern = new RegExp(
      namePattern([{ test: 'an order (of two) costs 1.5 points?' }, { test: 'a|b' }]),
    )
    expect(pattern.test('an order (of two) costs 1.5 points?')).toBe(true)
    expect(pattern.test('an order (of two) costs 1.5 points? and more')).toBe(false)
    expect(pattern.test('a')).toBe(false)
    expect(pattern.test('a|b')).toBe(true)
  })
})

describe('a kind of statement', () => {
  const database = withEngine('places')
  const recording = () => {
    const statements = noStatements()
    const client = database.client()
    recordStatements(client, statements)
    return { client, statements }
  }
  const once = { ConditionExpression: 'attribute_not_exists(PK)' }

  it('is another where a condition is not met, and the same for another item', async () => {
    const { client, statements } = recording()
    const put = (SK: string) =>
      client.send(new PutCommand({ TableName: database.tableName, Item: { PK: 'a', SK }, ...once }))
    await put('1')
    await put('2')
    expect(statements.kinds.size).toBe(1)
    await expect(put('1')).rejects.toThrow('conditional')
    expect(statements).toMatchObject({ kinds: { size: 2 }, requests: 3 })
  })

  it('is that of each write of a transaction, and says which of them was refused', async () => {
    const { client, statements } = recording()
    const put = (SK: string) => ({ Put: { TableName: database.tableName, Item: { PK: 'a', SK }, ...once } })
    await client.send(new TransactWriteCommand({ TransactItems: [put('1')] }))
    await expect(
      client.send(new TransactWriteCommand({ TransactItems: [put('1'), put('2')] })),
    ).rejects.toThrow('ConditionalCheckFailed')
    expect(
      [...statements.kinds].filter((kind) => kind.includes('Put')).map((kind) => kind.split(' | ').at(-1)),
    ).toEqual(['ok', 'ConditionalCheckFailed'])
  })

  it('does not depend on how placeholders are called, but on the order and the types of values', async () => {
    const { client, statements } = recording()
    const query = (name: string, ScanIndexForward: boolean) =>
      client.send(
        new QueryCommand({
          TableName: database.tableName,
          KeyConditionExpression: `PK = :${name}`,
          ExpressionAttributeValues: { [`:${name}`]: 'a' },
          ScanIndexForward,
        }),
      )
    await query('one', true)
    await query('other', true)
    expect(statements.kinds.size).toBe(1)
    await query('one', false)
    expect(statements.kinds.size).toBe(2)
  })

  it('is not recorded where the engine never received it', async () => {
    const { client, statements } = recording()
    withFaults(client, () => 'timeout')
    await client
      .send(new GetCommand({ TableName: database.tableName, Key: { PK: 'a', SK: '1' } }))
      .catch(() => null)
    expect(statements.requests).toBe(0)
  })
})
