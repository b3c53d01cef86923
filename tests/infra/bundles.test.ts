import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { domains } from '../../functions/domains'
import { bundleFunctions } from '../../infra/bundles'

describe('the bundles of the functions', () => {
  const folder = bundleFunctions(domains, true)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are one file for each function and each job, at most 700 KB', () => {
    const names = domains.flatMap(({ name, jobs }) => [name, ...jobs.map((job) => `${name}-${job.name}`)])
    expect(readdirSync(folder).sort()).toEqual(names.sort())
    const large = names.filter((name) => {
      expect(readdirSync(join(folder, name))).toEqual(['index.js'])
      return readFileSync(join(folder, name, 'index.js')).length > 700 * 1024
    })
    expect(large).toEqual([])
  })

  it('hold Chinese as text, which is half as long as in escapes', () => {
    const places = readFileSync(join(folder, 'places', 'index.js'), 'utf8')
    const escaped = places.match(/\\u[4-9][0-9a-f]{3}/gi) ?? []
    expect(places).toMatch(/[\u4e00-\u9fff]{20}/)
    expect(escaped.length).toBeLessThan(20)
  })
})
