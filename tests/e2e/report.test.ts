/** Saying that something is wrong with a place, from the tap to the server. */
import type { Page, Request } from 'playwright-core'
import { type PlaceSummary, reportResponseSchema } from '../../functions/places/contract'
import { catalogue, place as placeOf, reportFrom } from './support/server'
import { seen, until, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()

/** Plain outlets at the end of the list, one for each test, so that none meets another's reports. */
const untouched: PlaceSummary[] = []
beforeAll(async () => {
  const { places } = await catalogue()
  untouched.push(...places.filter(({ kind, roles }) => kind === 'outlet' && roles.length === 0))
})
function someOutlet(): PlaceSummary {
  const outlet = untouched.pop()
  if (!outlet) throw new Error('the demo city has too few outlets')
  return outlet
}

const reportOf = ({ id }: PlaceSummary) => `/places/pages/report/index?id=${id}`
const posts = ({ requests }: Visitor) => requests.filter((request) => request.method() === 'POST')
const send = (page: Page) => page.getByRole('button', { name: '发送' })

async function answerTo(request: Request | undefined) {
  const response = await request?.response()
  return reportResponseSchema.parse(await response?.json())
}

test('two taps on the form reach the server, with the fact and nothing else', async () => {
  const outlet = someOutlet()
  const visitor = await visits.visit({ route: `/places/pages/detail/index?id=${outlet.id}` })
  const { page } = visitor
  await page.getByRole('button', { name: /这里有误/ }).click()
  await page.getByRole('radio', { name: '门锁着，进不去' }).click()
  await send(page).click()
  await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
  const [request, ...others] = posts(visitor)
  expect(others).toEqual([])
  expect(new URL(request?.url() ?? '').pathname).toBe(`/api/places/${outlet.id}/reports`)
  expect(request?.postDataJSON()).toEqual({ fact: 'locked' })
  expect(await answerTo(request)).toEqual({ counted: true, doubts: [] })
  await page.getByRole('button', { name: '回到地点' }).click()
  await page.getByRole('heading', { level: 2, name: outlet.name }).waitFor()
})

test('without a fact nothing can be sent', async () => {
  const { page } = await visits.visit({ route: reportOf(someOutlet()) })
  await page.getByRole('button', { name: '先选一项', disabled: true }).waitFor()
})

test('what ran out and a few words go along', async () => {
  const outlet = untouched.findLast(({ amenities }) => amenities.length > 1) ?? someOutlet()
  untouched.splice(untouched.indexOf(outlet), 1)
  const visitor = await visits.visit({ route: reportOf(outlet) })
  const { page } = visitor
  await page.getByRole('radio', { name: '东西用完了' }).click()
  await page.getByRole('radiogroup', { name: '什么用完了' }).getByRole('radio').first().click()
  await page.getByRole('textbox', { name: '补充，可不填' }).fill('桶是空的')
  await send(page).click()
  await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
  const amenity = outlet.amenities[0]?.amenity
  expect(posts(visitor)[0]?.postDataJSON()).toEqual({ fact: 'out-of-stock', amenity, note: '桶是空的' })
})

test('a double tap is one report', async () => {
  const visitor = await visits.visit({ route: reportOf(someOutlet()) })
  const { page } = visitor
  await page.getByRole('radio', { name: '营业时间不对' }).click()
  await send(page).dblclick()
  await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
  expect(posts(visitor)).toHaveLength(1)
})

test('the same thing said again on the same day is thanked for and not counted', async () => {
  const outlet = someOutlet()
  const first = await visits.visit({ route: reportOf(outlet) })
  await report(first.page, '搬走了')
  await first.page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
  const repeated = await visits.visit({ route: reportOf(outlet) })
  await report(repeated.page, '搬走了')
  await repeated.page.getByRole('heading', { name: '今天已经记过了' }).waitFor()
  expect(await answerTo(posts(repeated)[0])).toEqual({ counted: false, doubts: [] })
})

test('the third independent report makes the place doubtful, for everybody and everywhere', async () => {
  const outlet = someOutlet()
  const body = { fact: 'gone' }
  expect(await reportFrom('127.0.0.2', outlet.id, body)).toEqual({ counted: true, doubts: [] })
  expect(await reportFrom('127.0.0.3', outlet.id, body)).toEqual({ counted: true, doubts: [] })
  expect(await reportFrom('127.0.0.3', outlet.id, body)).toEqual({ counted: false, doubts: [] })

  const { page, open } = await visits.visit({ route: reportOf(outlet) })
  await report(page, '已经不在了')
  await seen(page, '已有 3 人反映同一问题，这里现在标为“待核实”').waitFor()
  expect((await placeOf(outlet.id)).doubts).toMatchObject([{ fact: 'gone' }])

  await open(`/places/pages/detail/index?id=${outlet.id}`)
  await seen(page, '待核实：有人说这里已经不在').waitFor()
  const stranger = await visits.visit()
  const shownRow = async () => {
    await stranger.open('/places/pages/search/index')
    await stranger.page.getByRole('textbox').fill(outlet.outletNo ?? '')
    return stranger.page.getByRole('listitem').first().innerText()
  }
  // While one function packs the new catalogue, another may still give the one before.
  await until(stranger.page, shownRow, (row) => row.includes('待核实'))
})

test('a report made without a network waits on the phone, and goes out by itself', async () => {
  const outlet = someOutlet()
  const visitor = await visits.visit({
    route: reportOf(outlet),
    mayLog: /net::ERR_INTERNET_DISCONNECTED/,
  })
  const { page, context } = visitor
  await seen(page, outlet.name).waitFor()
  await context.setOffline(true)
  await report(page, '营业时间不对')
  await page.getByRole('heading', { name: '先存在手机里了' }).waitFor()

  await context.setOffline(false)
  const sent = await until(
    page,
    async () => {
      const responses = await Promise.all(posts(visitor).map((request) => request.response()))
      return responses.find((response) => response !== null)
    },
    (response) => response !== undefined,
  )
  expect(reportResponseSchema.parse(await sent?.json())).toEqual({ counted: true, doubts: [] })
})

test('what the server refuses is shown on the form, and what was chosen stays', async () => {
  const { page } = await visits.visit({
    route: reportOf(someOutlet()),
    mayLog: /status of 429/,
    prepare: (context) =>
      context.route('**/reports', (route) =>
        route.fulfill({
          status: 429,
          contentType: 'application/problem+json',
          json: { type: 'about:blank', title: 'Too many', status: 429, code: 'rate-limited' },
        }),
      ),
  })
  await report(page, '搬走了')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('次数太多了')
  await page.getByRole('radio', { name: '搬走了', checked: true }).waitFor()
})

async function report(page: Page, fact: string): Promise<void> {
  await page.getByRole('radio', { name: fact }).click()
  await send(page).click()
}
