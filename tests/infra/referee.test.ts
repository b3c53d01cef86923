/** Which files run once more on the second engine. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { oneEngineIsEnough } from '../referee'

const tests = resolve(__dirname, '..')
const all = readdirSync(join(tests, 'functions'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.integration.test.ts'))
  .map((file) => join('/tests/functions', file))
const isLeftOut = (file: string) => oneEngineIsEnough.some(({ files }) => new RegExp(files).test(file))

describe('the second engine', () => {
  it.each(oneEngineIsEnough)('is spared $files, which are there', ({ files }) => {
    expect(all.filter((file) => new RegExp(files).test(file)).length).toBeGreaterThan(0)
  })

  it('runs every file of identity, of the ledger and of the tables, but for the one that kills a process', () => {
    const kept = all.filter((file) => !isLeftOut(file))
    const domains = all.filter((file) => /functions\/(identity|points|shared)\//.test(file))
    expect(domains.filter((file) => !kept.includes(file))).toEqual([
      '/tests/functions/points/proof/killed.integration.test.ts',
    ])
  })

  it('runs whatever writes places: imports, reports, reviews, and what goes wrong on the way', () => {
    for (const name of ['import/import', 'imports', 'reports', 'review', 'faults', 'catalogue']) {
      const file = `/tests/functions/places/${name}.integration.test.ts`
      expect({ file, isThere: all.includes(file), isLeftOut: isLeftOut(file) }).toEqual({
        file,
        isThere: true,
        isLeftOut: false,
      })
    }
  })
})
