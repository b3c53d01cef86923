/** A real engine for a test file, and fresh tables of the synthesized template for every test in it. */
import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { relative, resolve } from 'node:path'
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import {
  clientDefaults,
  documentClient,
  type Item,
  type Key,
  openTable,
  type Table,
} from '../../../functions/shared/aws/table'
import { localConfig } from '../../../infra/config'
import type { Template } from '../../../infra/local/builds/template'
import { localTemplate } from '../../../infra/local/builds/templates'
import { type Engine, localCredentials, localRegion, startEngine } from '../../../infra/local/engine/engine'
import { createNewTables } from '../../../infra/local/engine/tables'
import { tableName as nameInCloud } from '../../../infra/names'
import { noStatements, recordStatements, type Statements, saveStatements } from './statements'
import { noteWritten } from './written-tables'

// The client warns of Node 20 in every test file, which would bury what matters.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

const root = resolve(__dirname, '../../..')

/**
 * The connections of a test file, shared by its clients: they are many, and each would open its own. On a busy machine many
 * callers in one process wait for theirs longer than anybody does in the cloud.
 */
const connections = {
  ...clientDefaults.requestHandler,
  httpAgent: new Agent({ keepAlive: true, maxSockets: 50 }),
  connectionTimeout: 60_000,
  requestTimeout: 60_000,
}

/**
 * In the place of a signature, which neither engine checks, though both want to see one. To sign takes a tenth of a request's
 * processor time.
 */
const unsigned = {
  authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/20261128/${localRegion}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
  'x-amz-date': '20261128T000000Z',
}
const signer: RequestSigner = {
  sign: async (request) => {
    Object.assign(request.headers, unsigned)
    return request
  },
}

type RequestSigner = Extract<DynamoDBClientConfig['signer'], { sign: unknown }>
export type ClientOverrides = Pick<DynamoDBClientConfig, 'maxAttempts' | 'retryStrategy' | 'requestHandler'>

export type TestDatabase = {
  /** The test's own empty table, of the first domain named. */
  readonly table: Table
  readonly tableName: string
  /** The test's own empty table of another domain that was named. */
  tableOf: (domain: string) => Table
  tableNameOf: (domain: string) => string
  /** A new client each time, so that a fault or a counter hung on it stays in its test. */
  client: (overrides?: ClientOverrides) => DynamoDBDocumentClient
  /** Starts over with empty tables, within a test. */
  clear: () => Promise<void>
  remove: (key: Key) => Promise<void>
  /** Everything in the test's table of that domain; of the first one named, if none is given. */
  scan: (domain?: string) => Promise<Item[]>
}

/**
 * Call once at the top of a test file, with the domains whose tables it needs. `DDB_ENGINE=java` runs the same tests on
 * DynamoDB Local.
 */
export const withEngine = (first = 'places', ...others: string[]): TestDatabase =>
  engineFor([first, ...others], beforeEach)

/** The same with tables that last for all tests of the file, which then share what they make before the first. */
export const withLastingEngine = (first = 'places', ...others: string[]): TestDatabase =>
  engineFor([first, ...others], beforeAll)

const engineFor = (
  domains: [string, ...string[]],
  clearing: typeof beforeEach | typeof beforeAll,
): TestDatabase => {
  // For what hangs; a busy machine or the Java engine does not fail a test.
  jest.setTimeout(300_000)
  let engine: Pick<Engine, 'endpoint' | 'stop'>
  let database: TestDatabase
  const { STATEMENTS } = process.env
  const statements = STATEMENTS === undefined ? undefined : noStatements()
  const save = () => {
    const { testPath = '', currentTestName = '' } = expect.getState()
    if (STATEMENTS !== undefined && statements)
      saveStatements(STATEMENTS, { file: relative(root, testPath), test: currentTestName }, statements)
  }

  beforeAll(async () => {
    const template = await localTemplate('data')
    engine = await sharedOrOwn()
    database = openDatabase(engine, template, domains, statements)
  })
  clearing(() => database.clear())
  afterEach(save)
  afterAll(() => engine?.stop())

  return {
    get table() {
      return database.table
    },
    get tableName() {
      return database.tableName
    },
    tableOf: (domain) => database.tableOf(domain),
    tableNameOf: (domain) => database.tableNameOf(domain),
    client: (overrides) => database.client(overrides),
    clear: () => database.clear(),
    remove: (key) => database.remove(key),
    scan: (domain) => database.scan(domain),
  }
}

