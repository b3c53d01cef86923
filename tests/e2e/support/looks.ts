/**
 * Looks at every scene in one size of type, in the light and in the dark: holds it to the figures of the elder standard and
 * WCAG. With `PICTURES=1` it also writes what it saw to output/screens, for people; nothing is compared with that.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import type { Catalogue } from '../../../functions/places/rules/catalogue'
import { type Belongings, prepare } from './belongings'
import { colourRules, overflowing, violations, wrongSizes } from './measures'
import type { Scene } from './scene'
import { catalogue } from './server'
import { type VisitOptions, type Visits, withVisitors } from './visitors'

/** Figures of the elder standard (适老化, 2021) and of our design, px; the leading of 1.3 as browsers compute it. */
const figures = {
  normal: { body: 12, largest: 20, leading: 1.295, target: 44 },
  elder: { body: 18, largest: 30, leading: 1.295, target: 60 },
}

export type Mode = { name: 'normal' | 'elder'; options: VisitOptions }

const pictures = process.env.PICTURES === '1' ? resolve(__dirname, '../../output/screens') : null
/** What is measured here is in CSS px and computed colours; four times the pixels are drawn for people's eyes alone. */
const density: VisitOptions = pictures ? {} : { deviceScaleFactor: 1 }
const whole = { width: 390, height: 2400 }
const narrow = { width: 320, height: 640 }
const desktop = { width: 1440, height: 900 }

/** Call once in a test file: a test for each scene. */
export function lookAt({ name: mode, options }: Mode, scenes: readonly Scene[]): void {
  const visits = withVisitors()
  const wanted = figures[mode]
  let city: Catalogue
  let own: Belongings
  beforeAll(async () => {
    city = await catalogue()
    // Files of one mode may run in one process: a name of the process would be theirs together, and so would its limits.
    own = await prepare(`${mode}-${randomUUID().slice(0, 8)}`)
  })

  test.each(scenes.map((scene) => [scene.name, scene] as const))(`${mode}: %s`, async (name, scene) => {
    const arrive = (at: VisitOptions) =>
      arriveAt(scene, { visits, city, own, options: { ...density, ...options, ...at } })
    const page = await arrive({})
    await takePictures(page, mode, name)
    // So long that nothing is below the fold: axe judges what can be seen.
    await resize(page, whole)
    const found = [
      ...(await violations(page)),
      ...(await wrongSizes(page, wanted)),
      ...(await overflowing(page)),
      ...(await faultsInTheDark(page)),
    ]
    await resize(page, narrow)
    found.push(...(await overflowing(page)).map((text) => `in 320 px: ${text}`))
    await resize(page, desktop)
    found.push(...(await overflowing(page)).map((text) => `in 1440 px: ${text}`))
    if (scene.isDesk) {
      const faults = [...(await violations(page)), ...(await faultsInTheDark(page))]
      found.push(...faults.map((text) => `in 1440 px: ${text}`))
    }
    if (pictures) {
      const onDesk = { viewport: desktop, isMobile: false, hasTouch: false }
      await takePictures(scene.fitsOnce ? await arrive(onDesk) : page, mode, `${name}-desktop`)
    }
    expect(found).toEqual([])
  })
}

type Arrival = { visits: Visits; city: Catalogue; own: Belongings; options: VisitOptions }

/** The page of a scene once everything that belongs to it stands still on the screen. `npm run pictures` arrives so as well. */
export async function arriveAt(scene: Scene, { visits, city, own, options }: Arrival): Promise<Page> {
  const route = typeof scene.route === 'string' ? scene.route : scene.route(city, own)
  const special = typeof scene.options === 'function' ? scene.options(own) : scene.options
  const visitor = await visits.visit({ ...special, ...options, route })
  await scene.arrive(visitor, city, own)
  await settled(visitor.page)
  return visitor.page
}

/** In the dark a screen has other colours and is the same in all else (tests/miniapp/shell/dark.test.ts). */
async function faultsInTheDark(page: Page): Promise<string[]> {
  await recolour(page, 'dark')
  const found = await violations(page, colourRules)
  await recolour(page, 'light')
  return found.map((text) => `in the dark: ${text}`)
}

async function recolour(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await settled(page)
}

async function takePictures(page: Page, mode: Mode['name'], file: string): Promise<void> {
  if (!pictures) return
  for (const scheme of ['dark', 'light'] as const) {
    const folder = join(pictures, scheme === 'dark' ? `${mode}-dark` : mode)
    mkdirSync(folder, { recursive: true })
    await recolour(page, scheme)
    await page.screenshot({ path: join(folder, `${file}.png`), scale: 'css' })
  }
}

async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await settled(page)
}

/** Fonts are there, nothing moves any more, and what was changed is painted. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    // No function with a name of its own: `npm run pictures` is compiled by a program that marks them for its own use.
    await new Promise(requestAnimationFrame)
    const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity)
    await Promise.all(moving.map((one) => one.finished.catch(() => null)))
    await new Promise(requestAnimationFrame)
  })
}
