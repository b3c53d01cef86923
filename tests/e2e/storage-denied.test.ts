/** A browser that denies storage: every page of citizens opens and works for the visit. */
import type { BrowserContext } from 'playwright-core'
import { pageNamed } from './support/steps'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

/** As Chromium answers where all site data are blocked. */
const denied = (context: BrowserContext) =>
  context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'caches']) {
      Object.defineProperty(window, name, { configurable: true, get: refuse })
    }
  })

test.each([
  '/tabs/home/index',
  '/tabs/map/index',
  '/tabs/points/index',
  '/tabs/me/index',
  '/places/pages/aid/index',
  '/places/pages/search/index',
  '/places/pages/detail/index?id=320800-32080290',
  '/places/pages/report/index?id=320800-32080290',
  '/points/pages/gifts/index',
  '/points/pages/orders/index',
  '/points/pages/entries/index',
  '/points/pages/code/index',
  '/points/pages/visit/index',
  '/identity/pages/login/index',
  '/identity/pages/data/index',
  '/about/privacy/index',
  '/about/rules/index',
  '/about/about/index',
  '/about/contact/index',
])('%s opens', async (route) => {
  const { page } = await visits.visit({ route, isNew: true, prepare: denied })
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
})

test('help is found, and what one answers holds for the visit', async () => {
  const { page } = await visits.visit({ isNew: true, prepare: denied })
  await page.getByRole('button', { name: '我已满 18 周岁' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await seen(page, '浏览器不允许保存数据，收藏、设置和登录关闭后不保留').waitFor()
  await page.getByRole('link', { name: /需要帮助/ }).click()
  // Home, which is left, asks for the city with the same buttons.
  const aid = await pageNamed(page, '爱心救助')
  await aid.getByRole('button', { name: /^淮安/ }).click()
  await seen(page, '最近开着的救助点').waitFor()
})
