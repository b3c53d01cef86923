/** The margins of miniapp/config/flex-gap.ts against `gap` itself, laid out by Chromium. */
import type { Browser, Page } from 'playwright-core'
import { withGapFallback } from '../../miniapp/config/flex-gap'
import { launchBrowser } from '../support/browser'
import { asWithoutFlexGap } from './harness/view/compile'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
})
afterAll(() => browser.close())

/** Where every box stands, with `gap` and with the margins in its place. */
async function places(css: string, html: string) {
  const built = withGapFallback(css)
  return { gap: await placesWith(built, html), margins: await placesWith(asWithoutFlexGap(built), html) }
}

async function placesWith(css: string, html: string): Promise<string[]> {
  await page.setContent(`<style>body{margin:0;width:390px}.box{width:60px;height:20px}${css}</style>${html}`)
  return await page.$$eval('.box', (elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [x, y, width, height].map(Math.round).join(' ')
    }),
  )
}

const box = '<div class="e box"></div>'
const children = (parent: string, count = 3) => `<div class="e ${parent}">${box.repeat(count)}</div>${box}`

it.each([
  ['a row', '.x{display:flex;gap:8px}', children('x')],
  [
    'a row whose last child is pushed away',
    '.x{display:flex;gap:8px}.end{margin-left:auto}',
    children('x').replace('box"></div></div>', 'box end"></div></div>'),
  ],
  ['a row that runs backwards', '.x{display:flex;flex-direction:row-reverse;gap:8px}', children('x')],
  ['a column', '.x{display:flex;flex-direction:column;gap:12px}', children('x')],
  ['one child alone', '.x{display:flex;gap:8px}', children('x', 1)],
  ['lines that wrap', '.x{display:flex;flex-wrap:wrap;gap:8px 4px}', children('x', 8)],
  [
    'lines that wrap with two ends',
    '.x{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px}',
    children('x', 2),
  ],
  ['a grid', '.x{display:grid;grid-template-columns:1fr 1fr;gap:8px}', children('x')],
  [
    'a row inside a column',
    '.x{display:flex;flex-direction:column;gap:12px}.y{display:flex;gap:4px}',
    `<div class="e x">${children('y')}${children('y')}</div>`,
  ],
  [
    'a column that becomes a row where there is room',
    '.x{display:flex;flex-direction:column;gap:12px}@media (min-width:300px){.x{flex-direction:row}}',
    children('x'),
  ],
  [
    'a row that becomes a column in large type',
    '.x{display:flex;gap:12px}.elder .x{flex-direction:column}',
    `<div class="elder">${children('x')}</div>`,
  ],
  [
    'a row that becomes a grid where there is room',
    '.x{display:flex;gap:8px}@media (min-width:300px){.x{display:grid}}',
    children('x'),
  ],
  [
    'a gap that grows',
    '.x{display:flex;gap:8px}.elder .x{gap:16px}',
    `<div class="elder">${children('x')}</div>`,
  ],
])('%s looks the same on a phone without gap', async (_what, css, html) => {
  const { gap, margins } = await places(css, html)
  expect(margins).toEqual(gap)
})

it('without the margins the children would touch', async () => {
  const css = '.x{display:flex;gap:8px}'
  const { gap } = await places(css, children('x'))
  expect(await placesWith('.x{display:flex}', children('x'))).not.toEqual(gap)
})
