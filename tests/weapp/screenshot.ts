/**
 * Pictures of the WeChat package in a real browser: `npx tsx tests/weapp/screenshot.ts [--api URL]`.
 * Without `--api` the product is started for it, on the demonstration cities. Pictures: tests/output/weapp.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { startStack } from '../../infra/local/stack'
import { launchBrowser } from '../support/browser'
import { httpBackend } from './backend'
import { apiOrigin, builtPackage } from './built'
import { type Phone, turnOn } from './harness/phone'
import { openInChromium } from './harness/view/chromium'
import { asWithoutFlexGap } from './harness/view/compile'
import { type Person, person } from './harness/wx/person'
import { inHuaian } from './in-huaian'
import { nearestOutlet } from './nearest'

const folder = path.resolve(__dirname, '../output/weapp')
/** A Wednesday at ten in the morning: outlets are open. */
const opening = Date.UTC(2026, 10, 25, 2)

type Shoot = (name: string) => Promise<void>
type Look = { name: string; person: Partial<Person>; elder: boolean; restyle?: (css: string) => string }
const looks: readonly Look[] = [
  { name: 'light', person: {}, elder: false },
  { name: 'dark', person: { theme: 'dark' }, elder: false },
  { name: 'elder', person: {}, elder: true },
  { name: 'ios13', person: {}, elder: false, restyle: asWithoutFlexGap },
]

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { api: { type: 'string' } } })
  const stack = values.api === undefined ? await startStack({ pages: false }) : null
  const browser = await launchBrowser()
  try {
    mkdirSync(folder, { recursive: true })
    for (const look of looks) await picture(browser, values.api ?? stack?.url ?? '', look)
  } finally {
    await browser.close()
    await stack?.stop()
  }
}

async function picture(browser: Browser, api: string, look: Look): Promise<void> {
  const pages = new Map<string, Page>()
  const began = Date.now()
  const backend = httpBackend(api)
  const phone = await turnOn({
    weapp: builtPackage(),
    domains: [apiOrigin],
    backend,
    stored: inHuaian(),
    clock: () => opening + Date.now() - began,
    person: person(look.person),
    openWindow: openInChromium(browser, (route, page) => pages.set(route, page), look.restyle),
  })
  const shoot: Shoot = async (name) => {
    await phone.quiet()
    const file = path.join(folder, `${look.name}-${name}.png`)
    await pages.get(phone.route())?.screenshot({ path: file })
    process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
  }
  try {
    await tour(phone, shoot, look.elder, await nearestOutlet(backend, opening))
    for (const { rule, detail } of phone.verdict.violations) process.stdout.write(`! ${rule}: ${detail}\n`)
  } finally {
    await phone.turnOff()
  }
}

async function tour(phone: Phone, shoot: Shoot, elder: boolean, nearest: string): Promise<void> {
  await phone.sees('去那里')
  await shoot('01-age')
  await phone.tap('我已满 18 周岁')
  if (elder) {
    await phone.tap({ name: '大字版', tag: 'view' })
    await phone.sees('标准版')
  }
  await shoot('02-home')
  await phone.tap('需要帮助')
  await phone.sees('最近开着的救助点')
  await shoot('03-aid')
  await phone.back()
  await phone.tap('附近网点')
  await phone.sees(/\d+ 处从/)
  await shoot('04-map')
  await phone.tap(nearest)
  await phone.sees('详情')
  await shoot('05-card')
  await phone.tap('详情')
  await phone.sees('这里有误？')
  await shoot('06-place')
  await phone.tap('这里有误？')
  await phone.arrives('places/pages/report/index')
  await phone.tap('门锁着，进不去')
  await shoot('07-report')
  await phone.back()
  await phone.back()
  await phone.tap('我的')
  await phone.arrives('tabs/me/index')
  await shoot('08-me')
  await phone.tap('隐私说明')
  await phone.sees('最后修改')
  await shoot('09-privacy')
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
