/** Which files run once more on the second engine. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { alwaysRun, chooseFiles, filesFor } from '../second-engine'
import { withEngine } from '../support/engine'
import { withFaults } from '../support/faults'
import { noStatements, recordStatements } from '../support/statements'

describe('the second engine', () => {
  const file = (name: string, requests: number, ...kinds: string[]) => ({ file: name, requests, kinds })

  it('runs every kind of statement that the first engine ran', () => {
    const all = [file('a', 10, 'put', 'get'), file('b', 10, 'get', 'query'), file('c', 10, 'query')]
    const asked = all.filter(({ file }) => chooseFiles(all, []).includes(file)).flatMap(({ kinds }) => kinds)
    expect(new Set(asked)).toEqual(new Set(['put', 'get', 'query']))
  })

  it('skips files without new kinds of statement, the more expensive of two first', () => {
    const all = [file('dear', 1_000, 'put', 'get'), file('cheap', 10, 'put', 'get'), file('none', 1)]
    expect(chooseFiles(all, [])).toEqual(['cheap'])
  })

  it('skips an earlier file whose kinds of statement are all in later ones', () => {
    const all = [file('first', 2, 'put', 'get'), file('b', 10, 'put', 'query'), file('c', 10, 'get', 'scan')]
    expect(chooseFiles(all, [])).toEqual(['b', 'c'])
  })

  it('runs no file that has never run on it before', () => {
    const orders = 'tests/functions/points/orders.integration.test.ts'
    const others = ['functions/security/fuzz', 'functions/points/proof/killed', 'infra/second-engine'].map(
      (name) => file(`tests/${name}.integration.test.ts`, 1, name),
    )
    expect(filesFor([file(orders, 10, 'put'), ...others])).toEqual([orders])
  })

  it('always runs the files that prove more than kinds of statement', () => {
    const all = [file('always', 1_000, 'put'), file('cheap', 10, 'put')]
    expect(chooseFiles(all, ['always'])).toEqual(['always'])
    for (const one of alwaysRun) expect(existsSync(resolve(__dirname, '../..', one))).toBe(true)
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
