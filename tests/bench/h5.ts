/** What a browser really loads before the first screen of the H5 build stands, and when the map's code comes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { h5Folder } from '../../infra/local/builds/builds'
import { startStack } from '../../infra/local/stack'
import { launchBrowser } from '../support/browser'
import type { Figure } from './bench'
import { newcomer, untilAnswered } from './first-visit/visits'
import { kb, type Row } from './harness'

const limit = 200 * 1024
/** The class of leaflet's map: the element that shows it, and a word that only its code holds. */
const leafletMap = 'leaflet-container'

export const h5Figure: Figure = {
  name: 'h5',
  async measure({ step }) {
    step('start everything and open the H5 build in a browser')
    const stack = await startStack({ onStep: ({ name, summary }) => step(`${name}: ${summary}`) })
    const browser = await launchBrowser().catch(async (error: unknown) => {
      await stack.stop()
      throw error
    })
    try {
      const visitor = await newcomer(browser, stack.url)
      return await measurePages(await visitor.newPage(), stack.url)
    } finally {
      await browser.close()
      await stack.stop()
    }
  },
}

async function measurePages(page: Page, url: string): Promise<Row[]> {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await untilAnswered(page)
  const first = await sizes(scripts.splice(0))
  await page.goto(`${url}/#/tabs/map/index`)
  await page.locator(`.${leafletMap}`).waitFor()
  const later = await sizes(scripts)
  const total = first.reduce((sum, { gzip }) => sum + gzip, 0)
  const lazy = !first.some(({ leaflet }) => leaflet) && later.some(({ leaflet }) => leaflet)
  return [
    {
      what: 'H5: JS until the first screen stands, gzip',
      target: `≤ ${kb(limit)}`,
      measured: `${kb(total)} in ${first.length} files`,
      met: total <= limit,
      values: { bytes: total, files: first.length },
    },
    {
      what: 'H5: map code (leaflet) comes with the map',
      target: 'lazy',
      measured: lazy ? 'lazy' : 'in the first load',
      met: lazy,
      values: { lazy: Number(lazy) },
    },
  ]
}

async function sizes(urls: string[]) {
  return Promise.all(
    [...new Set(urls)].map(async (url) => {
      const code = await readFile(join(h5Folder, new URL(url).pathname))
      return { gzip: gzipSync(code).byteLength, leaflet: code.includes(leafletMap) }
    }),
  )
}
