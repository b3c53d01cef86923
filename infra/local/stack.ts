/** The whole product on this machine: engine, tables, functions, jobs, gateway, pages. `npm start` and the tests use it. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type DomainName, domains } from '../../functions/domains'
import { localConfig } from '../config'
import { secretName, tableName } from '../names'
import { type Assembly, readAssembly } from './builds/assembly'
import { assemblyFolder, buildMiniapp, h5Folder, synthesize } from './builds/builds'
import { calledBy } from './builds/grants'
import { clientConfig, type Engine, startEngine } from './engine/engine'
import { announceEngine } from './engine/running'
import { createTables, tableNames } from './engine/tables'
import { Failure } from './failure'
import type { Edge } from './gateway/edge'
import { createFiles, isFilePath } from './gateway/files'
import { createGateway } from './gateway/gateway'
import { listen } from './gateway/listen'
import { createPages } from './gateway/pages'
import { createLifecycle, type Lifecycle } from './lifecycle'
import { tryLock } from './lock'
import { localEnvironment } from './runtime/environment'
import { type LocalFunction, startFunction } from './runtime/functions'
import { createJobs, type LocalJobs } from './runtime/jobs'
import type { FunctionSpec, Outcome } from './runtime/worker'
import { seedDemo } from './seed/seed'
import { startFirehose } from './stand-ins/firehose'
import { startGuard } from './stand-ins/guard'
import { startLambda } from './stand-ins/lambda'
import { createPeopleApi, standInPath } from './stand-ins/people'
import { startLocalS3 } from './stand-ins/s3/s3'
import { startStandIns } from './stand-ins/stand-ins'
import type { WeChatStandIn } from './stand-ins/wechat'

export type StackOptions = {
  /** 0 or absent: any free port. */
  port?: number
  /** Address to listen on; this machine alone if absent. */
  host?: string
  /** Absent keeps the data in memory. */
  dataDir?: string
  /** Starts with empty tables. */
  reset?: boolean
  /** Loads the demo people into empty tables, and what all domains show, or those that are named; true if absent. */
  seed?: boolean | readonly DomainName[]
  /** Runs every schedule once and then by its clock; true if absent. */
  schedules?: boolean
  /** Processes of one function at most; 4 if absent. */
  workers?: number
  /** Holds each function to its role, at a fraction of a millisecond a call; true if absent. */
  guard?: boolean
  /** Serves the H5 build, building it if needed; true if absent. */
  pages?: boolean
  /** How CloudFront and the gateway tell who calls; as in the cloud if absent. Read at each request: it may be changed meanwhile. */
  edge?: Pick<Edge, 'forwardedFor' | 'tellsViewer' | 'errorCaching'>
  /**
   * What the cloud does and this machine does not by itself, each off if absent. `throttles`: the rates of the template.
   * `freezes`: functions are stopped between requests, and their connections hung up meanwhile.
   */
  cloudLimits?: { throttles?: boolean; freezes?: boolean }
  onStep?: (step: { name: string; seconds: number; summary: string }) => void
  /** Lines that the functions write. */
  onLog?: (line: string) => void
  /** The engine ended by itself. */
  onEngineEnd?: () => void
}

export type LocalStack = {
  url: string
  /** Of the database engine. */
  endpoint: string
  /** By domain. */
  tableNames: Record<string, string>
  secrets: { endpoint: string; read: (name: string) => string }
  /** Stands in for WeChat: gives out login codes, fails or waits on demand. */
  wechat: Omit<WeChatStandIn, 'stop'>
  /** Runs a schedule now, to its end; throws if it fails. */
  runSchedule: LocalJobs['runSchedule']
  /** Rotates the keys of sessions now, as Secrets Manager would. */
  rotateKeys: () => Promise<void>
  /** Lines of the address log, newest last. */
  addressLines: () => readonly string[]
  /** Calls a function as others of ours do, by its physical name; `event` is JSON text. */
  invoke: (name: string, event: string) => Promise<Outcome>
  stop: () => Promise<void>
}

