/** `npm start` itself, as a process: what it says and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { resolve } from 'node:path'

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
