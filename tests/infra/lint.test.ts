/** The lint refuses what silences the compiler, as `npm run check` runs it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
const biome = resolve(root, 'node_modules/@biomejs/biome/bin/biome')
const folder = mkdtempSync(join(tmpdir(), 'fuyi-lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the lint says of a TypeScript file with this text. */
const lintOf = (text: string): { passes: boolean; said: string } => {
  const file = join(folder, 'sample.ts')
  writeFileSync(file, `${text}\n`)
  const options = ['--vcs-enabled=false', '--colors=off', '--diagnostic-level=error']
  const args = [biome, 'lint', `--config-path=${root}`, ...options, file]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { passes: status === 0, said: stdout + stderr }
}

const parsed = "JSON.parse('1')"

it.each([
  ['a type assertion', `export const n = ${parsed} as number`, 'A type assertion'],
  ['one by way of unknown', "export const n = 'a' as unknown as number", 'A type assertion'],
  ['one in angle brackets', `export const n = <number>${parsed}`, 'A type assertion'],
  ['any', 'export const n = (one: any): number => one', 'noExplicitAny'],
  ['a non-null assertion', 'export const n = [1].at(0)!', 'noNonNullAssertion'],
])('%s is refused', (_, text, why) => {
  const { passes, said } = lintOf(text)
  expect(said).toContain(why)
  expect(passes).toBe(false)
})

it.each([
  ['as const', "export const n = 'a' as const"],
  ['satisfies', 'export const n = { a: 1 } satisfies { a: number }'],
  [
    'an assertion with its reason beside it',
    `// biome-ignore lint/plugin: the reason\nexport const n = ${parsed} as number`,
  ],
])('%s is allowed', (_, text) => expect(lintOf(text)).toMatchObject({ passes: true }))
