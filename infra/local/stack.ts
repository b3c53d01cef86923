/** The whole product on this machine: engine, tables, functions, gateway and pages. `npm start` and the tests use it. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Assembly, readAssembly } from './builds/assembly'
import { assemblyFolder, buildMiniapp, h5Folder, synthesize } from './builds/builds'
import { clientConfig, type Engine, startEngine } from './engine/engine'
import { announceEngine } from './engine/running'
import { createTables, tableNames } from './engine/tables'
import { Failure } from './failure'
import { createGateway } from './gateway/gateway'
import { createPages } from './gateway/pages'
import { tryLock } from './lock'
import { localEnvironment } from './runtime/environment'
import { type LocalFunction, startFunction } from './runtime/functions'
import { seedDemo } from './seed'

export type StackOptions = {
  /** 0 or absent: any free port. */
  port?: number
  /** Absent keeps the data in memory. */
  dataDir?: string
  /** Starts with empty tables. */
  reset?: boolean
  /** Loads the demo cities into an empty table; true if absent. */
  seed?: boolean
  /** Serves the H5 build, building it if needed; true if absent. */
  pages?: boolean
  onStep?: (step: { name: string; seconds: number; said: string }) => void
  /** Lines that the functions write. */
  onLog?: (line: string) => void
  /** The engine ended by itself. */
  onEngineEnd?: () => void
}

export type LocalStack = {
  url: string
  /** Of the database engine. */
  endpoint: string
  tableName: string
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

type Lifecycle = { add: (end: () => unknown) => void; stop: () => Promise<void>; isStopping: () => boolean }

/** What has started, ended in the reverse order. */
const createLifecycle = (): Lifecycle => {
  const ends: (() => unknown)[] = []
  let isStopping = false
  return {
    add: (end) => ends.push(end),
    isStopping: () => isStopping,
    stop: async () => {
      isStopping = true
      for (const end of ends.splice(0).reverse()) await end()
    },
  }
}

const start = async (options: StackOptions, started: Lifecycle): Promise<Omit<LocalStack, 'stop'>> => {
  const step = stepper(options)
  // The port first: nobody waits for a build to learn that it is taken.
  const { server, answerWith } = await bind(options.port ?? 0)
  started.add(() => end(server))
  if (options.dataDir) started.add(await claim(options.dataDir, options.reset ?? false))
  const assembly = await build(options, step)
  const engine = await step('engine', () => runEngine(options, started))
  const [tableName = ''] = await step('tables', () => makeTables(assembly, engine.endpoint))
  if (options.seed !== false) {
    await step('data', async () => [null, await seedDemo(engine.endpoint, tableName)])
  }
  const originVerify = randomBytes(16).toString('hex')
  const functions = await step('runtime', () =>
    runFunctions(assembly, localEnvironment(engine.endpoint, originVerify), options, started),
  )
  const gateway = createGateway({ routes: assembly.routes, functions, originVerify })
  const pages = options.pages === false ? null : createPages(h5Folder, assembly.pageHeaders)
  answerWith((request, response) => {
    if (pages && !request.url?.startsWith('/api')) return pages(request, response)
    gateway(request, response).catch((error: unknown) => {
      options.onLog?.(`gateway: ${error}`)
      response.destroy()
    })
  })
  return { url: `http://localhost:${portOf(server)}`, endpoint: engine.endpoint, tableName }
}

type Step = ReturnType<typeof stepper>

/** Both at once: they share nothing, and a laptop has two processors. */
const build = async ({ pages }: StackOptions, step: Step): Promise<Assembly> => {
  const bundles = step('functions', async () => {
    const { state } = await synthesize()
    return [readAssembly(assemblyFolder), state === 'built' ? 'bundled and synthesized' : state]
  })
  const h5 = pages === false ? null : step('h5', async () => [null, (await buildMiniapp('h5')).state])
  const [assembly] = await Promise.all([bundles, h5])
  return assembly
}

const stepper =
  ({ onStep }: StackOptions) =>
  async <T>(name: string, work: () => Promise<[T, string]>): Promise<T> => {
    const began = performance.now()
    const [value, said] = await work()
    onStep?.({ name, seconds: (performance.now() - began) / 1000, said })
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

const runFunctions = async (
  assembly: Assembly,
  local: Record<string, string>,
  { onLog }: StackOptions,
  started: Lifecycle,
): Promise<[Map<string, LocalFunction>, string]> => {
  const entries = await Promise.all(
    [...assembly.functions].map(async ([id, { unresolved, ...spec }]): Promise<[string, LocalFunction]> => {
      const unknown = unresolved.filter((name) => !(name in local))
      if (unknown.length > 0)
        throw new Error(`${spec.name} needs ${unknown.join(', ')}, which is unknown here`)
      const environment = { ...spec.environment, ...local }
      const running = await startFunction({ ...spec, environment }, onLog)
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

type Bound = { server: Server; answerWith: (listener: RequestListener) => void }

/** Takes the port at once; who asks before there is anything to answer with is asked to come again. */
const bind = (port: number): Promise<Bound> =>
  new Promise((done, fail) => {
    let listener: RequestListener = (_, response) => {
      response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain' }).end('Starting\n')
    }
    const server = createServer((request, response) => listener(request, response))
    server.once('error', (error: NodeJS.ErrnoException) => fail(refused(port, error)))
    server.listen(port, () =>
      done({
        server,
        answerWith: (next) => {
          listener = next
        },
      }),
    )
  })

const refused = (port: number, error: NodeJS.ErrnoException): Error => {
  if (error.code === 'EADDRINUSE')
    return new Failure(`Port ${port} is taken: choose another with --port or PORT.`)
  if (error.code === 'EACCES')
    return new Failure(`Port ${port} is not allowed here: choose another with --port or PORT.`)
  return error
}

const end = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
