/** Runs the commands as processes, and their functions with what was typed. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { exitCodeOf } from '../../infra/local/commands/arguments'
import { main as confirm } from '../../infra/local/commands/confirm'
import { main as grant } from '../../infra/local/commands/grant'
import { main as importing } from '../../infra/local/commands/import'

const root = resolve(__dirname, '../..')

export type Ended = { code: number | null; out: string; err: string }

const commands = ['import', 'confirm', 'grant'] as const
type Command = (typeof commands)[number]
const bundled = join(root, '.cache/tests/commands')
/** Each file goes on finding what lies beside it. */
const inPlace: Plugin = {
  name: 'in place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: `const __dirname = ${JSON.stringify(dirname(path))}\n${readFileSync(path, 'utf8')}`,
      loader: 'ts',
    })),
}
/** Bundles them once; called before all tests of a file. */
export const bundleCommands = () =>
  build({
    entryPoints: commands.map(sourceOf),
    bundle: true,
    platform: 'node',
    packages: 'external',
    outdir: bundled,
    plugins: [inPlace],
  })

export const sourceOf = (name: Command) => join(root, `infra/local/commands/${name}.ts`)
export const asProcess = (name: Command, ...args: string[]) =>
  run([join(bundled, `${name}.js`), ...args], process.env)

const mains = { import: importing, confirm, grant }
export const command = async (name: Command, ...args: string[]): Promise<Ended> => {
  const ended: Ended = { code: null, out: '', err: '' }
  const note = (to: 'out' | 'err') => (line: unknown) => {
    ended[to] += `${line}\n`
  }
  const spies = [
    jest.spyOn(console, 'log').mockImplementation(note('out')),
    jest.spyOn(console, 'error').mockImplementation(note('err')),
    jest.spyOn(process.stderr, 'write').mockReturnValue(true),
  ]
  ended.code = await exitCodeOf(mains[name], args)
  for (const spy of spies) spy.mockRestore()
  return ended
}
export const run = (args: string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env })
    const ended: Ended = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      ended.out += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      ended.err += chunk
    })
    child.once('close', (code) => done({ ...ended, code }))
  })
