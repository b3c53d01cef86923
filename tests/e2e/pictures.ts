/**
 * `npm run pictures` takes the pictures of the README anew, into docs/pictures/. It starts the product by itself;
 * `E2E_URL` names one that is running already.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { addDays, dayOf } from '../../functions/shared/day'
import { launchBrowser, phone } from '../support/browser'
import { handOver, keptSession, member, order } from './support/people'
import { catalogue, huaian, nearby, ordinaryMorning, origin, region } from './support/server'
import { begin, end } from './support/stack'
import { logIn } from './support/steps'

const folder = resolve(__dirname, '../../docs/pictures')

const small = { ...phone, deviceScaleFactor: 1.25, reducedMotion: 'reduce' } as const

const takePictures = async () => {
  const now = ordinaryMorning(await catalogue())
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ ...small, baseURL: origin() })
    const page = await context.newPage()
    await page.clock.setFixedTime(now)
    const take = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) })

    await page.goto('/')
    await page.getByRole('button', { name: '我已满 18 周岁' }).click()
    await chooseDistrict(page, '清江浦区')
    await page.getByRole('heading', { name: '附近还有开着的' }).waitFor()
    await take('home')

    await page.getByRole('link', { name: '地图', exact: true }).click()
    await page.locator('.map-pin').first().waitFor()
    await page.getByText('分区示意图').waitFor()
    await page.getByRole('checkbox', { name: '爱心救助点' }).click()
    await page.getByRole('checkbox', { name: '爱心救助点', checked: true }).waitFor()
    await take('map')

    const { centre } = await region(huaian)
    const stations = await nearby(centre, 'role=love-aid&limit=20')
    const lately = addDays(dayOf(now), -60)
    const station = stations.find(
      ({ phone, amenities }) =>
        phone !== null &&
        amenities.length > 5 &&
        amenities.every(({ verifiedOn }) => (verifiedOn ?? '') > lately),
    )
    await page.goto(`/#/places/detail/index?id=${station?.id}`)
    await page.getByRole('heading', { name: '营业时间' }).waitFor()
    await take('place')
    await takeDesk(browser, await takePoints(browser))
  } finally {
    await browser.close()
  }
}

/** What 林阿姨 has, what there is for it, and what she shows at the counter; gives the number of her order. */
async function takePoints(browser: Browser): Promise<string> {
  await handOver('citizen-1', (await order('citizen-1', '公益早餐券一份')).id)
  const { id } = await order('citizen-1', '晴雨伞一把')
  const context = await browser.newContext({ ...small, baseURL: origin() })
  const page = await context.newPage()
  const take = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) })
  await page.goto('/')
  await page.getByRole('button', { name: '我已满 18 周岁' }).click()
  await page.getByRole('link', { name: '积分', exact: true }).click()
  await page.getByRole('button', { name: '登录，开始攒积分' }).click()
  await logIn(page, '林阿姨')
  await page.getByRole('heading', { name: '今天可以做的' }).waitFor()
  await page.getByRole('heading', { name: '等你来领' }).waitFor()
  await picturesShown(page)
  await take('points')

  await page.goto('/#/points/gifts/index')
  await page.getByRole('list', { name: '礼品' }).getByRole('listitem').nth(5).waitFor()
  await picturesShown(page)
  await take('gifts')

  await page.goto(`/#/points/order/index?id=${id}`)
  await page.getByRole('img', { name: '领取码' }).waitFor()
  await page.getByRole('heading', { name: '到这里领' }).waitFor()
  await take('order')
  return id
}

/** The desk of the city's centre: a ledger, found by the number of an order, with every reason. */
async function takeDesk(browser: Browser, order: string): Promise<void> {
  const localStorage = [keptSession((await member('staff-admin')).session)]
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: phone.locale,
    timezoneId: phone.timezoneId,
    reducedMotion: 'reduce',
    baseURL: origin(),
    storageState: { cookies: [], origins: [{ origin: origin(), localStorage }] },
  })
  const page = await context.newPage()
  await page.goto(`/#/staff/ledger/index?order=${order}`)
  await page.getByText('福彩中心更正').waitFor()
  await page.screenshot({ path: join(folder, 'desk.png') })
}

const picturesShown = (page: Page) =>
  page.waitForFunction(() =>
    [...document.images].filter((image) => image.checkVisibility()).every((image) => image.complete),
  )

async function chooseDistrict(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /用我的位置/ }).click()
  await page.getByRole('radio', { name }).click()
  await page.getByText(`从${name}中心算起`).waitFor()
}

const main = async () => {
  mkdirSync(folder, { recursive: true })
  await begin()
  try {
    await takePictures()
  } finally {
    await end()
  }
}

main()
