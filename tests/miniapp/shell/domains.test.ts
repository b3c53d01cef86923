/** What the domains bring to the program that everybody loads, and where pages are found. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { domains } from '@/domains'
import type { DomainPart } from '@/shared/domain'
import { packagesIn, pagesIn } from '../../../miniapp/config/pages'

const source = resolve(__dirname, '../../../miniapp/src')
const pages = pagesIn(source)

it.each(
  Object.entries<DomainPart>(domains).flatMap(([name, { links = [] }]) =>
    links.map(({ page }) => [name, page]),
  ),
)('%s leads to a page that there is: %s', (_, page) => {
  expect(pages).toContain(`${page}/index`)
})

it('whatever lies where pages lie is one: its component has its `index.config.ts`', () => {
  const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^([a-z]+\/pages\/[^/]+|desk\/pages\/[^/]+\/[^/]+)\/index\.tsx$/.test(file),
  )
  expect(components.length).toBeGreaterThan(30)
  expect(components.filter((file) => !existsSync(join(source, dirname(file), 'index.config.ts')))).toEqual([])
})

it('pages of a domain are a package of their own, those of the desk one package of all', () => {
  const packages = packagesIn(source)
  const inPackages = packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  expect(inPackages.sort()).toEqual(pages.filter((page) => !page.startsWith('tabs/')))
  expect(packages.find(({ root }) => root === 'points/pages')?.pages).toContain('gifts/index')
  expect(packages.find(({ root }) => root === 'desk')?.pages).toEqual(
    expect.arrayContaining(['home/index', 'pages/points/gifts/index', 'pages/places/reports/index']),
  )
})
