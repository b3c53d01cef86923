/** `npm start`: the product on this machine, step by step, until Ctrl-C. */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { onOrphaned } from './engine/orphan'
import { dataDir } from './engine/running'
import { Failure } from './failure'
import { root } from './run'
import { startStack } from './stack'

const usage =
  'npm start [-- --port N] [-- --host ADDRESS] [-- --reset]   (the port also from PORT; for this machine alone unless --host says otherwise; --reset forgets .data/)'

const readOptions = (args: string[], env: NodeJS.ProcessEnv) => {
  try {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string' }, host: { type: 'string' }, reset: { type: 'boolean' } },
    })
    const port = values.port ?? env.PORT ?? '8787'
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`${port} is no port`)
    return { port: Number(port), host: values.host, reset: values.reset ?? false }
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}. Usage: ${usage}`)
  }
}

const main = async () => {
  // The SDK's word on Node 20 is for those who deploy on it; here it would stand among the steps.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
  const began = performance.now()
  const { port, host, reset } = readOptions(process.argv.slice(2), process.env)
  mkdirSync(join(root, '.cache/logs'), { recursive: true })
  const logFile = join(root, '.cache/logs/functions.log')
  const log = createWriteStream(logFile)
  console.log('福驿 Fuyi, local run')
  const stack = await startStack({
    port,
    host,
    dataDir,
    reset,
    onStep: ({ name, seconds, summary }) =>
      console.log(`  ${name.padEnd(10)}${seconds.toFixed(1).padStart(6)} s  ${summary}`),
    onLog: (line) => log.write(`${line}\n`),
    onEngineEnd: () => {
      console.error('The database engine ended by itself; the data is in .data/.')
      process.exit(1)
    },
  })
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await stack.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  onOrphaned(stop)
  const total = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    `  ${'all'.padEnd(10)}${total.padStart(6)} s  logs of the functions: ${relative(root, logFile)}`,
  )
  console.log(`ready ${stack.url}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error)
  process.exit(1)
})
