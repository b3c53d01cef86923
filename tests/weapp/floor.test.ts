/** The built package against the oldest phones that may open it: miniapp/config/floor.json, docs/deploy.md. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getBrowsersList } from 'miniprogram-compat'
import floor from '../../miniapp/config/floor.json'
import { apiOrigin, builtPackage } from './built'
import { writeFixture } from './fixture'
import { missingMembers } from './harness/missing-builtins'
import { newerStyles } from './harness/newer-styles'
import { turnOn } from './harness/phone'

const weapp = builtPackage()
const sheets = weapp.files.filter((file) => file.endsWith('.wxss'))

/** The package of one page, with that style or script on it. */
async function findings(files: Record<string, string>): Promise<string> {
  const fixture = writeFixture({ files })
  const backend = async () => ({ status: 503, headers: {}, body: Buffer.from('') })
  const phone = await turnOn({ weapp: fixture.weapp, domains: [], backend }).catch(String)
  const found = typeof phone === 'string' ? phone : JSON.stringify(phone.verdict.violations)
  if (typeof phone !== 'string') await phone.turnOff()
  fixture.remove()
  return found
}

describe('the engines', () => {
  it('are those that WeChat names for the base library', () => {
    expect(getBrowsersList(floor.baseLibrary)).toEqual([`ios ${floor.ios}`, `chrome ${floor.chrome}`])
  })

  it('are written down where the base library is set, and DevTools shows the same', () => {
    const read = (file: string) => readFileSync(path.resolve(__dirname, '../..', file), 'utf8')
    const [, setting = ''] = /基础库最低版本设置([^\n]*)/.exec(read('docs/deploy.md')) ?? []
    expect(setting).toContain(floor.baseLibrary)
    expect(JSON.parse(read('miniapp/project.config.json')).libVersion).toBe(floor.baseLibrary)
  })
})

describe('a fault put back is found', () => {
  it.each([
    ['inset', '.a{inset:0}', 'iOS 14.5, Chrome 87'],
    ['the universal selector', '.a > *:last-child{color:red}', 'WXSS has no *'],
    ['a gap in a flex box without its margins', '.a{display:flex;gap:8px}', 'no margins'],
    ['words broken anywhere', '.a{overflow-wrap:anywhere}', 'iOS 15.4'],
    ['a ratio of sides', '.a{aspect-ratio:1}', 'iOS 15, Chrome 88'],
    ['a selector of newer phones', '.a:has(.b){color:red}', 'iOS 15.4, Chrome 105'],
    ['a length of newer phones', '.a{height:100dvh}', 'iOS 15.4, Chrome 108'],
    ['a function of newer phones', '.a{color:color-mix(in srgb, red, blue)}', 'iOS 16.2, Chrome 111'],
    ['a range in a media query', '@media (width >= 600px){.a{color:red}}', 'iOS 16.4, Chrome 104'],
  ])('%s', (_what, style, missing) => {
    expect(newerStyles(style).join()).toContain(missing)
  })

  it('a gap of a grid, or behind a question, is none', () => {
    expect(newerStyles('.a{display:grid;gap:8px}@supports (height:100dvh){.a{height:100dvh}}')).toEqual([])
  })

  it.each([
    ['BigInt', 'const big = BigInt(2 ** 32)'],
    ['a member of newer phones', '[1].at(-1)'],
    ['a function of newer phones', "Object.hasOwn({}, 'a')"],
  ])('%s in a page that loads', async (_what, code) => {
    expect(await findings({ 'home/index.js': `${code}; Page({})` })).toMatch(/is not (defined|a function)/)
  })
})

describe('styles', () => {
  it.each(sheets)('%s asks for nothing newer', (file) => {
    expect(newerStyles(weapp.text(file))).toEqual([])
  })
})

describe('scripts', () => {
  it.each(weapp.files.filter((file) => file.endsWith('.js')))(
    '%s calls no newer built-in, in any branch',
    (file) => {
      // Columns of ours have an at() too: of a list it is called with a number as written.
      const names = missingMembers.map((name) => (name === 'at' ? 'at(?=\\(-?\\d)' : name))
      const calls = new RegExp(`.{0,30}\\.(?:${names.join('|')})\\(.{0,20}`, 'g')
      expect(weapp.text(file).match(calls) ?? []).toEqual([])
    },
  )

  it.each([...weapp.pages])('%s opens without the built-ins of newer phones', async (page) => {
    const backend = async () => ({ status: 503, headers: {}, body: Buffer.from('') })
    const phone = await turnOn({ weapp, domains: [apiOrigin], backend, url: page })
    await phone.quiet()
    expect(phone.verdict.violations).toEqual([])
    await phone.turnOff()
  })
})
