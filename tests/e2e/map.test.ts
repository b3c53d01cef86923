/** The map and its list, which are two views of one thing. */
import type { Page } from 'playwright-core'
import { packCatalogue } from '../../functions/places/rules/catalogue'
import { distanceMetres } from '../../functions/places/rules/nearby'
import { catalogue, huaian, nearby, region } from './support/server'
import { pageNamed } from './support/steps'
import { metresIn, seen, until, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()

const list = (page: Page) => page.getByRole('list', { name: '地点，由近到远' })
const rows = (page: Page) => list(page).getByRole('listitem')
const card = (page: Page, name: string) => page.getByRole('region', { name: `选中：${name}` })
const cluster = (page: Page) => page.locator('.map-cluster')
const pin = (page: Page, name: string) => page.locator(`.map-pin[title="${name}"]`)
const scale = (page: Page) => page.getByTitle('比例尺').innerText()
const firstName = async (page: Page) => (await rows(page).first().innerText()).split('\n', 1)[0] ?? ''

async function visitMap(options: Parameters<typeof visits.visit>[0] = {}): Promise<Visitor> {
  const visitor = await visits.visit({ route: '/tabs/map/index', ...options })
  await rows(visitor.page).first().waitFor()
  await visitor.page.locator('.map-cluster, .map-pin').first().waitFor()
  return visitor
}

test('every place of the city is in the list, by distance, and only the rows in view are drawn', async () => {
  const { page } = await visitMap()
  const { centre, counts } = await region(huaian)
  await seen(page, `${counts.places} 处`).waitFor()
  const [nearest] = await nearby(centre, 'limit=1')
  expect(await firstName(page)).toBe(nearest?.name)

  await page.getByRole('button', { name: '展开列表' }).click()
  await list(page).evaluate((element) => element.parentElement?.scrollTo({ top: element.scrollHeight }))
  await page.locator(`[aria-posinset="${counts.places}"]`).waitFor()
  const { places } = await catalogue()
  const farthest = Math.max(...places.map((place) => distanceMetres(centre, place)))
  const { metres, within } = metresIn(await rows(page).last().innerText())
  expect(Math.abs(metres - farthest)).toBeLessThanOrEqual(within)
  expect(await rows(page).count()).toBeLessThan(60)
})

test('the numbers on the clusters and the pins add up to the city', async () => {
  const { page } = await visitMap()
  const { counts } = await region(huaian)
  const total = async () => {
    const numbers = await cluster(page).allInnerTexts()
    return numbers.reduce((sum, text) => sum + Number(text), await page.locator('.map-pin').count())
  }
  await until(page, total, (sum) => sum === counts.places)
})

test('places on one spot are a pile on the map that opens their list, and each of them can be picked there', async () => {
  const city = await catalogue()
  const { centre } = await region(huaian)
  const floors = city.places
    .slice(0, 10)
    .map((place, n) => ({ ...place, lng: centre.lng + n * 1e-6, lat: centre.lat }))
  const document = JSON.stringify(packCatalogue({ ...city, places: [...floors, ...city.places.slice(10)] }))
  const { page } = await visitMap({
    prepare: (context) =>
      context.route(`**/api/regions/${huaian}/places`, (route) =>
        route.fulfill({
          contentType: 'application/json',
          headers: { etag: '"9.2026-01-05-id"' },
          body: document,
        }),
      ),
  })
  await rows(page)
    .filter({ hasText: floors[0]?.name ?? '' })
    .getByRole('button')
    .click()
  await page.getByRole('button', { name: '同一位置还有 9 处' }).waitFor()
  await page.locator('.map-spot').click()
  const sheet = page.getByRole('dialog', { name: '这里有 10 处' })
  const names = (await sheet.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n', 1)[0])
  expect(names.toSorted()).toEqual(floors.map(({ name }) => name).toSorted())
  await sheet.getByRole('button').last().click()
  await card(page, names.at(-1) ?? '').waitFor()
})

test('chips leave what answers all of them, as the server does', async () => {
  const { page } = await visitMap()
  const { centre } = await region(huaian)
  const count = (query: string) => nearby(centre, `limit=100&radius=200000&${query}`)
  const aid = page.getByRole('checkbox', { name: '爱心救助点' })
  await aid.click()
  await seen(page, `${(await count('role=love-aid')).length} 处`).waitFor()
  await page.getByRole('checkbox', { name: '卫生间' }).click()
  await seen(page, `${(await count('role=love-aid&amenity=toilet')).length} 处`).waitFor()
  await page.getByRole('checkbox', { name: '现在开着' }).click()
  const open = `openAt=${new Date(visits.now).toISOString()}`
  const left = await count(`role=love-aid&amenity=toilet&${open}`)
  await seen(page, `${left.length} 处`).waitFor()
  expect(await firstName(page)).toBe(left[0]?.name)
  await page.getByRole('button', { name: '筛选3 项' }).waitFor()
  await aid.click()
  await page.getByRole('checkbox', { name: '爱心救助点', checked: false }).waitFor()
})

test('all filters are in one sheet, and what nothing answers says so and offers the way back', async () => {
  const { page } = await visitMap()
  await page.getByRole('button', { name: '筛选' }).click()
  const sheet = page.getByRole('dialog', { name: '筛选' })
  for (const chip of ['公益项目', '微波炉', '党员示范点'])
    await sheet.getByRole('checkbox', { name: chip }).click()
  await sheet.getByRole('button', { name: '没有符合的地点' }).click()
  await page.getByRole('heading', { name: '没有符合的地点' }).waitFor()
  await seen(page, /公益项目、党员示范点、微波炉/).waitFor()
  await page.getByRole('button', { name: '清空筛选' }).click()
  await rows(page).first().waitFor()
})

test('a cluster opens when it is tapped', async () => {
  const { page } = await visitMap()
  await expectToOpen(page)
})

test('a cluster opens where things may move, too', async () => {
  const { page } = await visitMap({
    reducedMotion: 'no-preference',
    prepare: async (context) => {
      // Time that runs: moves on the map are measured by it.
      await context.clock.install({ time: visits.now })
    },
  })
  await page.clock.resume()
  await expectToOpen(page)
})

/** The largest falls apart: it is gone, and there is more to see than before. */
async function expectToOpen(page: Page): Promise<void> {
  const markers = page.locator('.map-cluster, .map-pin')
  const before = await markers.count()
  const largest = cluster(page).filter({ hasText: /^\d{3}$/ })
  const title = await largest.getAttribute('title')
  await largest.click()
  await page.locator(`.map-cluster[title="${title}"]`).waitFor({ state: 'detached' })
  await until(
    page,
    () => markers.count(),
    (now) => now > before,
  )
}

test('picking a row and picking its pin are one act', async () => {
  const { page } = await visitMap()
  const name = await firstName(page)
  await rows(page).first().getByRole('button').click()
  await card(page, name).waitFor()
  const said = await card(page, name).innerText()
  await pin(page, name).waitFor()
  await page.getByRole('button', { name: '回到列表' }).click()
  await rows(page).first().waitFor()

  await pin(page, name).click()
  await card(page, name).waitFor()
  expect(await card(page, name).innerText()).toBe(said)
})

test('the card leads there, calls, keeps and tells more', async () => {
  const { page, context } = await visitMap()
  await context.route('https://uri.amap.com/**', (route) => route.fulfill({ body: 'a map of somebody else' }))
  const { places } = await catalogue()
  const name = await firstName(page)
  const place = places.find((one) => one.name === name)
  await rows(page).first().getByRole('button').click()
  const actions = card(page, name)

  await actions.getByRole('button', { name: '导航' }).click()
  const [map] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('dialog', { name: '用哪个地图' }).getByRole('button', { name: '高德地图' }).click(),
  ])
  await map.waitForURL(/amap/)
  expect(new URL(map.url()).searchParams.get('to')).toBe(`${place?.lng},${place?.lat},${name}`)
  await map.close()

  const call = page.waitForRequest(/^tel:/)
  await actions.getByRole('button', { name: '电话' }).click()
  expect((await call).url()).toBe(`tel:${place?.phone?.replace(/\D/g, '')}`)

  await actions.getByRole('button', { name: '收藏' }).click()
  await actions.getByRole('button', { name: '已收藏' }).waitFor()
  await actions.getByRole('button', { name: '详情' }).click()
  await page.getByRole('heading', { level: 1, name: '地点' }).waitFor()
  await page.getByRole('heading', { level: 2, name }).waitFor()
  expect(page.url()).toContain(place?.id)
  await page.getByRole('button', { name: '返回' }).click()
  const list = await pageNamed(page, '地图')
  await list.getByRole('link', { name: '我的' }).click()
  const me = await pageNamed(page, '我的')
  await me
    .getByRole('main')
    .getByRole('button', { name: new RegExp(name) })
    .waitFor()
})

