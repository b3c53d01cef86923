/** What a role does not allow is refused in the local run as in the cloud. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { localConfig } from '../../infra/config'
import { type Grants, grantsOf } from '../../infra/local/builds/grants'
import { synthTemplates } from '../../infra/local/builds/templates'
import { clientConfig } from '../../infra/local/engine/engine'
import { type Guard, neededFor, startGuard } from '../../infra/local/stand-ins/guard'
import { type StandInServer, startServer } from '../../infra/local/stand-ins/server'
import { stackOf } from './support'

describe('the roles of the template', () => {
  let grants: Map<string, Grants>
  const grantsOfFunction = (begins: string) =>
    [...grants].find(([id]) => id.startsWith(begins))?.[1] ?? new Set()
  beforeAll(async () => {
    grants = grantsOf(stackOf(await synthTemplates(localConfig), 'api'))
  }, 300_000)

  it('are read with the table and function names of the calls', () => {
    expect(grants.size).toBe(8)
    expect([...grantsOfFunction('pointsFunction')]).toEqual(
      expect.arrayContaining([
        'dynamodb:PutItem fuyi-local-points',
        'dynamodb:GetItem fuyi-local-places',
        'secretsmanager:GetSecretValue fuyi/local/points',
        'firehose:PutRecord fuyi-local-addresses',
      ]),
    )
    expect(grantsOfFunction('identityFunction')).toContain('lambda:InvokeFunction fuyi-local-identity-wechat')
    // Its log, the address log, its traces.
    expect(grantsOfFunction('metaFunction').size).toBe(5)
  })

  it('let one function alone read the app secret, and identity alone call it', () => {
    const holders = (grant: string) =>
      [...grants].filter(([, granted]) => granted.has(grant)).map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))
    expect(holders('secretsmanager:GetSecretValue fuyi/local/wechat')).toEqual(['identitywechatRunFunction'])
    expect(holders('lambda:InvokeFunction fuyi-local-identity-wechat')).toEqual(['identityFunction'])
    expect(holders('lambda:InvokeFunction fuyi-local-identity-privacy')).toEqual(['identityFunction'])
  })

  it('allow only identity and its rotation to use the signing keys, and no request to use tables of other domains', () => {
    const holders = [...grants].filter(([, granted]) =>
      [...granted].some((grant) => grant.endsWith('fuyi/local/session-keys')),
    )
    expect(holders.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'identityFunction',
      'identityrotationRunFunction',
    ])
    const ofIdentity = (begins: string) =>
      [...grantsOfFunction(begins)].filter((grant) => grant.includes('fuyi-local-identity'))
    expect(ofIdentity('placesFunction')).toEqual(['dynamodb:GetItem fuyi-local-identity revocation#*'])
    // Who else of a city's staff could approve what one proposes.
    expect(ofIdentity('pointsFunction').sort()).toEqual([
      'dynamodb:GetItem fuyi-local-identity revocation#*',
      'dynamodb:Query fuyi-local-identity city#*',
    ])
  })
})

describe('the guard', () => {
  let engine: StandInServer
  let guard: Guard
  const asked: string[] = []
  beforeAll(async () => {
    engine = await startServer((_, body) => {
      asked.push(body)
      return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: '{}' }
    })
    const grants = new Map([
      ['one', new Set(['dynamodb:GetItem a', 'dynamodb:PutItem a'])],
      ['some', new Set(['dynamodb:GetItem a mark#*', 'dynamodb:Query a mark#*'])],
    ])
    guard = await startGuard({
      grants,
      database: engine.url,
      secrets: engine.url,
      functions: engine.url,
      addresses: engine.url,
      objects: `${engine.url}/s3/any`,
    })
  })
  afterAll(async () => {
    await guard.stop()
    await engine.stop()
  })
  const clientOf = (id: string) => {
    const client = new DynamoDBClient({ ...clientConfig(guard.endpointsOf(id).database), maxAttempts: 1 })
    return DynamoDBDocumentClient.from(client)
  }
  const put = (TableName: string) => ({ TableName, Item: { PK: '1', SK: '1' } })

  it('forwards what the function may do', async () => {
    await clientOf('one').send(new GetCommand({ TableName: 'a', Key: { PK: '1', SK: '1' } }))
    await clientOf('one').send(new TransactWriteCommand({ TransactItems: [{ Put: put('a') }] }))
    expect(asked).toHaveLength(2)
  })

  it('refuses another table, another action, one part of a transaction, and a function it does not know', async () => {
    const denied = { name: 'AccessDeniedException' }
    const before = asked.length
    const one = clientOf('one')
    await expect(one.send(new PutCommand(put('b')))).rejects.toMatchObject(denied)
    const remove = { Delete: { TableName: 'a', Key: { PK: '1', SK: '1' } } }
    await expect(
      one.send(new TransactWriteCommand({ TransactItems: [{ Put: put('a') }, remove] })),
    ).rejects.toMatchObject(denied)
    await expect(clientOf('two').send(new PutCommand(put('a')))).rejects.toMatchObject(denied)
    expect(asked).toHaveLength(before)
  })

  it('forwards calls for items that the function may read, and refuses other items and calls without an item', async () => {
    const denied = { name: 'AccessDeniedException' }
    const some = clientOf('some')
    const before = asked.length
    const queryOf = (partition: string) =>
      new QueryCommand({
        TableName: 'a',
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': partition },
      })
    const get = (PK: string) => new GetCommand({ TableName: 'a', Key: { PK, SK: '1' } })
    await some.send(get('mark#lin'))
    await some.send(queryOf('mark#lin'))
    expect(asked).toHaveLength(before + 2)
    await expect(some.send(get('person#lin'))).rejects.toMatchObject(denied)
    await expect(some.send(get('a mark#lin'))).rejects.toMatchObject(denied)
    await expect(some.send(queryOf('person#lin'))).rejects.toMatchObject(denied)
    await expect(some.send(new PutCommand(put('a')))).rejects.toMatchObject(denied)
    expect(asked).toHaveLength(before + 2)
  })

  it('checks batches, secrets and invocations', () => {
    expect(neededFor('lambda', '2015-03-31/functions/one/invocations', '{}')).toEqual([
      { need: 'lambda:InvokeFunction one', partitions: [] },
    ])
    const batch = JSON.stringify({ RequestItems: { a: { Keys: [{ PK: { S: 'x' } }] }, b: {} } })
    expect(neededFor('dynamodb', 'DynamoDB_20120810.BatchGetItem', batch)).toEqual([
      { need: 'dynamodb:BatchGetItem a', partitions: ['x'] },
      { need: 'dynamodb:BatchGetItem b', partitions: [] },
    ])
    const secret = JSON.stringify({
      SecretId: 'arn:aws:secretsmanager:x:000000000000:secret:fuyi/local/points-000000',
    })
    expect(neededFor('secretsmanager', 'secretsmanager.GetSecretValue', secret)).toEqual([
      { need: 'secretsmanager:GetSecretValue fuyi/local/points', partitions: [] },
    ])
  })
})
