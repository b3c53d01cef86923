/** Back and Escape take what is on top first, and a tap in haste opens one page. */
import type { Page } from 'playwright-core'
import { pageNamed } from './support/steps'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

const rows = (page: Page) => page.getByRole('list', { name: '地点，由近到远' }).getByRole('listitem')
const card = (page: Page) => page.getByRole('region', { name: /^选中/ })
const filter = (page: Page) => page.getByRole('dialog', { name: '筛选' })
const route = (page: Page) => new URL(page.url()).hash.replace(/\?.*/, '')
const button = (page: Page, name: string) => page.getByRole('button', { name }).filter({ visible: true })

/** From home to the map, so that there is a page to go back to. */
async function visitMap() {
  const visitor = await visits.visit()
  await visitor.page.getByRole('link', { name: '地图', exact: true }).click()
  await rows(visitor.page).first().waitFor()
  return visitor.page
}

test('Back closes the sheet over the card, then the card, and only then leaves the page', async () => {
  const page = await visitMap()
  await rows(page).first().getByRole('button').click()
  await card(page).waitFor()
  await button(page, '筛选').click()
  await filter(page).waitFor()
  await page.goBack()
  await filter(page).waitFor({ state: 'detached' })
  await card(page).waitFor()
  expect(route(page)).toBe('#/tabs/map/index')
  await page.goBack()
  await card(page).waitFor({ state: 'detached' })
  await rows(page).first().waitFor()
  expect(route(page)).toBe('#/tabs/map/index')
})

test('a sheet that was closed by its button leaves no step behind: Back is about the page', async () => {
  const { page } = await visits.visit()
  await seen(page, '演示数据').waitFor()
  await page.getByRole('link', { name: /^(?!去).*(米|公里)/ }).click()
  await page.getByRole('heading', { name: '在哪里' }).waitFor()
  await page.goBack()
  await button(page, '城市：淮安，点按更换').click()
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /需要帮助/ }).click()
  await seen(page, '最近开着的救助点').waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: '最近更新' }).waitFor()
  expect(route(page)).toBe('#/tabs/home/index')
})

test('from a place opened by its card one comes back to the card, and by Back once more to the list', async () => {
  const page = await visitMap()
  await rows(page).first().getByRole('button').click()
  await button(page, '详情').click()
  await page.getByRole('heading', { name: '营业时间' }).waitFor()
  await page.goBack()
  await card(page).waitFor()
  await page.goBack()
  await card(page).waitFor({ state: 'detached' })
  expect(route(page)).toBe('#/tabs/map/index')
})

test('a card left open on the map takes no step of Back on another page', async () => {
  const page = await visitMap()
  await rows(page).first().getByRole('button').click()
  await card(page).waitFor()
  await page.getByRole('link', { name: '首页', exact: true }).filter({ visible: true }).click()
  const home = await pageNamed(page, '福驿')
  await home.getByRole('link', { name: /需要帮助/ }).click()
  await seen(page, '最近开着的救助点').waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: '最近更新' }).waitFor()
  await home.getByRole('link', { name: '地图', exact: true }).click()
  await card(page).waitFor()
})

test('Escape closes the sheet over the card, then the card', async () => {
  const page = await visitMap()
  await rows(page).first().getByRole('button').click()
  await button(page, '筛选').click()
  await filter(page).waitFor()
  await page.keyboard.press('Escape')
  await filter(page).waitFor({ state: 'detached' })
  await card(page).waitFor()
  await page.keyboard.press('Escape')
  await card(page).waitFor({ state: 'detached' })
})

test('two taps at the same moment open one page', async () => {
  const { page } = await visits.visit()
  const help = page.getByRole('link', { name: /需要帮助/ })
  await help.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })
  await seen(page, '最近开着的救助点').waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: '最近更新' }).waitFor()
  expect(route(page)).toBe('#/tabs/home/index')
})
