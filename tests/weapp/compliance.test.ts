/**
 * The built package as a thing on disk, against WeChat's limits and our own. Nothing here runs it.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import floor from '../../miniapp/config/floor.json'
import { apiOrigin, builtPackage } from './built'
import { exactLocationApis, locationApis, privateApis } from './harness/apis'
import { table } from './harness/figures'
import { absentNames, evaluators, freeReferences } from './harness/references'
import { createVerdict } from './harness/verdict'
import { compileView } from './harness/view/compile'

const KB = 1024
const MB = 1024 * KB

const weapp = builtPackage()
const { app } = weapp
const scripts = weapp.files.filter((file) => file.endsWith('.js'))
const allCode = scripts.map((file) => weapp.text(file)).join('\n')
const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + weapp.bytes(file), 0)
/** Package name → its bytes; the main package is `main`. */
const sizes = new Map(
  [null, ...app.subPackages.map(({ root }) => root.replace(/\/$/, ''))].map((root): [string, number] => [
    root ?? 'main',
    sizeOf(weapp.files.filter((file) => weapp.packageOf(file) === root)),
  ]),
)

/** KB of each package beside the main one: those of citizens load on a weak network, and a doubled shell shows at once. */
const limits = {
  'places/pages': 100,
  'points/pages': 90,
  // Galleries and exhibits, the fund in charts, bulletins with their search and the wall of honours, favourites.
  'exhibition/pages': 75,
  'identity/pages': 55,
  counter: 60,
  about: 30,
  // With the views of blocks and of the fund: staff read at the desk what visitors will. And with the words for whatever staff
  // are refused with. Texts of the hall are not written there: their editors, order, versions, uploads and files are H5's
  // alone; a page says so of files, and bulletins are read there as visitors do. Named bulletins are asked for their titles, and
  // recordings and pictures that wait stand beside their words. Every page names what the reviews of all domains need, 2.9 KB each,
  // since domains bring theirs with their registration (decision 070).
  desk: 470,
}

describe('sizes', () => {
  afterAll(() => {
    const rows = [...sizes, ['all', sizeOf(weapp.files)] as const].map(([name, bytes]) => [
      name,
      (bytes / KB).toFixed(1),
    ])
    process.stdout.write(`\n${table(['package', 'KB'], rows)}\n`)
  })

  it.each([...sizes])('%s stays under the 2 MB of a package', (_name, bytes) => {
    expect(bytes).toBeLessThanOrEqual(2 * MB)
  })

  it.each(Object.entries(limits))('the package %s stays under our own limit of %d KB', (name, limit) => {
    expect((sizes.get(name) ?? Number.NaN) / KB).toBeLessThanOrEqual(limit)
  })

  it('has a limit for every package', () => {
    expect([...sizes.keys()].sort()).toEqual(['main', ...Object.keys(limits)].sort())
  })

  it('all packages together stay under our own 1,520 KB', () => {
    expect(sizeOf(weapp.files) / KB).toBeLessThanOrEqual(1520)
  })

  it('what the desk is framed with is written once, in its own package', () => {
    const framed = scripts.filter((file) => weapp.text(file).includes('福驿工作台'))
    expect(framed.map((file) => weapp.packageOf(file))).toEqual(['desk'])
  })

  it('the main package stays under our own 700 KB, so that the first opening is quick', () => {
    expect((sizes.get('main') ?? 0) / KB).toBeLessThanOrEqual(700)
  })

  it('the main package holds nothing of the contract of staff: their paths, their requests, their records', () => {
    const main = scripts.filter((file) => weapp.packageOf(file) === null)
    const code = main.map((file) => weapp.text(file)).join('\n')
    const ofStaff = ['/api/staff/', 'adjustment-proposed', 'codes-read', 'isPublished'].filter((word) =>
      code.includes(word),
    )
    expect(ofStaff).toEqual([])
  })
})

describe('app.json', () => {
  it('has two to five tabs, all of them in the main package', () => {
    expect(weapp.tabs.length).toBeGreaterThanOrEqual(2)
    expect(weapp.tabs.length).toBeLessThanOrEqual(5)
    expect(app.pages).toEqual(expect.arrayContaining([...weapp.tabs]))
  })

  it.each([...weapp.pages])('%s has its script, its template and its settings', (page) => {
    expect(weapp.files).toEqual(expect.arrayContaining([`${page}.js`, `${page}.wxml`, `${page}.json`]))
  })

  it.each([...weapp.pages])('%s finds every component it uses', (page) => {
    const missing = Object.values(weapp.componentsOf(page)).filter(
      (component) => !weapp.has(`${component}.wxml`),
    )
    expect(missing).toEqual([])
  })

  it('names icons that exist, are pictures WeChat takes, and weigh at most 40 KB', () => {
    const icons = (app.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) =>
      [iconPath, selectedIconPath].filter((icon) => icon !== undefined),
    )
    for (const icon of icons.filter((name) => !name.startsWith('@'))) {
      expect(icon).toMatch(/\.(png|jpe?g)$/)
      expect(weapp.files).toContain(icon)
      expect(weapp.bytes(icon)).toBeLessThanOrEqual(40 * KB)
    }
  })

  it('has a tab bar of its own in the package where it says custom', () => {
    if (app.tabBar?.custom === true) expect(weapp.files).toContain('custom-tab-bar/index.wxml')
  })

  it('gives every theme variable a value for light and dark', () => {
    const used = [...JSON.stringify(app).matchAll(/"@(\w+)"/g)].map(([, name]) => name)
    if (used.length === 0) return
    const theme: Record<string, Record<string, string>> = JSON.parse(weapp.text(app.themeLocation ?? ''))
    for (const mode of ['light', 'dark']) {
      expect(Object.keys(theme[mode] ?? {})).toEqual(expect.arrayContaining(used))
    }
  })

  it('loads only the code a page needs', () => {
    expect(app.lazyCodeLoading).toBe('requiredComponents')
  })
})

