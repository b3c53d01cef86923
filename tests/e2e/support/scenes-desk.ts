/** The desk of a centre's staff. */
import type { BrowserContext, Page } from 'playwright-core'
import { desktopOf, member } from './people'
import { refused, type Scene } from './scene'
import { heading, picturesShown, tap } from './steps'
import { seen, type VisitOptions } from './visitors'

const asStaff: VisitOptions = { as: 'staff-admin' }

const deskPaths: Record<string, string> = {
  home: 'desk/home',
  review: 'desk/review',
  roles: 'desk/pages/identity/roles',
  reports: 'desk/pages/places/reports',
}
const desk = (name: string, arrive: Scene['arrive'], rest: Partial<Scene> = {}): Scene => ({
  name: `staff-${name}`,
  route: `/${deskPaths[name] ?? `desk/pages/points/${name}`}/index`,
  options: asStaff,
  fitsOnce: true,
  isDesk: true,
  arrive,
  ...rest,
})
/** As if the desktop had been let in more than ten minutes ago. */
const refuseGrants = (context: BrowserContext) =>
  context.route('**/api/staff/roles', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 403, json: notFresh }) : route.fallback(),
  )
const notFresh = { type: 'about:blank', title: '', status: 403, code: 'fresh-approval-needed' }
const row = (page: Page, name: string | RegExp) =>
  page.getByRole('row', { name }).filter({ visible: true }).first()

export const deskScenes: readonly Scene[] = [
  desk('home', async ({ page }) => {
    await seen(page, '种可兑换').waitFor()
    await seen(page, '次操作').waitFor()
    await seen(page, '人已授权').waitFor()
  }),
  desk('gifts', ({ page }) => row(page, /毛巾两条装/).waitFor()),
  desk(
    'gift',
    async ({ page }) => {
      await row(page, /毛巾两条装/).click()
      await heading(page, '库存').waitFor()
      await picturesShown(page)
    },
    { route: '/desk/pages/points/gifts/index' },
  ),
  desk('batches', async ({ page }) => {
    await row(page, /演示活动/).click()
    await page.getByRole('button', { name: '取出这批码' }).waitFor()
  }),
  desk('review', async ({ page }) => {
    await row(page, /社区义诊现场/).click()
    await page.getByRole('button', { name: '不通过' }).waitFor()
  }),
  desk(
    'on-sale',
    async ({ page }) => {
      await row(page, /便民购物卡/).click()
      await heading(page, '新上架').waitFor()
    },
    { route: '/desk/review/index' },
  ),
  desk('rules', ({ page }) => page.getByRole('textbox').first().waitFor()),
  desk('adjustments', async ({ page }) => {
    await row(page, /活动积分补记/).click()
    await seen(page, '已批准').waitFor()
  }),
  desk('ledger', ({ page }) => heading(page, '积分增长异常').waitFor()),
  desk('ledger-found', ({ page }) => seen(page, '这一次查看已经记在操作记录里。').waitFor(), {
    route: (_city, own) => `/desk/pages/points/ledger/index?order=${own.reserved.id}`,
  }),
  desk('audit', async ({ page }) => {
    await row(page, /批准调整积分/).click()
    await seen(page, '改后：').waitFor()
  }),
  desk('roles', ({ page }) => row(page, /淮安城南站|代销者/).waitFor()),
  desk(
    'grant',
    async ({ page }) => {
      await tap(page, '授予身份')
      await page.getByRole('radio', { name: /市中心工作人员/ }).click()
      await seen(page, '权限').waitFor()
    },
    { route: '/desk/pages/identity/roles/index' },
  ),
  desk(
    'confirm',
    async ({ page }, _city, { citizen }) => {
      await tap(page, '授予身份')
      await page.getByRole('textbox', { name: /对方的编号/ }).fill((await member(citizen)).session.me.no)
      await page.getByRole('radio', { name: /市中心工作人员/ }).click()
      await page.getByRole('checkbox', { name: '审核' }).click()
      await tap(page, /^授予$/)
      await page.getByRole('img', { name: '确认码' }).waitFor()
    },
    {
      route: '/desk/pages/identity/roles/index',
      options: { session: () => desktopOf('staff-admin'), mayLog: refused, prepare: refuseGrants },
    },
  ),
  desk(
    'reports',
    ({ page }) =>
      seen(page, /没有|待处理/)
        .first()
        .waitFor(),
    { options: { as: 'staff-gifts' } },
  ),
  desk('no-power', ({ page }) => heading(page, /这一页要有/).waitFor(), {
    route: '/desk/pages/places/reports/index',
  }),
]
