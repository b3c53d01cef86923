/** What a function works with, on a real engine at a set time. */
import { randomBytes } from 'node:crypto'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Context } from '../../functions/shared/context'
import { createLogger } from '../../functions/shared/logger'
import { openTable } from '../../functions/shared/table'
import type { TestDatabase } from './engine'
import { type TestSessions, testSessions } from './sessions'

export type ContextOptions = {
  time: { now: number }
  client?: DynamoDBDocumentClient
  logged?: string[]
  /** What secrets hold, by their names; any other holds this text. */
  secrets: Record<string, string>
  otherSecret?: string
}

/** Without other functions to call. */
export const contextOn = (
  database: TestDatabase,
  {
    time,
    client = database.client(),
    logged = [],
    secrets,
    otherSecret = 'a secret of the test',
  }: ContextOptions,
): Context => {
  const clock = () => time.now
  return {
    tableOf: (name) => openTable({ name: database.tableNameOf(name), client, sleep: async () => {} }),
    secrets: { read: async (name) => secrets[name] ?? otherSecret },
    arnOf: ({ name }) => name,
    functionOf: (name) => {
      throw new Error(`the test has no function ${name}`)
    },
    clock,
    random: randomBytes,
    log: createLogger({ clock, write: (line) => logged.push(line) }),
    version: 'test',
    originVerify: undefined,
  }
}

/** For the test of one domain: whoever `sessions` makes a token for is logged in. */
export const testContext = (
  database: TestDatabase,
  time: { now: number },
): { context: Context; sessions: TestSessions } => {
  const sessions = testSessions({ clock: () => time.now })
  const keys = JSON.stringify({ keys: [sessions.publicKey] })
  return { context: contextOn(database, { time, secrets: { 'session-public-keys': keys } }), sessions }
}
