/** What a function works with, on a real engine at a set time. */
import { randomBytes } from 'node:crypto'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Context, DataContext } from '../../../functions/shared/aws/context'
import { createLogger } from '../../../functions/shared/aws/logger'
import { openTable } from '../../../functions/shared/aws/table'
import type { TestDatabase } from '../engine/engine'
import { createObjects } from './objects'
import { type TestSessions, testSessions } from './sessions'

/** Where the tables are; they are opened when they are first asked. */
export type Tables = Pick<TestDatabase, 'tableNameOf' | 'client'>

export type ContextOptions = {
  clock: () => number
  client?: DynamoDBDocumentClient
  logged?: string[]
  /** What secrets hold, by their names; any other holds this text. */
  secrets: Record<string, string>
  otherSecret?: string
}

/** Without other functions to call. */
export const contextOn = (
  tables: Tables,
  {
    clock,
    client = tables.client(),
    logged = [],
    secrets,
    otherSecret = 'a secret of the test',
  }: ContextOptions,
): Context => ({
  tableOf: (name) => openTable({ name: tables.tableNameOf(name), client, sleep: async () => {} }),
  secrets: { read: async (name) => secrets[name] ?? otherSecret },
  objects: createObjects(),
  arnOf: ({ name }) => name,
  functionOf: (name) => {
    throw new Error(`the test has no function ${name}`)
  },
  clock,
  random: randomBytes,
  log: createLogger({ clock, write: (line) => logged.push(line) }),
  version: 'test',
  originVerify: undefined,
  publicOrigin: 'https://fuyi.example',
})

/** For stores and use cases without a function. */
export const dataOn = (
  { tableOf }: Pick<TestDatabase, 'tableOf'>,
  clock: () => number = Date.now,
): DataContext => ({ tableOf, clock, random: randomBytes })

/** Whoever `sessions` makes a token for is logged in. */
export const testContext = (
  tables: Tables,
  {
    clock,
    sessions = testSessions({ clock }),
    ...options
  }: Omit<ContextOptions, 'secrets'> & { sessions?: TestSessions },
): { context: Context; sessions: TestSessions } => {
  const secrets = { 'session-public-keys': JSON.stringify({ keys: [sessions.publicKey] }) }
  return { context: contextOn(tables, { clock, secrets, ...options }), sessions }
}
