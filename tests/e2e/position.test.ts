/** A position stays on the phone: everything that leaves the browser is read, header by header. */
import gcoord from 'gcoord'
import type { BrowserContext, Request } from 'playwright-core'
import { catalogue, huaian, placeThat } from './support/server'
import { pageNamed } from './support/steps'
import { seen, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()

/** Digits that nothing else has. WGS-84, as the phone knows it. */
const spot = { longitude: 119.0246813, latitude: 33.5975319 }

/** Where somebody else's map is asked for, nobody answers. Set before the first request: a later one may be missed. */
const here = {
  geolocation: spot,
  prepare: (context: BrowserContext) =>
    context.route('https://uri.amap.com/**', (route) => route.fulfill({ body: '' })),
}

/** Enough digits (about 10 m) to give somebody away, of every form the app may compute. */
function tellingDigits(): string[] {
  const wgs84: [number, number] = [spot.longitude, spot.latitude]
  const forms = [
    wgs84,
    gcoord.transform(wgs84, gcoord.WGS84, gcoord.GCJ02),
    gcoord.transform(wgs84, gcoord.WGS84, gcoord.BD09),
  ]
  return forms.flatMap((form) => form.flatMap((degrees) => [cut(degrees, 4), degrees.toFixed(4)]))
}
const cut = (degrees: number, digits: number) => String(Math.floor(degrees * 10 ** digits) / 10 ** digits)

test('nothing that the browser sends carries the position or is made from it', async () => {
  // Read as they leave: the headers of a closed page cannot be asked for.
  const sent: Promise<string>[] = []
  const visitor = await visits.visit({
    ...here,
    prepare: async (context) => {
      context.on('request', (request) => sent.push(everythingIn(request)))
      await here.prepare(context)
    },
  })
  await walkEverywhere(visitor)
  const requests = await Promise.all(sent)
  expect(requests.length).toBeGreaterThan(10)
  for (const digits of tellingDigits()) {
    expect(requests.filter((text) => text.includes(digits))).toEqual([])
  }
})

test('the server is asked for cities, their grid, catalogues, places and gifts by name, and for nothing with a figure in it', async () => {
  const visitor = await visits.visit(here)
  await walkEverywhere(visitor)
  const { requests, page } = visitor
  const asked = requests
    .map((request) => new URL(request.url()))
    .filter(({ pathname }) => /^\/api/.test(pathname))
  const paths = asked.map(({ pathname }) => pathname)
  expect(paths).toContain('/api/regions/320800/places')
  expect(paths).toContainEqual(expect.stringMatching(/reports$/))
  for (const { pathname, search } of asked) {
    // A place's page asks which gifts of its city can be picked up there.
    expect(pathname + search).toMatch(
      /^\/api\/(regions|regions\/grid|regions\/\d{6}\/places|gifts\?region=\d{6}|places\/\d{6}-[\w-]+(\/reports)?)$/,
    )
  }
  const elsewhere = requests.filter((request) => !request.url().startsWith(new URL(page.url()).origin))
  expect(elsewhere.map((request) => new URL(request.url()).host)).toEqual(['uri.amap.com'])
})

test('the phone itself forgets the position with the page', async () => {
  const visitor = await visits.visit(here)
  await walkEverywhere(visitor)
  const { page, context } = visitor
  const kept = await page.evaluate(() =>
    // What the server itself sent may have any figure in it.
    Object.entries({ ...localStorage, ...sessionStorage }).filter(
      ([name]) => !/regions|catalogue/.test(name),
    ),
  )
  expect(kept.length).toBeGreaterThan(2)
  for (const digits of tellingDigits()) expect(JSON.stringify(kept)).not.toContain(digits)
  expect(await context.cookies()).toEqual([])
})

/** Uses the position wherever there is a way to, and everything that sends something. */
async function walkEverywhere({ page, context }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /用我的位置/ }).click()
  await context.grantPermissions(['geolocation'])
  await page.getByRole('dialog').getByRole('button', { name: '用我的位置' }).click()
  await seen(page, '从我的位置算起').waitFor()
  await page.getByRole('button', { name: /^去那里/ }).click()
  const [map] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('dialog', { name: '用哪个地图' }).getByRole('button', { name: '高德地图' }).click(),
  ])
  await map.waitForURL(/amap/)
  await map.close()

  await page.getByRole('link', { name: '地图', exact: true }).click()
  await seen(page, '从我的位置算起').waitFor()
  await page.locator('.map-here').waitFor()
  await page.getByRole('checkbox', { name: '饮用水' }).click()
  const first = page.getByRole('list', { name: '地点，由近到远' }).getByRole('listitem').first()
  const name = (await first.innerText()).split('\n', 1)[0]
  await first.getByRole('button').click()
  await page.getByRole('button', { name: '详情' }).click()
  // The card that was pressed has the same name and buttons: only the title tells the place's own page.
  const place = await pageNamed(page, '地点')
  await place.getByRole('heading', { level: 2, name }).waitFor()
  await place.getByRole('button', { name: '收藏' }).click()
  await place.getByRole('button', { name: /这里有误/ }).click()
  const report = await pageNamed(page, '这里有误')
  await report.getByRole('radio', { name: '门锁着，进不去' }).click()
  await report.getByRole('button', { name: '发送' }).click()
  await report.getByRole('button', { name: '回到地点' }).click()
  await (await pageNamed(page, '地点')).getByRole('button', { name: '返回' }).click()

  const mapAgain = await pageNamed(page, '地图')
  await mapAgain.getByRole('button', { name: '搜索' }).click()
  const project = placeThat(await catalogue(huaian), 'project', ({ kind }) => kind === 'project')
  const search = await pageNamed(page, '搜索')
  await search.getByRole('textbox').fill(project.name)
  await search.getByRole('listitem').filter({ hasText: project.name }).getByRole('button').first().click()
  await page.getByRole('heading', { level: 2, name: project.name }).waitFor()
  await (await pageNamed(page, '地点')).getByRole('button', { name: '返回' }).click()
  await (await pageNamed(page, '搜索')).getByRole('button', { name: '返回' }).click()
  await (await pageNamed(page, '地图')).getByRole('link', { name: '首页' }).click()
  await (await pageNamed(page, '福驿')).getByRole('link', { name: /需要帮助/ }).click()
  await seen(page, '最近开着的救助点').waitFor()
}

async function everythingIn(request: Request): Promise<string> {
  const headers = await request.allHeaders().catch(() => request.headers())
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const url = request.url()
  return [request.method(), url, decodeURIComponent(url), ...lines, request.postData()].join('\n')
}
