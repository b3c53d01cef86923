/** `npm run new-domain -- NAME`: the skeleton of a domain with its first test (docs/adding-a-domain.md). */
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { Failure } from '../local/failure'
import { scaffold } from './scaffold'

const root = resolve(__dirname, '../..')
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')

const main = ([name = '', ...more]: readonly string[]) => {
  if (more.length > 0) throw new Failure('Usage: npm run new-domain -- NAME')
  const { created, edited } = scaffold(root, name)
  execFileSync(process.execPath, [biome, 'check', '--write', ...created, ...edited], { cwd: root })
  console.log(
    [...created.map((path) => `new      ${path}`), ...edited.map((path) => `changed  ${path}`)].join('\n'),
  )
  console.log('\nNext: docs/adding-a-domain.md, from “What the skeleton is”.')
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Failure)) throw error
  console.error(error.message)
  process.exitCode = 1
}