/** Throws `Failure` with one line for what the user can mend; whatever had started is stopped again. */
export const startStack = async (options: StackOptions = {}): Promise<LocalStack> => {
  const started = createLifecycle()
  try {
    return { ...(await start(options, started)), stop: started.stop }
  } catch (error) {
    await started.stop()
    throw error
  }
}

const start = async (options: StackOptions, started: Lifecycle): Promise<Omit<LocalStack, 'stop'>> => {
  const step = stepper(options)
  // The port first: nobody waits for a build to learn that it is taken.
  const door = await listen(options.port ?? 0, options.host)
  started.add(door.stop)
  if (options.dataDir) started.add(await claim(options.dataDir, options.reset ?? false))
  const h5 = buildPages(options, step)
  const assembly = await step('functions', buildFunctions)
  const engine = await step('engine', () => runEngine(options, started))
  await step('tables', () => makeTables(assembly, engine.endpoint))
  const standIns = await step('stand-ins', async () => {
    const standIns = await startStandIns(assembly.jobs.secrets, options.dataDir)
    started.add(standIns.stop)
    return [standIns, 'Secrets Manager, WeChat']
  })
  const originVerify = randomBytes(16).toString('hex')
  const called = new Map<string, LocalFunction>()
  const lambda = await startLambda(called)
  started.add(lambda.stop)
  const firehose = await startFirehose()
  started.add(firehose.stop)
  const s3 = await startLocalS3(options.dataDir)
  started.add(s3.stop)
  const services = {
    database: engine.endpoint,
    secrets: standIns.endpoint,
    functions: lambda.url,
    addresses: firehose.url,
    objects: s3.url,
  }
  const guard = await startGuard({ grants: assembly.grants, ...services })
  started.add(guard.stop)
  const specs = specsOf(assembly, (id) =>
    localEnvironment(
      { ...(options.guard === false ? services : guard.endpointsOf(id)), wechat: standIns.wechat.url },
      originVerify,
      door.url,
    ),
  )
  const jobs = createJobs({ jobs: assembly.jobs, specs, secrets: standIns.store, onLog: options.onLog })
  started.add(jobs.stop)
  const tableNames = Object.fromEntries(
    domains.flatMap(({ name, table }) => (table ? [[name, tableName(localConfig, name)]] : [])),
  )
  const onFreeze = options.cloudLimits?.freezes ? guard.dropIdle : undefined
  const read = (name: string) => standIns.read(secretName(localConfig, name))
  const { seed: shown = true } = options
  const seed = { endpoint: engine.endpoint, objectsUrl: s3.url, tableNames, secretOf: read }
  const [functions] = await Promise.all([
    step('runtime', () => runFunctions(assembly, specs, { ...options, onFreeze }, started)),
    step('keys', async () => [null, (await jobs.rotate()).join(', ') || 'there already']),
    shown === false ? null : step('data', async () => [null, await seedDemo(seed, shown)]),
  ])
  if (options.schedules !== false) {
    await step('schedules', async () => [null, (await jobs.begin()).join(', ')])
  }
  for (const running of functions.values()) called.set(running.spec.name, running)
  const edge: NonNullable<StackOptions['edge']> = options.edge ?? {}
  const gateway = createGateway({
    routes: assembly.routes,
    functions,
    throttles: options.cloudLimits?.throttles ? assembly.throttles : undefined,
    edge: Object.assign(edge, { originVerify, errorCaching: edge.errorCaching ?? assembly.errorCaching }),
  })
  standIns.wechat.calls.media.pushTo({ url: `${door.url}/api/media/wechat`, secret: read('wechat-push') })
  const people = createPeopleApi(standIns.wechat)
  const files = createFiles(s3.find)
  const pages = options.pages === false ? null : createPages(h5Folder, assembly.pageHeaders)
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/api')) return gateway(request, response)
    if (isFilePath(request.url)) return files(request, response)
    if (request.url?.startsWith(standInPath)) return people(request, response)
    return pages ? pages(request, response) : gateway(request, response)
  }
  door.answerWith((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.onLog?.(`gateway: ${error}`)
      response.destroy()
    })
  })
  await h5
  return {
    url: door.url,
    endpoint: engine.endpoint,
    tableNames,
    secrets: { endpoint: standIns.endpoint, read },
    wechat: standIns.wechat,
    runSchedule: jobs.runSchedule,
    addressLines: firehose.lines,
    invoke: async (name, event) => (await called.get(name)?.invoke(event)) ?? { kind: 'crash' },
    rotateKeys: async () => {
      await jobs.rotate({ all: true })
    },
  }
}