test('the last view comes back: chips, place and zoom', async () => {
  const { page, open } = await visitMap()
  await page.getByRole('checkbox', { name: '爱心救助点' }).click()
  const title = await cluster(page).first().getAttribute('title')
  await cluster(page).first().click()
  await page.locator(`.map-cluster[title="${title}"]`).waitFor({ state: 'detached' })
  const view = () =>
    page
      .locator('.map-cluster, .map-pin')
      .evaluateAll((all) => all.map((one) => one.getAttribute('title')).sort())
  const [left, zoom] = [await view(), await scale(page)]

  await open('/tabs/map/index')
  await page.getByRole('checkbox', { name: '爱心救助点', checked: true }).waitFor()
  await until(page, view, (now) => JSON.stringify(now) === JSON.stringify(left))
  expect(await scale(page)).toBe(zoom)
})

test('the list follows the map on demand', async () => {
  const { page } = await visitMap()
  const before = await firstName(page)
  await cluster(page)
    .filter({ hasText: /^\d\d$/ })
    .first()
    .click()
  await page.getByRole('button', { name: '列出这一带' }).click()
  await seen(page, '从地图中心算起').waitFor()
  expect(await firstName(page)).not.toBe(before)

  // It counts what is in view, not the city: what clusters and pins above the list say, and no more.
  const count = Number(/这一带 (\d+) 处/.exec(await seen(page, /这一带 \d+ 处/).innerText())?.[1])
  const { counts } = await region(huaian)
  expect(count).toBeLessThan(counts.places)
  const drawn = await page
    .locator('.map-cluster, .map-pin')
    .evaluateAll((all) =>
      all.map((one) => Number(/^(\d+) 处$/.exec(one.getAttribute('title') ?? '')?.[1] ?? 1)),
    )
  expect(count).toBeLessThanOrEqual(drawn.reduce((sum, one) => sum + one, 0))
  expect(count).toBeGreaterThan(0)

  // From anywhere else it is the whole city's list again.
  await page.getByRole('button', { name: /用我的位置/ }).click()
  await page.getByRole('dialog').getByRole('radio', { name: '全市' }).click()
  await seen(page, `${counts.places} 处`).waitFor()
})

