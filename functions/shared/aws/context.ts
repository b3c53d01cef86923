/**
 * What the function of a domain works with: tables, secrets, clock. Its factory (`functions/<domain>/index.ts`) takes
 * nothing else, so that Lambda, a test and a command make the same function of different contexts.
 */
import { randomBytes } from 'node:crypto'
import type { Domain } from '../declaration/domain'
import { bucketVariable, functionVariable, type Secret, tablesOf, tableVariable } from '../declaration/reach'
import * as z from '../zod'
import { type AddressLog, openAddressLog } from './address-log'
import { parseEnv } from './env'
import type { Invoke } from './invoke'
import { createLogger, type Log } from './logger'
import type { Objects } from './objects'
import type { Secrets } from './secrets'
import type { Table } from './table'

export type Context = {
  /** The table of a domain: its own, or one that a grant names. */
  tableOf: (domain: string) => Table
  secrets: Pick<Secrets, 'read'>
  /** Under which `secrets` has it. */
  arnOf: (secret: Secret) => string
  /** Those of the domain's own bucket. */
  objects: Objects
  /** Another function of ours, named as in `calls`. `timeoutMs`: how long its answer is waited for. */
  functionOf: (name: string, timeoutMs: number) => Invoke
  clock: () => number
  random: (bytes: number) => Uint8Array
  log: Log
  /** Of the build. */
  version: string
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify: string | undefined
  /** Of the site, without a slash behind it, for what is read outside of it; undefined where the deployment does not know it. */
  publicOrigin: string | undefined
  /** Where the law wants addresses kept (address-log.ts). */
  addressLog?: AddressLog
}

/** What stores and use cases work with. */
export type DataContext = Pick<Context, 'tableOf' | 'clock' | 'random'>

/** What of AWS the function uses: its bundle holds the SDK of no other service. */
export type Openers = {
  openTable?: (options: { name: string }) => Table
  openSecrets?: () => Secrets
  openObjects?: (bucket: string) => Objects
  openFunction?: (name: string, timeoutMs: number) => Invoke
}

/**
 * The context under AWS Lambda: names are those of the environment. Throws at the start, naming each variable that lacks. Tables of
 * `holdings` are known by the environment alone: whoever exports them opens them at its start.
 */
export function contextOf(domain: Domain, openers: Openers, env = process.env): Context {
  const { openTable, openSecrets, openFunction, openObjects } = openers
  const names = variablesOf(domain)
  const bucket = domain.objects.length > 0 ? [bucketVariable] : []
  const required = [
    ...[...names.tables.values(), ...names.secrets.values(), ...names.functions.values()],
    ...bucket,
  ]
  const given = parseEnv(z.object(Object.fromEntries(required.map((name) => [name, z.string()]))), env)
  const { BUILD_VERSION, ADDRESS_STREAM, ORIGIN_VERIFY, PUBLIC_ORIGIN } = parseEnv(everyFunction, env)
  const named = (variables: ReadonlyMap<string, string>, wanted: string) => {
    const value = given[variables.get(wanted) ?? '']
    if (value === undefined) throw new Error(`${domain.name} does not declare that it uses ${wanted}`)
    return value
  }
  const log = createLogger()
  return {
    tableOf: (table) => {
      const isHeld = domain.holdings && !names.tables.has(table)
      const name = (isHeld && env[tableVariable(table)]) || named(names.tables, table)
      return opened(openTable, 'openTable')({ name })
    },
    secrets: openSecrets?.() ?? noSecrets,
    objects: bucket.length > 0 ? opened(openObjects, 'openObjects')(given[bucketVariable] ?? '') : noObjects,
    arnOf: ({ name }) => named(names.secrets, name),
    functionOf: (called, timeoutMs) => {
      const name = named(names.functions, called)
      return opened(openFunction, 'openFunction')(name, timeoutMs)
    },
    clock: Date.now,
    random: randomBytes,
    log,
    version: BUILD_VERSION,
    originVerify: ORIGIN_VERIFY,
    publicOrigin: PUBLIC_ORIGIN,
    addressLog: openAddressLog(ADDRESS_STREAM, log),
  }
}

const everyFunction = z.object({
  BUILD_VERSION: z.string(),
  ADDRESS_STREAM: z.string(),
  ORIGIN_VERIFY: z.optional(z.string()),
  PUBLIC_ORIGIN: z.optional(z.string()),
})

const noSecrets: Context['secrets'] = {
  async read() {
    throw new Error('the handler hands no openSecrets to its context')
  },
}

const noBucket = async (): Promise<never> => {
  throw new Error('the domain declares no objects')
}
const noObjects: Objects = {
  presignUpload: noBucket,
  presignRead: noBucket,
  read: noBucket,
  readRange: noBucket,
  write: noBucket,
  copy: noBucket,
  remove: noBucket,
  beginParts: noBucket,
  presignPart: noBucket,
  putPart: noBucket,
  partsOf: noBucket,
  completeParts: noBucket,
  abortParts: noBucket,
}

/** In which variables a function finds what it reaches, by the name of each. */
function variablesOf({ name, table, grants, secrets, calls }: Domain) {
  return {
    tables: new Map([
      ...tablesOf({ tableActions: [], grants }).map((other): [string, string] => [
        other,
        tableVariable(other),
      ]),
      ...(table ? [[name, 'TABLE_NAME'] as const] : []),
    ]),
    secrets: new Map(secrets.map((secret) => [secret.name, secret.variable])),
    functions: new Map(calls.map((called) => [called, functionVariable(called)])),
  }
}

function opened<T>(opener: T | undefined, name: string): T {
  if (opener === undefined) throw new Error(`the handler hands no ${name} to its context`)
  return opener
}
