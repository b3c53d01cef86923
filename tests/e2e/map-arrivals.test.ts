/** Where the map goes by itself: to what another page asks for, and to the chosen place, in the part that nothing covers. */
import type { Page } from 'playwright-core'
import { boxOf, type Edges, faultsInSight } from './support/in-sight'
import { freePart, markersIn } from './support/on-the-map'
import { huaian } from './support/server'
import { seen, until, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()
const rows = (page: Page) => page.getByRole('list', { name: '地点，由近到远' }).getByRole('listitem')

const tab = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).filter({ visible: true }).click()

/** Somebody who left the map far from every place, as the phone keeps it. */
const farAway = {
  v: 1,
  value: {
    adcode: huaian,
    centre: { lng: 117.2, lat: 31.9 },
    zoom: 15,
    choice: { kinds: [], roles: [], amenities: [], openNow: false },
  },
}

async function afterLookingFarAway(): Promise<Visitor> {
  const visitor = await visits.visit({
    prepare: (context) =>
      context.addInitScript(
        (kept) => localStorage.setItem('fuyi.map', kept),
        JSON.stringify({ data: JSON.stringify(farAway) }),
      ),
  })
  const { page } = visitor
  await tab(page, '地图')
  await rows(page).first().waitFor()
  await page.locator('.leaflet-container').waitFor()
  await page.getByTitle('比例尺').waitFor()
  expect(await markersIn(page, await freePart(page))).toEqual([])
  await tab(page, '首页')
  await seen(page, '现在开着，离得最近').waitFor()
  return visitor
}

test.each([
  ['公益地图', '公益项目'],
  ['附近网点', '现在开着'],
])('%s shows its nearest places on the map, wherever the map was left', async (way, chip) => {
  const { page } = await afterLookingFarAway()
  await page
    .getByRole('link', { name: new RegExp(`^${way}`) })
    .filter({ visible: true })
    .first()
    .click()
  await page.getByRole('checkbox', { name: chip, checked: true }).waitFor()
  await until(
    page,
    async () => markersIn(page, await freePart(page)),
    (names) => names.length > 0,
  )
  // With the filter goes where it led: the map is where the person had left it.
  await tab(page, '首页')
  await seen(page, '现在开着，离得最近').waitFor()
  await tab(page, '地图')
  await page.getByRole('checkbox', { name: chip, checked: false }).waitFor()
  await until(
    page,
    async () => markersIn(page, await freePart(page)),
    (names) => names.length === 0,
  )
})

const smallest = { viewport: { width: 360, height: 640 }, elder: true }
const within = (inner: Edges, outer: Edges) =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom

test.each([
  ['360×640 in large type', smallest],
  ['the phone in large type', { elder: true }],
  ['the phone', {}],
])(
  '%s: the chosen place lies in the part of the map that nothing covers, and that is no slit',
  async (_, options) => {
    const { page } = await visits.visit({ route: '/tabs/map/index', ...options })
    await page.locator('.map-cluster, .map-pin').first().waitFor()
    await rows(page).nth(1).getByRole('button').click()
    await page.getByRole('region', { name: /^选中/ }).waitFor()
    const chosen = page.locator('.map-chosen')
    await until(
      page,
      async () => ({ chosen: await boxOf(chosen), free: await freePart(page) }),
      ({ chosen, free }) => within(chosen, free),
    )
    const map = await boxOf(page.locator('.leaflet-container'))
    const free = await freePart(page)
    expect((free.bottom - free.top) / (map.bottom - map.top)).toBeGreaterThanOrEqual(0.33)
  },
)

test('the buttons of the card have room for their words in large type, and all are in sight', async () => {
  const { page } = await visits.visit({ route: '/tabs/map/index', ...smallest })
  await rows(page).first().getByRole('button').click()
  const card = page.getByRole('region', { name: /^选中/ })
  await card.getByRole('button', { name: '收藏' }).click()
  for (const name of ['导航', '电话', '已收藏', '详情']) {
    const button = card.getByRole('button', { name, exact: true })
    await button.waitFor()
    expect(await faultsInSight(button)).toEqual([])
    // px between the outermost of its words and its edge.
    const room = await button.evaluate((element) => {
      const { left, right } = element.getBoundingClientRect()
      const inside = [...element.querySelectorAll('*')].map((one) => one.getBoundingClientRect())
      return Math.min(...inside.map((one) => Math.min(one.left - left, right - one.right)))
    })
    expect({ name, hasRoom: room >= 4 }).toEqual({ name, hasRoom: true })
  }
})
