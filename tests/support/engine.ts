/** A real engine for a test file, and a fresh table of the synthesized template for every test in it. */
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import {
  clientDefaults,
  documentClient,
  type Item,
  type Key,
  openTable,
  type Table,
} from '../../functions/shared/table'
import type { Template } from '../../infra/local/builds/template'
import { localTemplate } from '../../infra/local/builds/templates'
import { type Engine, localCredentials, localRegion, startEngine } from '../../infra/local/engine/engine'
import { createTables } from '../../infra/local/engine/tables'

// The client warns of Node 20 in every test file, which would bury what matters.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

export type Bench = {
  /** The test's own empty table. */
  readonly table: Table
  readonly tableName: string
  /** A new client each time, so that a fault or a counter hung on it stays in its test. */
  client: (overrides?: { maxAttempts: number }) => DynamoDBDocumentClient
  /** Starts over with an empty table, within a test. */
  clear: () => Promise<void>
  remove: (key: Key) => Promise<void>
  /** Everything in the test's table. */
  scan: () => Promise<Item[]>
}

/** Call once at the top of a test file. `DDB_ENGINE=java` runs the same tests on DynamoDB Local. */
export const withEngine = (): Bench => {
  // A hang ends; a busy machine or the Java engine does not fail a test.
  jest.setTimeout(60_000)
  let engine: Engine
  let template: Template
  let tableName = ''
  const rawClient = (overrides = {}) =>
    new DynamoDBClient({
      ...clientDefaults,
      ...overrides,
      endpoint: engine.endpoint,
      region: localRegion,
      credentials: localCredentials,
    })
  const client: Bench['client'] = (overrides) => documentClient(rawClient(overrides))

  beforeAll(async () => {
    template = await localTemplate('data')
    engine = await startEngine()
  })
  const clear = async () => {
    tableName = `places-${randomUUID()}`
    await createTables(renamed(template, tableName), rawClient())
  }
  beforeEach(clear)
  afterAll(() => engine?.stop())

  return {
    get table() {
      return openTable({ name: tableName, client: client() })
    },
    get tableName() {
      return tableName
    },
    client,
    clear,
    remove: async (key) => {
      await client().send(new DeleteCommand({ TableName: tableName, Key: key }))
    },
    scan: async () =>
      (await client().send(new ScanCommand({ TableName: tableName, ConsistentRead: true }))).Items ?? [],
  }
}

/** The template's one table under another name. */
export const renamed = (template: Template, tableName: string): Template => ({
  Resources: Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => [
      id,
      resource.Type === 'AWS::DynamoDB::Table'
        ? { ...resource, Properties: { ...resource.Properties, TableName: tableName } }
        : resource,
    ]),
  ),
})