describe('privacy', () => {
  const used = locationApis.filter((api) =>
    new RegExp(`\\.${api}\\b|["']${api}["']\\s*\\)`).test(codeOfOurs()),
  )

  it('checks consent before private APIs', () => {
    expect(app.__usePrivacyCheck__).toBe(true)
  })

  it('declares exactly the location APIs that the code calls', () => {
    expect([...app.requiredPrivateInfos].sort()).toEqual([...used].sort())
  })

  it('does not mix the fuzzy position with the exact one', () => {
    const exact = app.requiredPrivateInfos.filter((api) => exactLocationApis.some((name) => name === api))
    if (app.requiredPrivateInfos.includes('getFuzzyLocation')) expect(exact).toEqual([])
  })

  it('touches nothing private but what the guide for the console names', () => {
    const touched = privateApis.filter((api) => new RegExp(`\\.${api}\\b`).test(codeOfOurs()))
    expect([...touched].sort()).toEqual(['getFuzzyLocation', 'setClipboardData'])
    const guide = readFileSync(path.resolve(__dirname, '../../docs/deploy.md'), 'utf8')
    for (const api of touched) expect(guide).toContain(api)
  })

  it('lets the camera alone read codes, and asks for no picture of the album as a code', () => {
    expect(codeOfOurs()).toMatch(/scanCode\(\{[^}]*onlyFromCamera:(!0|true)/)
  })

  it('states a purpose of at most 30 characters for the position', () => {
    const { desc } = app.permission['scope.userFuzzyLocation'] ?? { desc: '' }
    expect(desc).not.toBe('')
    expect([...desc].length).toBeLessThanOrEqual(30)
  })
})

describe('code', () => {
  it('carries no source maps', () => {
    expect(weapp.files.filter((file) => file.endsWith('.map'))).toEqual([])
    expect(allCode).not.toContain('sourceMappingURL')
  })

  it('takes nothing from a browser or from Node', () => {
    const taken = scripts.flatMap((file) =>
      freeReferences(file, weapp.text(file), absentNames).map(
        ({ name, code }) => `${file}: ${name} in ${code}`,
      ),
    )
    expect(taken).toEqual([])
  })

  it('makes no code from text, but for what can be shown never to run', () => {
    const found = scripts.flatMap((file) => freeReferences(file, weapp.text(file), evaluators))
    // webpack asks for globalThis first, which every base library since 2.9 has; the walk sees that it is never reached.
    const dead = [
      '"object"===typeof globalThis)return globalThis;try{return this||new Function("return this")()',
    ]
    const alive = found.filter(({ code }) => !dead.some((snippet) => code.includes(snippet.slice(-40))))
    expect(alive.map(({ code }) => code)).toEqual([])
  })

  it.each(scripts)('%s speaks no newer language than the oldest phones understand', (file) => {
    // Whatever is newer would be rewritten for the older target, and then the two outputs differ.
    const [asIs, older] = ['esnext', floor.ecmascript].map(
      (target) => transformSync(weapp.text(file), { target }).code,
    )
    expect(older === asIs).toBe(true)
  })

  it('knows no address but its API and names that are never fetched', () => {
    // React's error pages, XML name spaces, and the address Taro's make-believe window has.
    const inert = ['https://reactjs.org', 'http://www.w3.org', 'https://taro.com']
    const origins = weapp.files
      .filter((file) => /\.(js|wxml|wxs|json)$/.test(file) && file !== 'project.config.json')
      .flatMap((file) => weapp.text(file).match(/https?:\/\/[\w.-]+(:\d+)?/g) ?? [])
    expect([...new Set(origins)].filter((origin) => origin !== apiOrigin && !inert.includes(origin))).toEqual(
      [],
    )
  })

  it('opens no web page and no other mini-program, so that nothing leads to a sale', () => {
    const templates = weapp.files.filter((file) => file.endsWith('.wxml')).map((file) => weapp.text(file))
    expect(templates.join('\n')).not.toMatch(
      /<(web-view|navigator|functional-page-navigator|official-account|ad)\b/,
    )
    expect(codeOfOurs()).not.toMatch(
      /navigateToMiniProgram|openEmbeddedMiniProgram|requestPayment|requestVirtualPayment/,
    )
  })
})

describe('templates and styles', () => {
  it('compile on the open-source template compiler without a complaint', () => {
    const verdict = createVerdict()
    compileView(weapp, verdict)
    expect(verdict.violations).toEqual([])
  })

  it('take no picture from the package or the network: WXSS only shows inline ones', () => {
    const urls = weapp.files
      .filter((file) => file.endsWith('.wxss'))
      .flatMap((file) =>
        [...weapp.text(file).matchAll(/url\(\s*["']?([^"')]{0,40})/g)].map(([, url]) => url ?? ''),
      )
    expect(urls.filter((url) => !url.startsWith('data:'))).toEqual([])
  })
})

/** What the product wrote: Taro's runtime carries the names of all of WeChat's APIs in one list. */
function codeOfOurs(): string {
  return scripts
    .filter((file) => path.basename(file) !== 'taro.js')
    .map((file) => weapp.text(file))
    .join('\n')
}
