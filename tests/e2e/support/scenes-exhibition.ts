/** The exhibition, with every type of block, in every state worth looking at. */
import type { BrowserContext } from 'playwright-core'
import { exhibitionAnswer } from '../../support/shown-hall'
import type { Scene } from './scene'
import { button, heading, tap } from './steps'
import { seen, type VisitOptions } from './visitors'

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 640"><rect width="960" height="640" fill="#c9a96a"/></svg>'

/** A hall with every type of block, whatever the city shows, and a picture for each of its files. */
const madeHall: VisitOptions = {
  prepare: async (context: BrowserContext) => {
    await context.route('**/api/exhibition/**', (route) =>
      route.fulfill({ json: exhibitionAnswer(new URL(route.request().url()).pathname) }),
    )
    await context.route('**/media/**', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: picture }),
    )
  },
}
const noServer: VisitOptions = {
  mayLog: /net::ERR_FAILED/,
  prepare: (context: BrowserContext) => context.route('**/api/exhibition/**', (route) => route.abort()),
}
const gallery = '/exhibition/pages/gallery/index?region=320800&gallery=history'
const exhibit = (slug: string, at: number) =>
  `/exhibition/pages/exhibit/index?region=320800&gallery=${slug}&exhibit=320800-exhibit-${slug}-${at}`

export const exhibitionScenes: readonly Scene[] = [
  {
    name: 'hall',
    route: exhibit('history', 1),
    options: madeHall,
    arrive: async ({ page, open }) => {
      await heading(page, '福彩历程第二件').waitFor()
      await open('/tabs/hall/index')
      await page.getByRole('button', { name: /继续看：福彩历程第二件/ }).waitFor()
    },
  },
  {
    name: 'hall-no-network',
    route: '/tabs/hall/index',
    options: noServer,
    arrive: ({ page }) => page.getByRole('button', { name: '再试一次' }).waitFor(),
  },
  {
    name: 'gallery',
    route: gallery,
    options: madeHall,
    arrive: ({ page }) => page.getByRole('button', { name: /^下一展厅/ }).waitFor(),
  },
  {
    name: 'fund',
    route: '/exhibition/pages/fund/index?region=320800',
    options: madeHall,
    arrive: async ({ page }) => {
      await heading(page, '一元钱的去向').waitFor()
      await button(page, /浦楼社区老年助餐点/).waitFor()
      await tap(page, '本市用了 3,600 万元：看表')
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'exhibit',
    route: exhibit('footprints', 0),
    options: madeHall,
    arrive: async ({ page }) => {
      await heading(page, '公益足迹头一件').waitFor()
      await tap(page, '看文字稿')
      await seen(page, '那年我二十岁。').waitFor()
    },
  },
  {
    name: 'exhibit-contents',
    route: exhibit('games', 2),
    options: madeHall,
    arrive: async ({ page }) => {
      await tap(page, '目录')
      await page.getByRole('dialog').getByRole('listitem').nth(2).waitFor()
    },
  },
]
