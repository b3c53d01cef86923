/** `.ci/run` installs with `npm ci`, which refuses a lockfile that is not whole; checked here without asking a registry. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from '../../functions/shared/zod'

const root = resolve(__dirname, '../..')
const dependencies = z._default(z.record(z.string(), z.string()), {})
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies,
      optionalDependencies: dependencies,
      devDependencies: dependencies,
      integrity: z.optional(z.string()),
      // Comes within the archive of the package that bundles it, and is held by that one's hash.
      inBundle: z.optional(z.boolean()),
    }),
  ),
})
const { packages } = lockSchema.parse(JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')))

/** Where Node would look for a package that the one in `folder` asks for, the nearest first. */
const placesFor = (folder: string, name: string): string[] => {
  const parents = folder === '' ? [''] : [...new Set([folder, ...outer(folder), ''])]
  return parents.map((parent) => `${parent === '' ? '' : `${parent}/`}node_modules/${name}`)
}
const outer = (folder: string): string[] => {
  const cut = folder.lastIndexOf('/node_modules/')
  return cut < 0 ? [] : [folder.slice(0, cut), ...outer(folder.slice(0, cut))]
}

describe('the lockfile', () => {
  it('names every dependency, also those of other platforms', () => {
    const missing = Object.entries(packages).flatMap(([folder, asks]) =>
      Object.keys({ ...asks.dependencies, ...asks.optionalDependencies, ...asks.devDependencies })
        .filter((name) => !placesFor(folder, name).some((place) => place in packages))
        .map((name) => `${name}, asked for by ${folder}`),
    )
    expect(missing).toEqual([])
  })

  it('holds the hash of every package that a registry is asked for', () => {
    const unheld = Object.entries(packages)
      .filter(([folder, { integrity, inBundle }]) => folder !== '' && !inBundle && !integrity)
      .map(([folder]) => folder)
    expect(unheld).toEqual([])
  })

  it('uses strong hashes only', () => {
    const weak = Object.entries(packages).filter(
      ([, { integrity }]) => integrity && !/^sha(256|384|512)-/.test(integrity),
    )
    expect(weak.map(([folder]) => folder)).toEqual([])
  })
})
