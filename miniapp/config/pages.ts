/**
 * The pages of the program, found by their `index.config.ts`, and the package that WeChat loads each with. A page needs no list: a
 * folder with the two files is one.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const config = '/index.config.ts'

/**
 * As the router has them, `points/pages/gifts/index`, in order.
 *
 * @param source miniapp/src
 */
export const pagesIn = (source: string): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(config))
    .map((file) => `${file.slice(0, -config.length)}/index`)
    .sort()

/**
 * A domain's pages are one package, `points/pages`. So are those of each other folder; all of the desk are one, whatever their domain,
 * for WeChat gives each package a copy of what its pages share, and all of these share the desk's shell.
 */
const rootOf = (page: string): string => {
  const [folder = '', below] = page.split('/')
  return below === 'pages' && folder !== 'desk' ? `${folder}/pages` : folder
}

/** All but the tabs, which are the main package and stand in their own order. */
export const packagesIn = (source: string): { root: string; pages: string[] }[] => {
  const pages = pagesIn(source).filter((page) => rootOf(page) !== 'tabs')
  return [...new Set(pages.map(rootOf))].map((root) => ({
    root,
    pages: pages.filter((page) => rootOf(page) === root).map((page) => page.slice(root.length + 1)),
  }))
}

/** Of names and contents of what no module imports: a build that is kept by its modules alone does not see it change. */
export const printOfPages = (source: string): string => {
  const hash = createHash('sha256')
  for (const page of pagesIn(source))
    hash.update(page).update(readFileSync(join(source, `${page}.config.ts`)))
  return hash.digest('hex').slice(0, 16)
}
