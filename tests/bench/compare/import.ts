/** `npm run import` of a city into an empty table: the whole command, its start among it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { writeRow } from '../../../functions/places/import/row/row'
import { root } from '../../../infra/local/run'
import { manyPlaces } from '../../support/samples/places'
import { csvOf } from '../../support/samples/sheets'
import { adcode } from '../stage'
import type { Comparison } from './comparison'

const size = 10_000

export const importComparison: Comparison = {
  group: 'import',
  what: 'import 10,000 places, the whole command',
  async open({ stage, environment }, states, state) {
    const folder = join(root, '.cache/bench')
    const file = join(folder, 'import.csv')
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, csvOf(manyPlaces(size).map(writeRow)))
    let turn = 0
    return {
      async turn() {
        const table = `import-${turn++}-${state}-places`
        await stage.emptyTables(table)
        return importInto({ table, file, cwd: states[state].folder, environment })
      },
      async stop() {},
    }
  },
}

type Import = { table: string; file: string; cwd: string; environment: Record<string, string> }

async function importInto({ table, file, cwd, environment }: Import): Promise<number> {
  const command = ['infra/local/commands/import.ts', 'places', file, '--region', adcode, '--name', '淮安']
  const args = ['--require', require.resolve('./cpu-at-exit.cjs'), '--import', 'tsx', ...command]
  const child = spawn(process.execPath, [...args, '--outside', '--table', table], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const [, , errors, measured] = child.stdio
  if (!errors || !measured || !('read' in measured)) throw new Error('the import has no pipes')
  const said = Promise.all([text(errors), text(measured)])
  const [code] = await once(child, 'exit')
  const [error, ms] = await said
  if (code !== 0) throw new Error(`the import failed: ${error.trim()}`)
  return Number(ms)
}
