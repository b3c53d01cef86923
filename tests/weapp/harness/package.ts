/**
 * The built WeChat package as WeChat itself reads it: its files, its app.json, its pages and the walls
 * between main package and subpackages.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import * as z from '../../../functions/shared/zod'

const tabSchema = z.looseObject({
  pagePath: z.string(),
  text: z.string(),
  iconPath: z.optional(z.string()),
  selectedIconPath: z.optional(z.string()),
})
const subpackageSchema = z.object({
  root: z.string(),
  pages: z.array(z.string()),
  independent: z.optional(z.boolean()),
})
/** The fields of app.json that WeChat acts upon and that the tests look at; others pass through. */
const appSchema = z.looseObject({
  pages: z.array(z.string()),
  subPackages: z._default(z.array(subpackageSchema), []),
  tabBar: z.optional(z.looseObject({ list: z.array(tabSchema) })),
  requiredPrivateInfos: z._default(z.array(z.string()), []),
  requiredBackgroundModes: z._default(z.array(z.string()), []),
  permission: z._default(z.record(z.string(), z.object({ desc: z.string() })), {}),
  usingComponents: z._default(z.record(z.string(), z.string()), {}),
  lazyCodeLoading: z.optional(z.string()),
  themeLocation: z.optional(z.string()),
  sitemapLocation: z.optional(z.string()),
  __usePrivacyCheck__: z.optional(z.boolean()),
})
const componentSchema = z.looseObject({
  usingComponents: z._default(z.record(z.string(), z.string()), {}),
})
type AppJson = z.infer<typeof appSchema>

export interface WeappPackage {
  readonly root: string
  readonly app: AppJson
  /** Every page's route, main package first, as `tabs/home/index`. */
  readonly pages: readonly string[]
  readonly tabs: readonly string[]
  /** Paths of all files, relative, with `/`. */
  readonly files: readonly string[]
  has(file: string): boolean
  text(file: string): string
  bytes(file: string): number
  /** Root of the subpackage a file lies in, or null for the main package. */
  packageOf(file: string): string | null
  /** Custom components a page or component uses: tag → path without extension. */
  componentsOf(owner: string): Record<string, string>
}

/** Reads the package in `root`; throws with the command to run when it was never built. */
export function openPackage(root: string): WeappPackage {
  if (!existsSync(path.join(root, 'app.json'))) {
    throw new Error(`No WeChat package in ${root}: run "npm run build:weapp" first.`)
  }
  const files = listFiles(root)
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const app = appSchema.parse(JSON.parse(text('app.json')))
  const subRoots = app.subPackages.map((sub) => trimSlashes(sub.root))
  const tabs = app.tabBar?.list.map((tab) => tab.pagePath) ?? []
  const subPages = app.subPackages.flatMap((sub) =>
    sub.pages.map((page) => `${trimSlashes(sub.root)}/${page}`),
  )
  return {
    root,
    app,
    pages: [...app.pages, ...subPages],
    tabs,
    files,
    has: (file) => files.includes(file),
    text,
    bytes: (file) => statSync(path.join(root, file)).size,
    packageOf: (file) => subRoots.find((sub) => file.startsWith(`${sub}/`)) ?? null,
    componentsOf: (owner) => {
      const own = componentSchema.parse(JSON.parse(text(`${owner}.json`))).usingComponents
      const all = { ...app.usingComponents, ...own }
      return Object.fromEntries(Object.entries(all).map(([tag, target]) => [tag, resolveFrom(owner, target)]))
    },
  }
}

/** A path written in `from`, made relative to the package's root: `../comp` and `/comp` both become `comp`. */
export function resolveFrom(from: string, target: string): string {
  const joined = target.startsWith('/') ? target : path.posix.join(path.posix.dirname(from), target)
  return path.posix.normalize(joined).replace(/^\/+/, '')
}

function trimSlashes(text: string): string {
  return text.replace(/^\/+|\/+$/g, '')
}

function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}
