/** Visits of a weak phone on a weak network, in a real Chromium. */

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { addDays, dayOf, startOfDay } from '../../../functions/shared/day'
import { phone } from '../../support/browser'
import { calibrationLoop } from '../machine'
import { type Watched, watchPage } from './in-page'

/** 1.6 Mbit/s down and up, ms of delay for each request, and how many times slower than this machine. */
export const throttledPhone = { bitsPerSecond: 1_600_000, latency: 150, slowdown: 4 }

/** The button of the nearest open place on the home page: its name follows. */
const nearestOpen = '[aria-label^="去那里："]'
/** Middle of the demonstration city, WGS-84, where a phone says that it is. */
const position = { longitude: 119.0155, latitude: 33.6092, accuracy: 30 }
const huaian = JSON.stringify({ data: JSON.stringify({ v: 1, value: '320800' }) })
const adult = JSON.stringify({ data: JSON.stringify({ v: 1, value: 'adult' }) })

/** Half past ten in the morning, when most doors are open. */
const untilMorning = (): number => startOfDay(addDays(dayOf(Date.now()), 0)) + 10.5 * 3_600_000 - Date.now()

/** `storage`: what the phone keeps besides. `answer`: a selector of what they came for. */
type Newcomer = { storage?: Record<string, string>; answer?: string }

/** Somebody who never was here, has let this page know where they are, and stands in the middle of the city. */
export async function newcomer(
  browser: Browser,
  url: string,
  { storage = {}, answer = nearestOpen }: Newcomer = {},
) {
  // Which city it is was answered before, as by whoever scanned a shop's code: what is measured begins with the question where.
  const localStorage = Object.entries({ 'fuyi.city': huaian, ...storage }).map(([name, value]) => ({
    name,
    value,
  }))
  const context = await browser.newContext({
    ...phone,
    permissions: ['geolocation'],
    geolocation: position,
    storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
  })
  // tsx marks named functions with a helper of its own, which a page does not have.
  await context.addInitScript('globalThis.__name = (given) => given')
  await context.addInitScript(watchPage, { answer, clockAhead: untilMorning() })
  return context
}

/** A page that is slow: its network too, unless `network` is false. */
export async function slowPage(context: BrowserContext, { network = true } = {}): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttledPhone.slowdown })
  if (!network) return page
  await session.send('Network.enable')
  const throughput = throttledPhone.bitsPerSecond / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: throttledPhone.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  return page
}

/** What a first visit is like, cold, until everything has come and nothing is worked on any more. */
export type FirstVisit = {
  firstPaint: number
  answered: number
  shift: number
  longestTask: number
  blocked: number
  calibration: number
  watched: Watched
}

export async function firstVisit(browser: Browser, url: string): Promise<FirstVisit> {
  const context = await newcomer(browser, url)
  try {
    const page = await slowPage(context)
    await page.goto(url)
    await untilAnswered(page)
    await page.waitForLoadState('networkidle')
    const watched = await page.evaluate(() => window.watched)
    const calibration = await page.evaluate(calibrationLoop)
    return { ...judged(watched), calibration }
  } finally {
    await context.close()
  }
}

/** To the first paint of a second visit: the program is kept by the service worker, the city on the phone. */
export async function secondVisit(
  browser: Browser,
  url: string,
): Promise<{ firstPaint: number; answered: number }> {
  const context = await newcomer(browser, url)
  try {
    const first = await context.newPage()
    await first.goto(url)
    await untilAnswered(first)
    await first.evaluate(() => navigator.serviceWorker.ready)
    await first.close()
    const page = await slowPage(context)
    await page.goto(url)
    await untilAnswered(page)
    const { firstPaint, answered: at } = judged(await page.evaluate(() => window.watched))
    return { firstPaint, answered: at }
  } finally {
    await context.close()
  }
}

export type Filtering = { longestFrame: number; places: number }

/** The map of a city so large that `catalogue` is its document: 现在开着 is tapped on and off, and the list answers it. */
export async function filterVisit(browser: Browser, url: string, catalogue: string): Promise<Filtering> {
  const context = await newcomer(browser, url, { storage: { 'fuyi.age': adult } })
  try {
    await context.route(/\/api\/regions\/\d+\/places/, (route) =>
      route.fulfill({ body: catalogue, contentType: 'application/json', headers: { etag: '"bench"' } }),
    )
    const page = await slowPage(context, { network: false })
    await page.goto(`${url}/#/tabs/map/index`)
    const chip = page.getByRole('checkbox', { name: '现在开着' })
    await chip.waitFor()
    await page.locator('.leaflet-container').waitFor()
    await page.waitForLoadState('networkidle')
    const list = page.getByRole('list', { name: '地点，由近到远' }).getByRole('listitem').first()
    const places = Number(await list.getAttribute('aria-setsize'))
    const before = await page.evaluate(() => performance.now())
    await toggle(page, chip)
    await toggle(page, chip)
    const { tasks, frames } = await page.evaluate(() => window.watched)
    const since = [...tasks, ...frames].filter(({ at }) => at >= before - 1)
    return { longestFrame: Math.max(0, ...since.map(({ ms }) => ms)), places }
  } finally {
    await context.close()
  }
}

/** Presses a chip and waits until the list says another number of places. */
async function toggle(page: Page, chip: Locator): Promise<void> {
  const length = () => document.querySelector('[aria-posinset]')?.getAttribute('aria-setsize') ?? null
  const was = await page.evaluate(length)
  // Without the frames that playwright's own click waits for.
  await chip.evaluate((element) => element instanceof HTMLElement && element.click())
  await page.waitForFunction(
    (old) => document.querySelector('[aria-posinset]')?.getAttribute('aria-setsize') !== old,
    was,
  )
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))
}

/** Until the page shows what they came for. */
export async function untilAnswered(page: Page): Promise<void> {
  await page.waitForFunction(
    () => window.watched.answered !== null && window.watched.firstPaint !== null,
    null,
    { timeout: 60_000 },
  )
}

export function judged(watched: Watched): Omit<FirstVisit, 'calibration'> {
  const { firstPaint, answered: at, shifts, tasks } = watched
  if (firstPaint === null || at === null) throw new Error('the page was never painted')
  return {
    firstPaint,
    answered: at,
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    longestTask: Math.max(0, ...tasks.map(({ ms }) => ms)),
    blocked: tasks.reduce((sum, { ms }) => sum + ms - 50, 0),
    watched,
  }
}
