/** What a browser really loads before the first screen of the H5 build stands, and when the map's code comes. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { buildMiniapp, h5Folder } from '../../infra/local/builds'
import { launchBrowser, phone } from '../support/browser'
import type { Figure } from './bench'
import { kb, type Row } from './harness'

const limit = 200 * 1024
/** A class that leaflet puts on its map: whichever script holds it holds leaflet. */
const leafletMark = 'leaflet-container'

export const h5Figure: Figure = {
  name: 'h5',
  async measure({ step }) {
    step('build for the browser')
    await buildMiniapp('h5')
    step('open the build in a browser')
    const server = createServer(async ({ url = '/' }, response) => {
      const file = await readFile(fileOf(url)).catch(() => null)
      const type = types[extname(fileOf(url))] ?? 'application/octet-stream'
      response.writeHead(file ? 200 : 404, { 'content-type': type }).end(file)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const browser = await launchBrowser()
    try {
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      return await measurePages(await browser.newPage(phone), `http://127.0.0.1:${port}/`)
    } finally {
      await browser.close()
      server.close()
    }
  },
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

function fileOf(url: string): string {
  const { pathname } = new URL(url, 'http://localhost')
  return join(h5Folder, pathname === '/' ? 'index.html' : normalize(decodeURIComponent(pathname)))
}

/** There is no API behind this page: what is measured is code, not data. */
async function measurePages(page: Page, origin: string): Promise<Row[]> {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto(origin, { waitUntil: 'networkidle' })
  await page.locator('#app > *').first().waitFor()
  const first = await sizes(scripts.splice(0))
  await page.goto(`${origin}#/tabs/map/index`, { waitUntil: 'networkidle' })
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
      what: 'H5: map code (leaflet) only with the map',
      target: 'lazy',
      measured: lazy ? 'lazy' : 'in the first load, or never',
      met: lazy,
      values: { lazy: Number(lazy) },
    },
  ]
}

async function sizes(urls: string[]) {
  return Promise.all(
    [...new Set(urls)].map(async (url) => {
      const code = await readFile(fileOf(url))
      return { gzip: gzipSync(code).byteLength, leaflet: code.includes(leafletMark) }
    }),
  )
}
