/** The tables of a job under AWS Lambda. */
import type { Context } from './context'
import { parseEnv } from './env'
import { type Grant, tablesOf, tableVariable } from './reach'
import type { Table } from './table'
import * as z from './zod'

/**
 * That of its domain and those that its grants name. Throws at the start, naming each variable that lacks; later for a table
 * that no grant names.
 */
export function openJobTables(
  domain: string,
  grants: readonly Grant[],
  {
    openTable,
    env = process.env,
  }: { openTable: (options: { name: string }) => Table; env?: NodeJS.ProcessEnv },
): Context['tableOf'] {
  const others = tablesOf({ tableActions: [], grants })
  const variables = new Map([
    ...others.map((other): [string, string] => [other, tableVariable(other)]),
    [domain, 'TABLE_NAME'],
  ])
  const required = [...variables.values()].map((name) => [name, z.string()])
  const names = parseEnv(z.object(Object.fromEntries(required)), env)
  return (table) => {
    const name = names[variables.get(table) ?? '']
    if (typeof name !== 'string') throw new Error(`the job of ${domain} has no grant on ${table}`)
    return openTable({ name })
  }
}
