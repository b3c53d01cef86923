import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { domains } from '../../functions/domains'
import { localTemplate } from '../../infra/local/builds/templates'
import { clientConfig, type Engine, type EngineOptions, startEngine } from '../../infra/local/engine/engine'
import { createTables } from '../../infra/local/engine/tables'

const clientOf = (engine: Engine) => new DynamoDBClient(clientConfig(engine.endpoint))

const running: Engine[] = []
const start = async (options?: EngineOptions) => {
  const engine = await startEngine(options)
  running.push(engine)
  return engine
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()))
})

describe('the local engine', () => {
  it('holds the tables of the synthesized template, expiry included, across a restart', async () => {
    const template = await localTemplate('data')
    const dataDir = mkdtempSync(join(tmpdir(), 'fuyi-engine-'))
    const first = await start({ dataDir })
    expect(await createTables(template, clientOf(first))).toEqual(
      domains.filter(({ table }) => table).map(({ name }) => `fuyi-local-${name}`),
    )
    await first.stop()

    const second = await start({ dataDir })
    const client = clientOf(second)
    expect(await createTables(template, client)).toEqual([])
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'fuyi-local-places' }))
    expect(Table?.KeySchema?.map(({ AttributeName }) => AttributeName)).toEqual(['PK', 'SK'])
    const { TimeToLiveDescription } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: 'fuyi-local-places' }),
    )
    expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' })
    rmSync(dataDir, { recursive: true })
  })

  it('says which port is taken', async () => {
    const engine = await start()
    const port = Number(new URL(engine.endpoint).port)
    await expect(start({ port })).rejects.toThrow(`port ${port}`)
  })
})
