/** The strip at the map's foot, and the names on the map: nothing lies on anything else, and nothing is cut. */
import type { Page } from 'playwright-core'
import { boxOf, type Edges } from './support/in-sight'
import { freePart, markersIn } from './support/on-the-map'
import { seen, until, type VisitOptions, withVisitors } from './support/visitors'

const visits = withVisitors()
const foot = (page: Page) => page.getByLabel('比例尺和地图说明')
const rows = (page: Page) => page.getByRole('list', { name: '地点，由近到远' }).getByRole('listitem')
const desk = { isMobile: false, hasTouch: false }

const windows: [string, VisitOptions][] = [
  ['320 px', { viewport: { width: 320, height: 640 } }],
  ['320 px in large type', { viewport: { width: 320, height: 640 }, elder: true }],
  ['360×640 in large type', { viewport: { width: 360, height: 640 }, elder: true }],
  ['the phone', {}],
  ['the phone in large type', { elder: true }],
  ['200 % of 1280×1024', { viewport: { width: 640, height: 512 }, ...desk }],
  ['a desktop', { viewport: { width: 1440, height: 900 }, ...desk }],
]

async function visitMap(options: VisitOptions): Promise<Page> {
  const { page } = await visits.visit({ route: '/tabs/map/index', ...options })
  await page.locator('.map-cluster, .map-pin').first().waitFor()
  await page.locator('.map-name').first().waitFor({ state: 'attached' })
  await seen(page, /示意/).waitFor()
  return page
}

test.each(windows)(
  '%s: one strip over the whole foot of the map holds scale and notice',
  async (_, options) => {
    const page = await visitMap(options)
    const strip = await boxOf(foot(page))
    const map = await boxOf(page.locator('.leaflet-container'))
    expect([strip.left, strip.right]).toEqual([map.left, map.right])
    expect(await foot(page).evaluate((one) => getComputedStyle(one).backgroundColor)).toMatch(/^rgb\(/)
    const inside = [foot(page).getByTitle('比例尺'), foot(page).getByText(/示意/)]
    for (const part of inside) expect(outside(await boxOf(part), strip)).toBe(false)
    const [scale, notice] = await Promise.all(inside.map(boxOf))
    expect(scale && notice && meet(scale, notice)).toBe(false)
    for (const name of ['图例', '放大地图']) {
      const control = page.getByRole('button', { name })
      if (await control.isVisible()) expect(meet(await boxOf(control), strip)).toBe(false)
    }
  },
)

// Each of them is another layout of names; the others differ from one of these in their strip alone.
test.each(windows.filter(([name]) => ['320 px', '360×640 in large type', 'a desktop'].includes(name)))(
  '%s: names stand free of markers, controls, the edge and one another, at every zoom',
  async (_, options) => {
    const page = await visitMap(options)
    for (let step = 0; step < 4; step++) {
      await until(
        page,
        () => faultyNames(page),
        (faults) => faults.length === 0,
      )
      const before = await scaleOf(page)
      // A finger has no buttons to zoom with, a keyboard has them on every screen.
      await page.getByRole('button', { name: '放大地图' }).focus()
      await page.keyboard.press('Enter')
      await until(
        page,
        () => scaleOf(page),
        (now) => now !== before,
      )
    }
  },
)

test.each(['the phone', 'a desktop'])('%s: from afar most districts can be read', async (name) => {
  const [, options = {}] = windows.find(([one]) => one === name) ?? []
  const page = await visitMap(options)
  const districts = page.locator('.map-name-district span')
  const read = () =>
    districts.evaluateAll((all) => all.filter((one) => getComputedStyle(one).visibility !== 'hidden').length)
  await until(page, read, (count) => count > (7 * 2) / 3)
})

/** Two zooms may have the same figure: then their bars are of another length. */
const scaleOf = (page: Page) =>
  page.getByTitle('比例尺').evaluate((bar) => `${bar.textContent} ${bar.getBoundingClientRect().width}`)

/** Names that can be seen although something lies on them or cuts them. */
async function faultyNames(page: Page): Promise<string[]> {
  const free = await freePart(page)
  const boxes = await page.evaluate(() => {
    const edges = (one: Element) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      return { text: one.textContent ?? '', left, right, top, bottom }
    }
    const isSeen = (one: Element) => {
      const { visibility, display, opacity } = getComputedStyle(one)
      return visibility !== 'hidden' && display !== 'none' && opacity !== '0'
    }
    const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen).map(edges)
    const over = document.querySelector('.leaflet-container')?.parentElement
    const controls = [...(over?.querySelectorAll('button') ?? [])].filter(
      (one) => isSeen(one) && isSeen(one.parentElement ?? one),
    )
    return {
      names: all('.map-name span, .map-pin-named span'),
      markers: all('.map-cluster, .map-pin svg, .map-here, .map-chosen, .map-centre span'),
      controls: controls.map(edges),
    }
  })
  const { names, markers, controls } = boxes
  const near = names.filter((name) => meet(name, free))
  return near.flatMap((name, n) => [
    ...(outside(name, free) ? [`${name.text} is cut`] : []),
    ...[...markers, ...controls, ...near.slice(n + 1)].flatMap((other) =>
      meet(name, other) ? [`${name.text} lies on ${other.text || 'a pin'}`] : [],
    ),
  ])
}

test('where no place is on the screen, the map says where the nearest lies from where the list counts', async () => {
  const here = { latitude: 33.5955, longitude: 119.0145 }
  const { page } = await visits.visit({
    route: '/tabs/map/index',
    geolocation: here,
    prepare: (context) => context.grantPermissions(['geolocation']),
  })
  await seen(page, '从我的位置算起').waitFor()
  const first = await rows(page).first().innerText()
  const away = page.getByRole('button', { name: /^屏幕里没有地点/ })
  await until(
    page,
    async () => markersIn(page, await freePart(page)),
    (names) => names.length > 0,
  )
  expect(await away.count()).toBe(0)
  // Out of the city, where nothing is.
  await until(
    page,
    async () => {
      await drag(page, 150)
      return away.count()
    },
    (count) => count === 1,
  )
  expect(await markersIn(page, await freePart(page))).toEqual([])
  const said = (await away.textContent()) ?? ''
  const [, distance, name] = /^屏幕里没有地点，最近的在你.{1,2}边 (.+)：(.+)$/.exec(said) ?? []
  expect(first).toContain(distance)
  expect(first).toContain(name?.replace('…', ''))
  await away.click()
  await page.getByRole('region', { name: /^选中/ }).waitFor()
})

/** The map moves right by so many px: the west comes into sight. */
async function drag(page: Page, by: number): Promise<void> {
  const { left, top, bottom } = await freePart(page)
  const y = (top + bottom) / 2
  await page.mouse.move(left + 60, y)
  await page.mouse.down()
  await page.mouse.move(left + 60 + by, y, { steps: 4 })
  await page.mouse.up()
}

function meet(a: Edges, b: Edges): boolean {
  return a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom
}

function outside(inner: Edges, outer: Edges): boolean {
  return (
    inner.left < outer.left - 1 ||
    inner.right > outer.right + 1 ||
    inner.top < outer.top - 1 ||
    inner.bottom > outer.bottom + 1
  )
}