test('the sheet stands at three heights and keeps its first row in view', async () => {
  const { page } = await visitMap()
  const height = async () => (await list(page).locator('..').boundingBox())?.height ?? 0
  const half = await height()
  await page.getByRole('button', { name: '展开列表' }).click()
  const full = await until(page, height, (now) => now > half)
  await page.getByRole('button', { name: '收起列表' }).click()
  const peek = await until(page, height, (now) => now < half)
  expect(peek).toBeLessThan(half)
  expect(half).toBeLessThan(full)
  const row = await rows(page).first().boundingBox()
  const tabs = await page.getByRole('navigation').boundingBox()
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((tabs?.y ?? 0) + 1)
})

test('on a desktop the list stands beside the map', async () => {
  const { page } = await visitMap({
    viewport: { width: 1440, height: 900 },
    isMobile: false,
    hasTouch: false,
  })
  const name = await firstName(page)
  await rows(page).first().getByRole('button').click()
  await card(page, name).waitFor()
  const beside = await card(page, name).boundingBox()
  const map = await page.locator('.leaflet-container').boundingBox()
  expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThanOrEqual(map?.x ?? 0)
  expect(map?.width).toBeGreaterThan(900)
  await rows(page).first().waitFor()
  // Without fingers to spread there are buttons.
  const before = await scale(page)
  for (let n = 0; n < 3; n++) await page.getByRole('button', { name: '缩小地图' }).click()
  await until(
    page,
    () => scale(page),
    (now) => now !== before,
  )
})

test('the legend names every pin', async () => {
  const { page } = await visitMap()
  await page.getByRole('button', { name: '图例' }).click()
  for (const word of [
    '销售网点',
    '爱心救助点',
    '公益驿站',
    '公益项目',
    '开着',
    '关着',
    '时间未知',
    '待核实',
  ]) {
    await page.getByRole('dialog', { name: '图例' }).getByText(word, { exact: true }).waitFor()
  }
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})
