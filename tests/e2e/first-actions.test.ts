/** Large letters on the smallest phone: what one came to a page for is in sight before anybody scrolls. */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import type { Catalogue } from '../../functions/places/rules/catalogue'
import { type Belongings, prepare } from './support/belongings'
import { boxOf, faultsInSight } from './support/in-sight'
import { scenes } from './support/scenes'
import { memberScenes } from './support/scenes-members'
import { catalogue } from './support/server'
import { until, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()
const smallest = { width: 360, height: 640 }

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name })
const link = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name })
const radio = (page: Page) => page.getByRole('radio')
const field = (page: Page) => page.getByRole('textbox')
const row = (page: Page) => page.getByRole('listitem')
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name })
const text = (words: string | RegExp) => (page: Page) => page.getByText(words)

/** What one comes for, by scene; every scene of a citizen's page is here. */
const first: Record<string, ((page: Page) => Locator)[]> = {
  home: [button(/^去那里：/), link(/需要帮助/), link(/搜索|找网点/)],
  'home-no-network': [button('再试一次'), link(/需要帮助/)],
  map: [row, button('筛选'), button(/用我的位置/)],
  'map-list': [row],
  'map-card': [button(/^导航$/), button('详情')],
  'map-no-network': [button('再试一次')],
  aid: [button('去那里'), button('用我的位置')],
  'aid-no-network': [button(/120 急救/)],
  place: [button(/^导航$/)],
  'place-closed': [button(/^导航$/)],
  'place-project': [button(/^导航$/)],
  report: [radio, button('发送')],
  search: [field, row],
  'search-recent': [field, button('淮海路')],
  me: [button('登录')],
  'me-favourites': [button('登录')],
  'me-member': [text(/我的编号/)],
  privacy: [heading(/隐私/)],
  about: [text('巷口的一盏灯')],
  'rules-text': [heading(/积分/)],
  'points-stranger': [button('登录，开始攒积分')],
  points: [link(/兑换礼品/)],
  gifts: [link(/公益早餐券|早餐/)],
  gift: [button('用 120 积分兑换')],
  'gift-stranger': [button('登录后兑换')],
  'gift-sold-out': [button('排队'), text(/^\d+积分$/)],
  'gift-confirm': [button('用 120 积分兑换')],
  order: [button('出示领取码')],
  'order-code': [(page) => page.getByRole('img', { name: '领取码' })],
  'order-cancelled': [text('已取消')],
  orders: [link(/晴雨伞/)],
  'orders-none': [button(/礼品/)],
  entries: [row],
  code: [field],
  visit: [button(/站/)],
  login: [(page) => page.getByRole('checkbox')],
  data: [heading(/./)],
}

const all = [...scenes, ...memberScenes].filter(({ name }) => first[name])

let city: Catalogue
let own: Belongings
beforeAll(async () => {
  city = await catalogue()
  own = await prepare(`first-${randomUUID().slice(0, 8)}`)
})

async function arrive(scene: (typeof all)[number]): Promise<Visitor> {
  const route = typeof scene.route === 'string' ? scene.route : scene.route(city, own)
  const special = typeof scene.options === 'function' ? scene.options(own) : scene.options
  const visitor = await visits.visit({ ...special, route, elder: true, viewport: smallest })
  await scene.arrive(visitor, city, own)
  await unscrolled(visitor.page)
  return visitor
}

/** A press of the scene on something below the fold has scrolled to it, which is not how one comes to the page. */
const unscrolled = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) if (element.scrollTop > 0) element.scrollTop = 0
  })

test.each(all.map((scene) => [scene.name, scene] as const))('%s', async (name, scene) => {
  const { page } = await arrive(scene)
  const hidden: string[] = []
  for (const wanted of first[name] ?? []) {
    const shown = wanted(page).filter({ visible: true }).first()
    await shown.waitFor()
    hidden.push(...(await faultsInSight(shown)).map((fault) => `${shown}: ${fault}`))
  }
  expect(hidden).toEqual([])
})

test('home keeps its first action in sight while the nearest place is about to close', async () => {
  const { page, setTime } = await visits.visit({
    elder: true,
    viewport: smallest,
    geolocation: { longitude: city.region.centre.lng, latitude: city.region.centre.lat },
    prepare: (context) => context.grantPermissions(['geolocation']),
  })
  const way = page.getByRole('button', { name: /^去那里：/ })
  await way.waitFor()
  const evening = new Date(visits.now)
  evening.setUTCHours(12, 49, 0, 0)
  await setTime(evening.getTime())
  await page.reload()
  await page.getByText('11 分钟后关门').first().waitFor()
  expect(await faultsInSight(way)).toEqual([])
})

test('the map is more than a slit between the chips and the list', async () => {
  const scene = all.find(({ name }) => name === 'map')
  if (!scene) throw new Error('no scene of the map')
  const { page } = await arrive(scene)
  const map = await boxOf(page.locator('.leaflet-container'))
  const chips = await boxOf(page.getByRole('group', { name: '筛选' }))
  const sheet = async () => (await boxOf(page.getByRole('button', { name: /用我的位置/ }))).top
  expect((await sheet()) - map.top).toBeGreaterThanOrEqual(220)
  expect((await sheet()) - chips.bottom).toBeGreaterThanOrEqual(140)
  // Pulled down the list leaves the map alone, but for its head.
  for (const name of ['展开列表', '收起列表']) await page.getByRole('button', { name }).click()
  await until(page, sheet, (top) => top - chips.bottom > 260)
})
