/**
 * `npm run pictures` takes the pictures of the README anew, into docs/pictures/. It starts the product by itself;
 * `E2E_URL` names one that is running already.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { addDays, dayOf } from '../../functions/shared/day'
import { launchBrowser, phone } from '../support/browser'
import { catalogue, huaian, nearby, ordinaryMorning, origin, region } from './support/server'
import { begin, end } from './support/stack'

const folder = resolve(__dirname, '../../docs/pictures')

const takePictures = async () => {
  const now = ordinaryMorning(await catalogue())
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({
      ...phone,
      deviceScaleFactor: 1.25,
      reducedMotion: 'reduce',
      baseURL: origin(),
    })
    const page = await context.newPage()
    await page.clock.setFixedTime(now)
    const take = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) })

    await page.goto('/')
    await page.getByRole('button', { name: '我已满 18 周岁' }).click()
    await chooseDistrict(page, '清江浦')
    await page.getByRole('heading', { name: '也开着' }).waitFor()
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
  } finally {
    await browser.close()
  }
}

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
