/** The whole product on this machine: engine, tables, functions, gateway and pages. `npm start` and the tests use it. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Assembly, readAssembly } from './assembly'
import { assemblyFolder, buildMiniapp, h5Folder, synthesize } from './builds'
import { clientConfig, type Engine, startEngine } from './engine'
import { localEnvironment } from './environment'
import { Failure } from './failure'
import { type LocalFunction, startFunction } from './functions'
import { createGateway } from './gateway'
import { tryLock } from './lock'
import { createPages } from './pages'
import { announceEngine } from './running'
import { seedDemo } from './seed'
import { createTables, tableNames } from './tables'

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
}

export type LocalStack = {
  url: string
  /** Of the database engine. */
  endpoint: string
  tableName: string
  /** By domain, e.g. `places`. */
  functions: ReadonlyMap<string, LocalFunction>
  stop: () => Promise<void>
}

/** Throws `Failure` with one line for what the user can mend; whatever had started is stopped again. */
export const startStack = async (options: StackOptions = {}): Promise<LocalStack> => {
  const started: (() => unknown)[] = []
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    return { ...(await start(options, (end) => started.push(end))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Started = (end: () => unknown) => void

const start = async (options: StackOptions, onStarted: Started): Promise<Omit<LocalStack, 'stop'>> => {
  const step = stepper(options)
  // The port first: nobody waits for a build to learn that it is taken.
  const server = await bind(options.port ?? 0)
  onStarted(() => end(server))
  if (options.dataDir) onStarted(await claim(options.dataDir, options.reset ?? false))

  const [assembly] = await Promise.all([
    step('functions', async () => {
      const { state } = await synthesize()
      return [readAssembly(assemblyFolder), `${state === 'built' ? 'bundled and synthesized' : state}`]
    }),
    options.pages === false
      ? null
      : step('h5', async () => {
          const { state } = await buildMiniapp('h5')
          return [null, state]
        }),
  ])
  const engine = await step('engine', () => runEngine(options, onStarted))
  const [tableName = ''] = await step('tables', () => makeTables(assembly, engine.endpoint))
  if (options.seed !== false) {
    await step('data', async () => [null, await seedDemo(engine.endpoint, tableName)])
  }
  const originVerify = randomBytes(16).toString('hex')
  const functions = await step('runtime', () =>
    runFunctions(assembly, localEnvironment(engine.endpoint, originVerify), options, onStarted),
  )
  const gateway = createGateway({ routes: assembly.routes, functions, originVerify })
  const pages = options.pages === false ? null : createPages(h5Folder, assembly.pageHeaders)
  server.on('request', (request, response) => {
    if (pages && !request.url?.startsWith('/api')) return pages(request, response)
    gateway(request, response).catch((error: unknown) => {
      options.onLog?.(`gateway: ${error}`)
      response.destroy()
    })
  })
  return {
    url: `http://localhost:${portOf(server)}`,
    endpoint: engine.endpoint,
    tableName,
    functions: byDomain(functions),
  }
}

const stepper =
  ({ onStep }: StackOptions) =>
  async <T>(name: string, work: () => Promise<[T, string]>): Promise<T> => {
    const began = performance.now()
    const [value, said] = await work()
    onStep?.({ name, seconds: (performance.now() - began) / 1000, said })
    return value
  }

const runEngine = async ({ dataDir }: StackOptions, onStarted: Started): Promise<[Engine, string]> => {
  let note = ''
  const engine = await startEngine({
    dataDir,
    log: (line) => {
      note = `; ${line}`
    },
  })
  onStarted(engine.stop)
  if (dataDir) onStarted(announceEngine(engine.endpoint, dataDir))
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
  onStarted: Started,
): Promise<[Map<string, LocalFunction>, string]> => {
  const entries = await Promise.all(
    [...assembly.functions].map(async ([id, { unresolved, ...spec }]): Promise<[string, LocalFunction]> => {
      const unknown = unresolved.filter((name) => !(name in local))
      if (unknown.length > 0)
        throw new Error(`${spec.name} needs ${unknown.join(', ')}, which is unknown here`)
      const environment = { ...spec.environment, ...local }
      const running = await startFunction({ ...spec, environment }, onLog)
      onStarted(running.stop)
      return [id, running]
    }),
  )
  return [new Map(entries), entries.map(([, { spec }]) => spec.name).join(', ')]
}

const byDomain = (functions: Map<string, LocalFunction>): Map<string, LocalFunction> =>
  new Map([...functions.values()].map((each) => [each.spec.name.split('-').at(-1) ?? '', each]))

/** Two engines on the same files would not see each other's writes. */
const claim = async (dataDir: string, reset: boolean): Promise<() => void> => {
  const release = await tryLock(dataDir)
  if (!release) throw new Failure(`Another run is using the data in ${dataDir}: stop it first.`)
  if (reset) rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  return release
}

const bind = (port: number): Promise<Server> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new Failure(
              `Port ${port} is ${error.code === 'EACCES' ? 'not allowed' : 'taken'}: choose another with --port or PORT.`,
            )
          : error,
      ),
    )
    server.listen(port, () => done(server))
  })

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
