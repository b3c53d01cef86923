/** The first visit, and the answer before the question: what is open and near. */
import { givesService } from '../../functions/places/rules/roles'
import { dayOf } from '../../functions/shared/day'
import { catalogue, huaian, nearby, region } from './support/server'
import { pageNamed } from './support/steps'
import { metresIn, seen, withVisitors } from './support/visitors'

const visits = withVisitors()
const doors = 'kind=outlet&kind=hall&kind=shelter'
const at = () => `openAt=${new Date(visits.now).toISOString()}`

/** In the old town of Huai'an, WGS-84. */
const here = { longitude: 119.024681, latitude: 33.597531 }

test('a first visit asks the age once, and never again', async () => {
  const { page, open } = await visits.visit({ isNew: true })
  await page.getByRole('dialog', { name: '你满 18 周岁了吗？' }).waitFor()
  await page.getByRole('button', { name: '我已满 18 周岁' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  for (const route of ['/', '/tabs/map/index', '/places/pages/search/index']) {
    await open(route)
    await seen(page, '演示数据').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  }
})

test('who needs help is asked nothing, by a link or out of the question itself', async () => {
  const { page, open } = await visits.visit({ isNew: true, route: '/places/pages/aid/index' })
  await seen(page, '最近开着的救助点').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('link', { name: '查看营业时间和全部设施' }).click()
  await page.getByRole('heading', { name: '这里有' }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)

  await open('/')
  await page.getByRole('button', { name: '遇到困难，先去求助' }).click()
  await seen(page, '最近开着的救助点').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('from the home page help is one tap away, the nearest station that is open', async () => {
  const { page } = await visits.visit()
  await page.getByRole('link', { name: /需要帮助/ }).click()
  await seen(page, '最近开着的救助点').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  const { centre } = await region(huaian)
  const [nearest] = await nearby(centre, `role=love-aid&limit=1&${at()}`)
  expect(await page.getByRole('main').getByRole('heading', { level: 2 }).first().innerText()).toBe(
    nearest?.name,
  )
  const { metres, within } = metresIn(await page.getByRole('main').innerText())
  expect(Math.abs(metres - (nearest?.distance ?? 0))).toBeLessThanOrEqual(within)
  const things = await page.getByRole('list', { name: '这里有' }).getByRole('listitem').count()
  expect(things).toBe(nearest?.amenities.length)
})

test('a minor is shown places that help, and none that merely sells', async () => {
  const { page } = await visits.visit({ isNew: true })
  await page.getByRole('button', { name: '我未满 18 周岁' }).click()
  const { centre } = await region(huaian)
  const stations = await nearby(centre, `role=love-aid&limit=3&${at()}`)
  await seen(page, stations[0]?.name ?? '').waitFor()
  await expectNearest(page, stations)

  await page.getByRole('link', { name: '地图', exact: true }).click()
  const { places } = await catalogue()
  const helping = places.filter(
    (place) => place.kind === 'project' || place.kind === 'shelter' || givesService(place, dayOf(visits.now)),
  )
  await seen(page, `${helping.length} 处`).waitFor()
})

test('a refused position leads to the districts, and they answer with the distances the server knows', async () => {
  const { page } = await visits.visit()
  await page.getByRole('button', { name: /用我的位置/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '用我的位置' }).click()
  await seen(page, '没有得到位置授权').waitFor()
  await page.getByRole('radio', { name: '清江浦区' }).click()
  await seen(page, '从清江浦区中心算起').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const { districts } = await region(huaian)
  const centre = districts.find(({ name }) => name === '清江浦')?.centre
  await expectNearest(page, await nearby(centre ?? { lng: 0, lat: 0 }, `${doors}&limit=3&${at()}`))
})

test('a position is asked for with the reason beside the button, and measured from', async () => {
  const { page, context } = await visits.visit({ geolocation: here })
  await seen(page, '从淮安市中心算起').waitFor()
  await page.getByRole('button', { name: /用我的位置/ }).click()
  await seen(page, '为了把近的排在前面。位置只在这部手机里用，不上传，也不保存。').waitFor()
  await context.grantPermissions(['geolocation'])
  await page.getByRole('dialog').getByRole('button', { name: '用我的位置' }).click()
  await seen(page, '从我的位置算起').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expectNearest(page, await nearHere())
})

test('a position that was granted before is used without a question', async () => {
  const { page } = await visits.visit({ geolocation: here, permissions: ['geolocation'] })
  await seen(page, '从我的位置算起').waitFor()
  await expectNearest(page, await nearHere())
})

const nearHere = () =>
  nearby({ lng: here.longitude, lat: here.latitude }, `datum=wgs84&${doors}&limit=3&${at()}`)

test('the ways in open the map with what they say', async () => {
  const { page } = await visits.visit()
  await page.getByRole('link', { name: /附近网点/ }).click()
  for (const chip of ['现在开着', '销售网点', '快乐吧']) {
    await page.getByRole('checkbox', { name: chip, checked: true }).waitFor()
  }
  await (await pageNamed(page, '地图')).getByRole('link', { name: '首页' }).click()
  const home = await pageNamed(page, '福驿')
  await home.getByRole('link', { name: /公益地图/ }).click()
  await page.getByRole('checkbox', { name: '公益项目', checked: true }).waitFor()
  const { counts } = await region(huaian)
  await seen(page, `${counts.kinds.project} 处`).waitFor()
})

test('the page closes with what the law wants said', async () => {
  const { page } = await visits.visit()
  await seen(page, '多人少买，寓募于乐；量力而行，理性购彩').waitFor()
  await seen(page, '未满 18 周岁的未成年人不得购买彩票和兑奖').waitFor()
})

type Page = Awaited<ReturnType<typeof visits.visit>>['page']

/** What the home page shows, the nearest first: all it says of each, the name in the first line. */
function shown(page: Page): Promise<string[]> {
  const distance = /(公里|米内| 米)/
  return page
    .getByRole('main')
    .locator('button', { hasText: distance })
    .filter({ visible: true })
    .allInnerTexts()
}

const nameIn = (text: string) => text.split('\n', 1)[0]

async function expectNearest(page: Page, wanted: { name: string; distance: number }[]): Promise<void> {
  const texts = await shown(page)
  expect(texts.map(nameIn)).toEqual(wanted.map(({ name }) => name))
  for (const [n, text] of texts.entries()) {
    const { metres, within } = metresIn(text)
    expect(Math.abs(metres - (wanted[n]?.distance ?? 0))).toBeLessThanOrEqual(within)
  }
}