type Step = ReturnType<typeof stepper>

const buildFunctions = async (): Promise<[Assembly, string]> => {
  const { state } = await synthesize()
  return [readAssembly(assemblyFolder), state === 'built' ? 'bundled and synthesized' : state]
}

/** In a process of its own, and the longest of all steps: everything else starts meanwhile. */
const buildPages = ({ pages }: StackOptions, step: Step): Promise<unknown> => {
  if (pages === false) return Promise.resolve()
  const built = step('h5', async () => [null, (await buildMiniapp('h5-demo')).state])
  // Whoever waits for it at the end gets its failure.
  built.catch(() => undefined)
  return built
}

const stepper =
  ({ onStep }: StackOptions) =>
  async <T>(name: string, work: () => Promise<[T, string]>): Promise<T> => {
    const began = performance.now()
    const [value, summary] = await work()
    onStep?.({ name, seconds: (performance.now() - began) / 1000, summary })
    return value
  }

const runEngine = async (
  { dataDir, onEngineEnd }: StackOptions,
  started: Lifecycle,
): Promise<[Engine, string]> => {
  let note = ''
  const engine = await startEngine({
    dataDir,
    log: (line) => {
      note = `; ${line}`
    },
  })
  started.add(engine.stop)
  engine.ended.then(() => {
    if (!started.isStopping()) onEngineEnd?.()
  })
  if (dataDir) started.add(announceEngine(engine.endpoint, dataDir))
  return [engine, `${engine.kind} on ${dataDir ? dataDir : 'memory'}${note}`]
}

const makeTables = async ({ data }: Assembly, endpoint: string): Promise<[string[], string]> => {
  const client = new DynamoDBClient(clientConfig(endpoint))
  const created = await createTables(data, client)
  client.destroy()
  const names = tableNames(data)
  return [names, created.length > 0 ? `created ${created.join(', ')}` : `${names.join(', ')} there already`]
}

/** Every function with the environment it runs in here, by logical id. */
const specsOf = (
  { functions }: Assembly,
  localFor: (id: string) => Record<string, string>,
): Map<string, FunctionSpec> =>
  new Map(
    [...functions].map(([id, { unresolved, ...spec }]) => {
      const local = localFor(id)
      const unknown = unresolved.filter((name) => !(name in local))
      if (unknown.length > 0)
        throw new Error(`${spec.name} needs ${unknown.join(', ')}, which is unknown here`)
      return [id, { ...spec, environment: { ...spec.environment, ...local } }]
    }),
  )

/** Those that answer requests, and those that these call; jobs start when they have something to do. */
const runFunctions = async (
  { routes, grants }: Assembly,
  specs: ReadonlyMap<string, FunctionSpec>,
  { onLog, workers, onFreeze }: StackOptions & { onFreeze?: () => void },
  started: Lifecycle,
): Promise<[Map<string, LocalFunction>, string]> => {
  const answering = new Set(routes.map(({ functionId }) => functionId))
  const called = calledBy(grants)
  const entries = await Promise.all(
    [...specs]
      .filter(([id, { name }]) => answering.has(id) || called.has(name))
      .map(async ([id, spec]): Promise<[string, LocalFunction]> => {
        const running = await startFunction(spec, onLog, workers, onFreeze)
        started.add(running.stop)
        return [id, running]
      }),
  )
  return [new Map(entries), entries.map(([, { spec }]) => spec.name).join(', ')]
}

/** Two engines on the same files would not see each other's writes. */
const claim = async (dataDir: string, reset: boolean): Promise<() => void> => {
  const release = await tryLock(dataDir)
  if (!release) throw new Failure(`Another run is using the data in ${dataDir}: stop it first.`)
  if (reset) rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  return release
}
