/** A place's own page. */
import type { PlaceSummary } from '../../functions/places/contract'
import { dayOf, daysBetween } from '../../functions/shared/day'
import { catalogue, placeThat } from './support/server'
import { seen, until, withVisitors } from './support/visitors'

const visits = withVisitors()

const pageOf = ({ id }: PlaceSummary) => `/places/pages/detail/index?id=${id}`
const isAid = ({ roles }: PlaceSummary) => roles.includes('love-aid')

test('it tells what is there and when somebody last saw it', async () => {
  const place = placeThat(
    await catalogue(),
    'station with a fact of its own date and one of none',
    ({ amenities }) =>
      amenities.some(({ verifiedOn }) => verifiedOn === null) &&
      amenities.some(({ verifiedOn }) => verifiedOn !== null),
  )
  const { page } = await visits.visit({ route: pageOf(place) })
  await page.getByRole('heading', { name: '这里有' }).waitFor()
  const said = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  expect(said).toHaveLength(place.amenities.length)
  for (const [n, { verifiedOn }] of place.amenities.entries()) {
    const days = verifiedOn === null ? null : daysBetween(verifiedOn, dayOf(visits.now))
    if (days === null) expect(said[n]).toContain('还没有人核实')
    else expect(said[n]).toMatch(days < 2 ? /(今天|昨天)核实/ : days < 60 ? `${days} 天前核实` : /前核实/)
  }
})

test('today’s hours stand there, the week unfolds and folds again', async () => {
  const place = placeThat(
    await catalogue(),
    'outlet with a long noon',
    ({ kind, hours }) => kind === 'outlet' && /^\d\d:\d\d-\d\d:\d\d$/.test(hours ?? ''),
  )
  const [from = '', to = ''] = place.hours?.split('-') ?? []
  const { page } = await visits.visit({ route: pageOf(place) })
  await seen(page, `开到 ${to}`).waitFor()
  await seen(page, `${from}–${to}`).waitFor()
  expect(await page.getByText('明天', { exact: false }).count()).toBe(0)
  await page.getByRole('button', { name: '看后面六天' }).click()
  await seen(page, /^(明天 )?周.(至周.)?$/).waitFor()
  await page.getByRole('button', { name: '收起' }).click()
  await page.getByRole('button', { name: '看后面六天', expanded: false }).waitFor()
})

test('nothing known of the hours is unknown, not closed', async () => {
  const place = placeThat(
    await catalogue(),
    'outlet without hours',
    ({ kind, hours }) => kind === 'outlet' && hours === null,
  )
  const { page } = await visits.visit({ route: pageOf(place) })
  await seen(page, '营业时间未知').waitFor()
  await seen(page, '还不知道。去之前可以先打个电话。').waitFor()
})

test('a project says what was paid for, and has no opening', async () => {
  const place = placeThat(await catalogue(), 'project', ({ project }) => project !== null)
  const { page } = await visits.visit({ route: pageOf(place) })
  await page.getByRole('heading', { name: '福彩公益金资助' }).waitFor()
  await seen(page, place.project?.purpose ?? '').waitFor()
  await seen(page, `${place.project?.year} 年`).waitFor()
})

test('a favourite is kept on the phone, and can be let go', async () => {
  const place = placeThat(await catalogue(), 'love-aid station', isAid)
  const { page, open } = await visits.visit({ route: pageOf(place) })
  await page.getByRole('button', { name: '收藏' }).click()
  await page.getByRole('button', { name: '已收藏' }).waitFor()
  await open('/tabs/me/index')
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(place.name) })
    .click()
  await page.getByRole('button', { name: '已收藏' }).click()
  await page.getByRole('button', { name: '收藏', exact: true }).waitFor()
  await page.getByRole('button', { name: '返回' }).click()
  await seen(page, '你还没有收藏。').waitFor()
})

test('its link goes into the clipboard where the browser has no sharing of its own, and opens the same page', async () => {
  const place = placeThat(await catalogue(), 'love-aid station', isAid)
  const { page, context } = await visits.visit({
    route: pageOf(place),
    prepare: (context) => context.grantPermissions(['clipboard-read', 'clipboard-write']),
  })
  await page.getByRole('button', { name: '分享' }).click()
  await seen(page, '已复制').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await context.newPage()
  await other.goto(link)
  await other.getByRole('heading', { level: 2, name: place.name }).waitFor()

  await page.getByRole('button', { name: '复制地址' }).click()
  await until(
    page,
    () => page.evaluate(() => navigator.clipboard.readText()),
    (text) => text === `${place.name} ${place.address}`,
  )
})

test('it shares by the phone’s own sheet where there is one', async () => {
  const place = placeThat(await catalogue(), 'love-aid station', isAid)
  const { page } = await visits.visit({
    route: pageOf(place),
    prepare: (context) =>
      context.addInitScript(() => {
        navigator.share = async (data) => {
          document.title = `shared ${data?.title} ${data?.url}`
        }
      }),
  })
  await page.getByRole('button', { name: '分享' }).click()
  const title = await until(
    page,
    () => page.title(),
    (now) => now.startsWith('shared'),
  )
  expect(title).toBe(`shared ${place.name} ${page.url()}`)
})

test('calls the number that stands there, and says where none does', async () => {
  const place = placeThat(await catalogue(), 'outlet with a phone', ({ phone }) => phone !== null)
  const mute = placeThat(
    await catalogue(),
    'outlet without a phone',
    ({ kind, phone }) => kind === 'outlet' && phone === null,
  )
  const { page, open } = await visits.visit({ route: pageOf(place) })
  const call = page.waitForRequest(/^tel:/)
  await page.getByRole('button', { name: '电话', exact: true }).click()
  expect((await call).url()).toBe(`tel:${place.phone?.replace(/\D/g, '')}`)
  await open(pageOf(mute))
  await page.getByRole('button', { name: '电话，未登记', disabled: true }).waitFor()
})

test('the map shows it picked', async () => {
  const place = placeThat(await catalogue(), 'love-aid station', isAid)
  const { page } = await visits.visit({ route: pageOf(place) })
  await page.getByRole('button', { name: '在地图上看' }).click()
  await page.getByRole('region', { name: `选中：${place.name}` }).waitFor()
  await page.locator('.map-chosen').waitFor()
})

const refused = /Failed to load resource: the server responded with a status of 40/

test.each([
  ['one that was taken off', '320800-99999999'],
  ['one that cannot be', '..%2F..%2Fetc%2Fpasswd'],
  ['none at all', ''],
])('a link to %s says that there is no such place, and where to look', async (_, id) => {
  const { page } = await visits.visit({ route: `/places/pages/detail/index?id=${id}`, mayLog: refused })
  await page.getByRole('heading', { name: '没有找到这个地点' }).waitFor()
  await page.getByRole('button', { name: '到地图上看看' }).click()
  await page.getByRole('list', { name: '地点，由近到远' }).waitFor()
})

test('a link to a page that is not there leads home', async () => {
  const { page } = await visits.visit({ route: '/no/such/page' })
  await page.getByRole('heading', { name: '现在开着，离得最近' }).waitFor()
})
