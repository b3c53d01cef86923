import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { domains } from '../../functions/domains'
import { openapi } from '../../functions/meta/openapi'
import { bundleFunctions } from '../../infra/bundles'

/**
 * KB. Whoever makes one larger on purpose writes the new size here, and why into docs/performance.md: what a function loads is
 * what its first caller waits for.
 */
const sizes: Readonly<Record<string, number>> = {
  places: 547,
  identity: 540,
  'identity-privacy': 363,
  'identity-rotation': 214,
  'identity-wechat': 299,
  points: 498,
  'points-sweep': 306,
  exhibition: 580,
  media: 607,
  'media-pictures': 362,
  'media-sweep': 449,
  meta: 272,
}
/** Of a domain with a table and a few operations. */
const usual = 345

describe('the bundles of the functions', () => {
  const folder = bundleFunctions(domains, { isBundled: true, version: '1.2.3' })
  afterAll(() => rmSync(folder, { recursive: true }))

  const names = domains.flatMap(({ name, jobs }) => [name, ...jobs.map((job) => `${name}-${job.name}`)])
  const bundleOf = (name: string) => readFileSync(join(folder, name, 'index.js'))

  it('are one file for each function and each job, but for packages with a native part', () => {
    expect(readdirSync(folder).sort()).toEqual([...names].sort())
    const others = names.filter((name) => readdirSync(join(folder, name)).join() !== 'index.js')
    expect(others).toEqual(['media-pictures'])
  })

  it('that carry such a package have it with all that it needs, for the system that Lambda runs, and less than 24 MB', () => {
    const carried = join(folder, 'media-pictures')
    const script =
      "require('sharp')({create:{width:2,height:2,channels:3,background:'red'}}).webp().toBuffer().then(({length})=>console.log(length>0))"
    const run = spawnSync(process.execPath, ['-e', script], { cwd: carried, encoding: 'utf8' })
    expect(run.stdout).toBe('true\n')
    const packages = join(carried, 'node_modules')
    expect(readdirSync(join(packages, '@img'))).toEqual(
      expect.arrayContaining(['sharp-linux-x64', 'sharp-libvips-linux-x64']),
    )
    const files = readdirSync(packages, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    const bytes = files.map((file) => statSync(join(file.parentPath, file.name)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0) / 1024 / 1024).toBeLessThan(24)
  })

  it('are each at most 5 % larger than when their size was last looked at', () => {
    const grown = names
      .map((name) => ({ name, kb: bundleOf(name).length / 1024, limit: 1.05 * (sizes[name] ?? usual) }))
      .filter(({ kb, limit }) => kb > limit)
    expect(grown).toEqual([])
    expect(Object.keys(sizes).filter((name) => !names.includes(name))).toEqual([])
  })

  it('find the credentials in their environment, and carry no other way to search for some', () => {
    const searching = names.filter((name) => /AssumeRole|GetRoleCredentials/.test(bundleOf(name).toString()))
    expect(searching).toEqual([])
  })

  it('hold Chinese as text, which is half as long as in escapes', () => {
    const places = readFileSync(join(folder, 'places', 'index.js'), 'utf8')
    const escaped = places.match(/\\u[4-9][0-9a-f]{3}/gi) ?? []
    expect(places).toMatch(/[\u4e00-\u9fff]{20}/)
    expect(escaped.length).toBeLessThan(20)
  })
  it('carry the OpenAPI document of their build as data, without the schemas that it is written from', () => {
    const [, packed = ''] = /"([A-Za-z0-9+/=]{10000,})"/.exec(bundleOf('meta').toString()) ?? []
    const document: unknown = JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString())
    expect(document).toEqual(openapi(domains, '1.2.3'))
  })
})