/** `DDB_ENDPOINT` names one that runs for all files, which have tables of their own in it; else the file has its own. */
const sharedOrOwn = async (): Promise<Pick<Engine, 'endpoint' | 'stop'>> => {
  const endpoint = process.env.DDB_ENDPOINT
  return endpoint === undefined ? startEngine() : { endpoint, stop: async () => {} }
}

/**
 * The same without jest. There are no tables before the first `clear`.
 *
 * @param statements notes what its clients ask the engine
 */
export const openDatabase = (
  { endpoint }: Pick<Engine, 'endpoint'>,
  template: Template,
  domains: readonly [string, ...string[]],
  statements?: Statements,
): TestDatabase => {
  const [first] = domains
  let names: Record<string, string> = {}
  const written = new Set<string>()
  const rawClient = (overrides: ClientOverrides = {}) =>
    new DynamoDBClient({
      ...clientDefaults,
      requestHandler: connections,
      ...overrides,
      endpoint,
      region: localRegion,
      credentials: localCredentials,
      signer,
    })
  const client: TestDatabase['client'] = (overrides) => {
    const made = documentClient(rawClient(overrides))
    noteWritten(made, written)
    if (statements) recordStatements(made, statements)
    return made
  }
  const tableNameOf = (domain: string) => {
    const name = names[domain]
    if (name === undefined) throw new Error(`there is no table of ${domain} here: name it at the top`)
    return name
  }
  const own = rawClient()
  const documents = documentClient(own)
  noteWritten(documents, written)
  const tableOf = (domain: string) => openTable({ name: tableNameOf(domain), client: client() })

  return {
    get table() {
      return tableOf(first)
    },
    get tableName() {
      return tableNameOf(first)
    },
    tableOf,
    tableNameOf,
    client,
    clear: async () => {
      const run = randomUUID()
      // A table in which nothing was written is as empty as a new one, and a test writes to few of those that it may ask.
      const used = domains.filter((domain) => written.has(names[domain] ?? '') || !(domain in names))
      written.clear()
      const fresh = Object.fromEntries(used.map((domain) => [domain, `${domain}-${run}`]))
      names = { ...names, ...fresh }
      await createNewTables(renamed(template, fresh), own)
    },
    remove: async (key) => {
      await documents.send(new DeleteCommand({ TableName: tableNameOf(first), Key: key }))
    },
    scan: (domain = first) => scanned(documents, tableNameOf(domain)),
  }
}

/** Every item, page by page. */
const scanned = async (client: DynamoDBDocumentClient, name: string): Promise<Item[]> => {
  const items: Item[] = []
  let from: Item | undefined
  do {
    const all = new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey: from })
    const page = await client.send(all)
    for (const item of page.Items ?? []) items.push(item)
    from = page.LastEvaluatedKey
  } while (from)
  return items
}

/**
 * Of the template's tables those of the domains that are named, each under the name given. Without time to live: tests set
 * clocks of their own, and an engine that deletes by the machine's deletes what for them is still to last.
 */
export const renamed = (template: Template, names: Record<string, string>): Template => {
  const newNames = new Map(
    Object.entries(names).map(([domain, name]) => [nameInCloud(localConfig, domain), name]),
  )
  const tables = Object.entries(template.Resources).flatMap(([id, resource]) => {
    const { TimeToLiveSpecification: _, ...properties } = resource.Properties ?? {}
    const { TableName } = properties
    const name = typeof TableName === 'string' ? newNames.get(TableName) : undefined
    if (resource.Type !== 'AWS::DynamoDB::Table' || name === undefined) return []
    return [[id, { ...resource, Properties: { ...properties, TableName: name } }] as const]
  })
  return { Resources: Object.fromEntries(tables) }
}
