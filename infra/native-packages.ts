/** Copies packages of npm with all that they depend on, as they are installed here, so that a function finds them beside its bundle. */
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import * as z from '../functions/shared/zod'

const root = join(__dirname, '..')
const manifestSchema = z.object({
  dependencies: z._default(z.record(z.string(), z.string()), {}),
  optionalDependencies: z._default(z.record(z.string(), z.string()), {}),
})

/** What runs there needs neither sources nor types. */
const unneeded = ['src', 'install', 'docs']
const isNeeded = (file: string): boolean =>
  !unneeded.includes(basename(file)) && !/\.(d\.[cm]?ts|md)$/.test(file)

/** @param folder of the bundle */
export const copyPackages = (names: readonly string[], folder: string): void => {
  for (const installed of foldersOf(names)) {
    const to = join(folder, relative(root, installed))
    // Those below it are copied for themselves, where they are needed.
    const isOwn = (file: string) => !relative(installed, file).split(sep).includes('node_modules')
    cpSync(installed, to, { recursive: true, filter: (file) => isOwn(file) && isNeeded(file) })
  }
}

/** Their folders and those of what they need, each once. What is optional and not installed, as other systems' native parts, is left out. */
const foldersOf = (names: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>()
  const add = (name: string, from: string, isOptional: boolean) => {
    const folder = folderOf(name, from)
    if (folder === null && !isOptional) throw new Error(`${name} is not installed`)
    if (folder === null || found.has(folder)) return
    found.add(folder)
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const { dependencies, optionalDependencies } = manifestSchema.parse(manifest)
    for (const needed of Object.keys(dependencies)) add(needed, folder, needed in optionalDependencies)
    for (const needed of Object.keys(optionalDependencies)) add(needed, folder, true)
  }
  for (const name of names) add(name, root, false)
  return found
}

/** As Node looks for it: below the package that needs it, then at the root. */
const folderOf = (name: string, from: string): string | null =>
  [from, root].map((base) => join(base, 'node_modules', name)).find((folder) => existsSync(folder)) ?? null
