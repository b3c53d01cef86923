/** What docs/adding-a-domain.md tells is done: in a copy, a domain is written, type-checked, tested, started and called. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import * as z from '../../functions/shared/zod'
import { type Scaffolded, scaffold } from '../../infra/new-domain/scaffold'

const root = resolve(__dirname, '../..')
const copied = [
  'functions',
  'infra',
  'miniapp',
  'tests',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const isSource = (path: string) =>
  !/\/(dist|node_modules|cdk\.out|fixtures|\.cache)(\/|$)|\.test\.tsx?$/.test(path)

/** A word that no domain will have; the guide's own example may be written one day. */
const name = 'sampledomain'

/** As `npm start` runs it, without pages: what the demonstration put there is read, and a write needs a login. */
const caller = `
import { startStack } from './infra/local/stack'
const run = async () => {
  const stack = await startStack({ pages: false, schedules: false, workers: 1, seed: ['places', '${name}'] })
  try {
    const shown = await fetch(stack.url + '/api/${name}/320800')
    const refused = await fetch(stack.url + '/api/staff/${name}/320800', { method: 'PUT' })
    const described = await (await fetch(stack.url + '/api/openapi.json')).json()
    const paths = Object.keys(described.paths).filter((path) => path.includes('${name}'))
    return { shown: await shown.json(), refused: refused.status, paths }
  } finally {
    await stack.stop()
  }
}
run().then((result) => console.log(JSON.stringify(result)))
`
const calledSchema = z.object({
  shown: z.object({ text: z.string() }),
  refused: z.int(),
  paths: z.array(z.string()),
})

describe('a new domain', () => {
  let copy: string
  let written: Scaffolded
  const run = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, args, { cwd: copy, maxBuffer: 16 * 1024 * 1024 })).stdout

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'fuyi-domain-'))
    for (const path of copied)
      cpSync(join(root, path), join(copy, path), { recursive: true, filter: isSource })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    written = scaffold(copy, name)
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('edits two existing files, the lists that name every domain', () => {
    expect(written.edited).toEqual(['functions/domains.ts', 'miniapp/src/domains.ts'])
  })

  it('puts its imports where the linter would sort them, so that nothing else of those files changes', () => {
    for (const path of written.edited) {
      const text = readFileSync(join(copy, path), 'utf8')
      const imported = [...text.matchAll(/^import .* from '(\.\/[^']+)'$/gm)].map(([, from = '']) => from)
      expect({ path, imported }).toEqual({ path, imported: imported.toSorted() })
    }
  })

  it('compiles with everything derived from it, and passes its first test', async () => {
    const files = [...written.created, ...written.edited].filter((path) => /\.tsx?$/.test(path))
    const config = { extends: './tsconfig.json', include: ['miniapp/src/*.d.ts'], files, compilerOptions: {} }
    writeFileSync(join(copy, 'tsconfig.domain.json'), JSON.stringify(config))
    await Promise.all([
      run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.domain.json'),
      run('node_modules/jest/bin/jest.js', '--config', 'tests/jest.config.cjs', `tests/functions/${name}`),
    ])
  })

  it('starts with the local stack: documented, with demonstration data, and refused without a login', async () => {
    writeFileSync(join(copy, 'call.ts'), caller)
    const output = await run('--import', 'tsx', 'call.ts')
    const called = z.parse(calledSchema, JSON.parse(output.trim().split('\n').at(-1) ?? ''))
    expect(called).toEqual({
      shown: { text: '演示：本周六上午九点开门' },
      refused: 401,
      paths: [`/api/${name}/{region}`, `/api/staff/${name}/{region}`],
    })
  })

  it('is described in a guide that names each of its files', () => {
    const guide = readFileSync(join(root, 'docs/adding-a-domain.md'), 'utf8')
    const unnamed = [...written.created, ...written.edited].filter(
      (path) => !guide.includes(path.replaceAll(name, 'notices')),
    )
    expect(unnamed).toEqual([])
  })
})
