import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type LocalFunction, startFunction } from '../../infra/local/runtime/functions'
import type { FunctionSpec } from '../../infra/local/runtime/worker'

/** A handler that does what its event says; to meet is to wait until four processes are at it at once. */
const obedient = `
const { readdirSync, writeFileSync } = require('node:fs')
const met = () => readdirSync(__dirname).filter((name) => name.startsWith('met-')).length
let served = 0
exports.handler = async ({ act, value }) => {
  served++
  if (act === 'throw') throw new RangeError('as told')
  if (act === 'exit') process.exit(7)
  if (act === 'hang') await new Promise(() => setInterval(() => {}, 1000))
  if (act === 'meet') {
    writeFileSync(__dirname + '/met-' + process.pid, '')
    while (met() < 4) await new Promise((next) => setImmediate(next))
  }
  return { value, served, pid: process.pid, table: process.env.TABLE_NAME, home: process.env.HOME ?? null }
}`

const running: LocalFunction[] = []
const folders: string[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const aFunction = (code: string, overrides: Partial<FunctionSpec> = {}): FunctionSpec => {
  const folder = mkdtempSync(join(tmpdir(), 'fuyi-function-'))
  folders.push(folder)
  writeFileSync(join(folder, 'index.js'), code)
  const environment = { TABLE_NAME: 'places' }
  const spec = { name: 'fuyi-test', code: folder, handler: 'index.handler', memory: 128, timeoutSeconds: 20 }
  return { ...spec, environment, ...overrides }
}
const start = async (spec: FunctionSpec) => {
  const started = await startFunction(spec)
  running.push(started)
  return started
}
const ask = async (local: LocalFunction, event: object) => {
  const outcome = await local.invoke(JSON.stringify(event))
  return outcome.kind === 'answer' ? JSON.parse(outcome.payload) : outcome
}

describe('a function under AWS’s runtime client', () => {
  it('answers, stays warm, and sees its own environment variables only', async () => {
    const local = await start(aFunction(obedient))
    expect(await ask(local, { value: '淮安' })).toMatchObject({
      value: '淮安',
      served: 1,
      table: 'places',
      home: null,
    })
    expect(await ask(local, {})).toMatchObject({ served: 2 })
  })

  it('is frozen between requests where that is configured, and goes on with the next one', async () => {
    let stops = 0
    const local = await startFunction(aFunction(obedient), undefined, 1, () => {
      stops++
    })
    running.push(local)
    const { pid } = await ask(local, {})
    expect(await ask(local, {})).toMatchObject({ served: 2, pid })
    // Before the first for sure; who asks again at once finds it awake.
    expect(stops).toBeGreaterThan(0)
  })

  it('tells an exception from an exit of its process, and answers the next request after both', async () => {
    const local = await start(aFunction(obedient))
    expect(await ask(local, { act: 'throw' })).toEqual({ kind: 'error', message: 'RangeError: as told' })
    expect(await ask(local, { act: 'exit' })).toEqual({ kind: 'crash' })
    expect(await ask(local, {})).toMatchObject({ served: 1 })
  })

  it('is stopped at its timeout, and answers the next request', async () => {
    const local = await start(aFunction(obedient, { timeoutSeconds: 1 }))
    expect(await ask(local, { act: 'hang' })).toEqual({ kind: 'timeout' })
    expect(await ask(local, {})).toMatchObject({ served: 1 })
  })

  it('serves concurrent requests in separate processes, and queues more than it has processes', async () => {
    const local = await start(aFunction(obedient))
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, value) => ask(local, { act: 'meet', value })),
    )
    expect(answers.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(4)
  })

  it.each([
    ['no code at all', 'exports.handler = {{{', 'SyntaxError'],
    ['a missing module', 'require("not-there")', 'ImportModuleError'],
    ['no handler', 'exports.other = 1', 'HandlerNotFound'],
    ['a wrong environment', 'throw new Error("environment is missing or wrong: TABLE_NAME")', 'TABLE_NAME'],
  ])('with %s is refused in one line', async (_, code, reason) => {
    const refused = start(aFunction(code))
    await expect(refused).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringMatching(new RegExp(`^The bundle of fuyi-test is broken: .*${reason}.*$`)),
    })
  })

  it('ends with its parent process, even if that was killed', async () => {
    const spec = aFunction(obedient)
    const starter = join(spec.code, 'starter.ts')
    const functions = resolve(__dirname, '../../infra/local/runtime/functions.ts')
    writeFileSync(
      starter,
      `import { startFunction } from ${JSON.stringify(functions)}
      startFunction(${JSON.stringify(spec)}).then(async (local) => {
        const outcome = await local.invoke('{}')
        console.log(JSON.parse(outcome.kind === 'answer' ? outcome.payload : '{}').pid)
      })`,
    )
    const child = spawn(process.execPath, ['--import', 'tsx', starter], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((done) => {
      child.stdout.once('data', (chunk: Buffer) => done(Number(chunk.toString())))
    })
    expect(isAlive(pid)).toBe(true)
    child.kill('SIGKILL')
    await until(() => !isAlive(pid))
  }, 300_000)
})

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
/** Returns once it is so; the test's own time limit is the only clock. */
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((next) => setImmediate(next))
}
