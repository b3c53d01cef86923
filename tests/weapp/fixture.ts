/** Small packages written for one test: what the harness says of them is known beforehand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPackage, type WeappPackage } from './harness/package'

export interface Fixture {
  readonly weapp: WeappPackage
  remove(): void
}

interface Parts {
  /** Fields of app.json beside or instead of the plain ones. */
  readonly app?: Record<string, unknown>
  /** Body of the first page's `onTap`, the one method of its one button 试. */
  readonly onTap?: string
  /** More files, or others in the place of the plain ones. */
  readonly files?: Record<string, string>
}

/** A home tab with one button, a second tab, and a subpackage with one page. */
export function writeFixture({ app = {}, onTap = '', files = {} }: Parts): Fixture {
  const root = mkdtempSync(path.join(tmpdir(), 'weapp-'))
  const all: Record<string, string> = {
    'app.json': JSON.stringify({
      pages: ['home/index', 'other/index'],
      subPackages: [{ root: 'deep', pages: ['page/index'] }],
      tabBar: {
        list: [
          { pagePath: 'home/index', text: '一' },
          { pagePath: 'other/index', text: '二' },
        ],
      },
      ...app,
    }),
    'app.js': 'App({})',
    ...pageFiles(
      'home/index',
      `onTap() { ${onTap} }`,
      '<button bindtap="onTap">试</button><text>{{said}}</text>',
    ),
    ...pageFiles('other/index', '', '<view>另一页</view>'),
    ...pageFiles(
      'deep/page/index',
      'onLoad(query) { this.setData({ id: query.id }) }',
      '<view>深处 {{id}}</view>',
    ),
    ...files,
  }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return { weapp: openPackage(root), remove: () => rmSync(root, { recursive: true }) }
}

const pageFiles = (route: string, methods: string, wxml: string): Record<string, string> => ({
  [`${route}.js`]: `Page({ data: {}, ${methods} })`,
  [`${route}.json`]: '{}',
  [`${route}.wxml`]: wxml,
})
