/** A dead network: what was had stays, with its age, and every page says what is the matter. */
import type { BrowserContext } from 'playwright-core'
import { pageNamed, programKept } from './support/steps'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()
const mayLog = /net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED)|status of 50/
const hours = 3_600_000

const withoutServer = (context: BrowserContext) => context.route('**/api/**', (route) => route.abort())

test('the last catalogue is shown with its age, and everything found in it', async () => {
  const { page, context, open, setTime } = await visits.visit({ mayLog })
  await seen(page, '演示数据').waitFor()
  await withoutServer(context)
  await setTime(visits.now + 3 * hours)
  await open('/')
  await seen(page, '离线 · 数据更新于 3 小时前 · 演示数据').waitFor()
  await page.getByRole('heading', { name: '现在开着，离得最近' }).waitFor()
  await page.getByRole('link', { name: '地图', exact: true }).click()
  const map = await pageNamed(page, '地图')
  await map.getByRole('listitem').first().getByRole('button').click()
  await map.getByRole('button', { name: '详情' }).click()
  await page.getByRole('heading', { name: '营业时间' }).waitFor()
  await seen(page, '离线 · 数据更新于 3 小时前 · 演示数据').waitFor()
})

/** Somebody whose browser has had the time to keep the program, as it does after the first page. */
async function visitAndKeep() {
  const visitor = await visits.visit({ mayLog, serviceWorkers: 'allow' })
  await seen(visitor.page, '演示数据').waitFor()
  await programKept(visitor.page)
  return visitor
}

test('a network that dies while one is inside takes no page away, not even one never seen', async () => {
  const { page, context } = await visitAndKeep()
  await context.setOffline(true)
  await page.getByRole('link', { name: /需要帮助/ }).click()
  await seen(page, '最近开着的救助点').waitFor()
  await page.getByRole('button', { name: '返回' }).click()
  const home = await pageNamed(page, '福驿')
  await home.getByRole('link', { name: '地图', exact: true }).click()
  const map = await pageNamed(page, '地图')
  await map.getByRole('listitem').first().getByRole('button').click()
  await map.locator('.map-chosen').waitFor()
  await map.getByRole('button', { name: '详情' }).click()
  await page.getByRole('heading', { name: '营业时间' }).waitFor()
})

test('without any network the program still opens, with the last catalogue and its age', async () => {
  const { page, context, open, setTime } = await visitAndKeep()
  await context.setOffline(true)
  await setTime(visits.now + 3 * hours)
  await open('/')
  await seen(page, '离线 · 数据更新于 3 小时前 · 演示数据').waitFor()
  await page.getByRole('heading', { name: '现在开着，离得最近' }).waitFor()
})

test('what the browser keeps is the program alone: no answer of the server', async () => {
  const { page } = await visitAndKeep()
  await page.getByRole('link', { name: /^(?!去).*(米|公里)/ }).click()
  await page.getByRole('heading', { name: '在哪里' }).waitFor()
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/')
  expect(kept.filter((path) => !/^\/$|^\/(js|css|chunk)\/[\w.-]+\.(js|css)$/.test(path))).toEqual([])
})

test('when the network is back, so is the present', async () => {
  const { page, context, setTime, open } = await visits.visit({ mayLog })
  await seen(page, '演示数据').waitFor()
  await withoutServer(context)
  await setTime(visits.now + 3 * hours)
  await open('/')
  await seen(page, /^离线/).waitFor()
  await context.unroute('**/api/**')
  await context.setOffline(true)
  await context.setOffline(false)
  await seen(page, /^演示数据$/).waitFor()
})

test.each([
  ['/', '网络连不上'],
  ['/tabs/map/index', '还没有取到地点'],
  ['/places/pages/aid/index', '网络连不上，还没有取到救助点'],
])('a first visit to %s without a server says “%s”, and tries again on demand', async (route, title) => {
  const { page, context } = await visits.visit({ route, mayLog, prepare: withoutServer })
  await page.getByRole('heading', { name: title }).waitFor()
  await context.unroute('**/api/**')
  await page.getByRole('button', { name: '再试一次' }).click()
  await seen(page, '演示数据').waitFor()
})

test('help has numbers to call that need no network', async () => {
  const { page } = await visits.visit({
    isNew: true,
    route: '/places/pages/aid/index',
    mayLog,
    prepare: withoutServer,
  })
  await page.getByRole('heading', { name: '网络连不上，还没有取到救助点' }).waitFor()
  const call = page.waitForRequest(/^tel:/)
  await page.getByRole('button', { name: /^120/ }).click()
  expect((await call).url()).toBe('tel:120')
})

test('a place that was never fetched says that the network is gone, and comes with it', async () => {
  const { page, context } = await visits.visit({
    route: '/places/pages/detail/index?id=320800-32080290',
    mayLog,
    prepare: withoutServer,
  })
  await page.getByRole('heading', { name: '网络连不上' }).waitFor()
  await context.unroute('**/api/**')
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByRole('heading', { name: '在哪里' }).waitFor()
})

test.each([
  ['a server that fails', 500],
  ['a server that is busy', 503],
])('%s is met like a dead network, and what is kept is shown', async (_, status) => {
  const { page, context, open, setTime } = await visits.visit({ mayLog })
  await seen(page, '演示数据').waitFor()
  await context.route('**/api/**', (route) => route.fulfill({ status, body: 'no JSON at all' }))
  await setTime(visits.now + 26 * hours)
  await open('/')
  await seen(page, '离线 · 数据更新于 1 天前 · 演示数据').waitFor()
})
