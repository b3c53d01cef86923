/** The packages of the program and the registry of the desk know the same pages. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { deskPages } from '@/desk/registry'

const config = readFileSync(resolve(__dirname, '../../../miniapp/src/app.config.ts'), 'utf8')
const [, listed = ''] = /root: 'desk',\s*pages: \[([^\]]*)\]/.exec(config) ?? []
const packaged = [...listed.matchAll(/'(.+)\/index'/g)].map(([, path]) => `desk/${path}`)
/** Opened from a page that the navigation shows, whose registration it has. */
const openedFromAnother = [
  'desk/pages/points/gift',
  'desk/pages/exhibition/entry',
  'desk/pages/exhibition/fund',
  'desk/pages/exhibition/sheets',
]

it('every page of the desk’s package is registered, and every registered page is in the package', () => {
  const registered = [...deskPages.map(({ path }) => path), ...openedFromAnother]
  expect(packaged.toSorted()).toEqual(registered.toSorted())
})
