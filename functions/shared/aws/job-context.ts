/** What a job works with under AWS Lambda. */
import { randomBytes } from 'node:crypto'
import { type Grant, tablesOf, tableVariable } from '../declaration/reach'
import * as z from '../zod'
import type { Context } from './context'
import { parseEnv } from './env'
import { createLogger } from './logger'
import type { Table } from './table'

export type JobContext = Pick<Context, 'tableOf' | 'clock' | 'random' | 'log'>

/**
 * With the table of its domain and those that its grants name. Throws at the start, naming each variable that is missing; later
 * for a table that no grant names. `holdings`: those of the domains that declare grants for it, as the environment names them.
 */
export function jobContextOf(
  domain: string,
  grants: readonly Grant[] | 'holdings',
  {
    openTable,
    env = process.env,
  }: { openTable: (options: { name: string }) => Table; env?: NodeJS.ProcessEnv },
): JobContext {
  const others = grants === 'holdings' ? [] : tablesOf({ tableActions: [], grants })
  const variables = new Map([
    ...others.map((other): [string, string] => [other, tableVariable(other)]),
    [domain, 'TABLE_NAME'],
  ])
  const required = [...variables.values()].map((name) => [name, z.string()])
  const names = parseEnv(z.object(Object.fromEntries(required)), env)
  const tableOf = (table: string) => {
    const held = grants === 'holdings' ? env[tableVariable(table)] : undefined
    const name = names[variables.get(table) ?? ''] ?? held
    if (typeof name !== 'string') throw new Error(`the job of ${domain} has no grant on ${table}`)
    return openTable({ name })
  }
  return { tableOf, clock: Date.now, random: randomBytes, log: createLogger() }
}
