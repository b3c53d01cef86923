/** `npm start` itself, as a process: what it says and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { localTemplate } from '../../infra/local/builds/templates'
import { type LocalStack, startStack } from '../../infra/local/stack'

const run = (args: string[]): Promise<{ code: number | null; out: string; err: string }> => {
  const program = resolve(__dirname, '../../infra/local/start.ts')
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program, ...args])
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += chunk
  })
  return new Promise((done) => child.once('close', (code) => done({ code, ...said })))
}

describe('npm start', () => {
  it('says in one line that its port is taken, and ends with 1', async () => {
    const other = createServer()
    const port = await new Promise<number>((done) => {
      other.listen(0, () => {
        const address = other.address()
        done(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const { code, err } = await run(['--port', String(port)])
    other.close()
    expect([code, err]).toEqual([1, `Port ${port} is taken: choose another with --port or PORT.\n`])
  }, 300_000)

  it('says in one line what it does not understand, and ends with 1', async () => {
    const { code, err } = await run(['--port', 'many'])
    expect([code, err.split('\n').length]).toEqual([1, 2])
    expect(err).toMatch(/^many is no port\. Usage: npm start/)
  }, 300_000)
})

describe('the local stack', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fuyi-stack-'))
  let stack: LocalStack
  beforeAll(async () => {
    await localTemplate('data')
    stack = await startStack({ dataDir, seed: false, pages: false })
  }, 240_000)
  afterAll(async () => {
    await stack?.stop()
    rmSync(dataDir, { recursive: true })
  })
  const ask = (path: string, init?: RequestInit) => fetch(stack.url + path, init)

  it('runs the bundles of the cloud behind the routes of the template', async () => {
    const answer = await ask('/api/health')
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ok: true, version: expect.any(String), viewer: 'known' },
    ])
    const unknown = await ask('/api/no/such/path')
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('answers HEAD without a body and lets the function answer OPTIONS', async () => {
    const head = await ask('/api/regions', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await ask('/api/regions', { method: 'OPTIONS' })).headers.get('allow')).toContain('GET')
  })

  it('refuses more than ten megabytes before any function sees them', async () => {
    const answer = await ask('/api/places/320800-1/reports', {
      method: 'POST',
      body: Buffer.alloc(11 * 1024 * 1024),
    })
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }])
  })

  it('refuses a second run on the same data', async () => {
    await expect(startStack({ dataDir, seed: false, pages: false })).rejects.toThrow(
      /^Another run is using the data/,
    )
  })
})
