/** Large letters: one switch, everywhere, for good. */
import { seen, until, withVisitors } from './support/visitors'

const visits = withVisitors()
const size = (element: { evaluate: (read: (e: Element) => number) => Promise<number> }) =>
  element.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))

test.each([['/'], ['/tabs/map/index'], ['/tabs/me/index']])(
  'the switch on %s works at once, on every page, and after a restart',
  async (route) => {
    const { page, open } = await visits.visit({ route })
    await seen(page, '演示数据').waitFor()
    const word = page.getByRole('navigation', { name: '主导航' }).getByText('首页')
    expect(await size(word)).toBeLessThan(18)
    await page.getByRole('banner').getByRole('switch', { name: '大字版' }).click()
    await until(
      page,
      () => size(word),
      (now) => now >= 18,
    )
    for (const other of ['/places/pages/aid/index', '/about/privacy/index', '/']) {
      await open(other)
      await page.locator('.screen.elder').waitFor()
    }
    await page.getByRole('banner').getByRole('switch', { name: '大字版', checked: true }).click()
    await open(route)
    await page.locator('.screen:not(.elder)').waitFor()
  },
)

test('an elder reader is addressed with 您', async () => {
  const { page } = await visits.visit({ elder: true, isNew: true })
  await page.getByRole('dialog', { name: '您满 18 周岁了吗？' }).waitFor()
})

test('switching does not count as having moved the map', async () => {
  const { page } = await visits.visit({ route: '/tabs/map/index' })
  await page.locator('.map-cluster').first().waitFor()
  await page.getByRole('banner').getByRole('switch', { name: '大字版' }).click()
  await page.locator('.screen.elder').waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await page.getByRole('button', { name: '列出这一带' }).count()).toBe(0)
})
