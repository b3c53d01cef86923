/** Points, gifts, the login and one's data, in every state worth looking at; and the rooms behind the counter. */
import type { BrowserContext, Page } from 'playwright-core'
import type { TicketPurpose } from '../../../functions/identity/contract'
import type { Belongings } from './belongings'
import { desktopOf, digitsOf, giftId, member, openTicket, order } from './people'
import type { Scene } from './scene'
import { showCode } from './steps'
import { seen, type VisitOptions, type Visitor } from './visitors'

const tap = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).click()
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).filter({ visible: true })
const asCitizen = ({ citizen }: Belongings): VisitOptions => ({ as: citizen })
const orderPage = (which: 'reserved' | 'pickedUp' | 'cancelled') => (_: unknown, own: Belongings) =>
  `/points/pages/order/index?id=${own[which].id}`
const gift = (name: string) => `/points/pages/gift/index?id=${giftId(name)}`
const asStaff: VisitOptions = { as: 'staff-admin' }
const asOwner: VisitOptions = { as: 'owner' }
/** A refusal is a line in the browser's console. */
const refused = /status of 4\d\d/

const citizen: readonly Scene[] = [
  {
    name: 'points-stranger',
    route: '/tabs/points/index',
    arrive: ({ page }) => page.getByRole('button', { name: '登录，开始攒积分' }).waitFor(),
  },
  {
    name: 'points',
    route: '/tabs/points/index',
    options: asCitizen,
    arrive: async ({ page }) => {
      await heading(page, '今天可以做的').waitFor()
      await heading(page, '等你来领').waitFor()
    },
  },
  {
    name: 'gifts',
    route: '/points/pages/gifts/index',
    options: asCitizen,
    arrive: async ({ page }) => {
      await page.getByRole('list', { name: '礼品' }).getByRole('listitem').nth(5).waitFor()
      await seen(page, '可用积分').waitFor()
      await picturesShown(page)
    },
  },
  {
    name: 'gifts-nothing',
    route: '/points/pages/gifts/index',
    options: { as: 'looks-nobody' },
    arrive: async ({ page }) => {
      await page.getByRole('checkbox', { name: '我能兑换的' }).click()
      await heading(page, '没有符合的礼品').waitFor()
    },
  },
  {
    name: 'gift',
    route: gift('毛巾两条装'),
    options: asCitizen,
    arrive: async ({ page }) => {
      await chooseOutlet(page)
      await page.getByRole('button', { name: '用 120 积分兑换' }).waitFor()
      await picturesShown(page)
    },
  },
  {
    name: 'gift-stranger',
    route: gift('东北大米 5 公斤'),
    arrive: ({ page }) => page.getByRole('button', { name: '登录后兑换' }).waitFor(),
  },
  {
    name: 'gift-sold-out',
    route: gift('充电暖手宝'),
    options: asCitizen,
    arrive: ({ page }) => page.getByRole('button', { name: '排队' }).waitFor(),
  },
  {
    name: 'gift-unknown',
    route: '/points/pages/gift/index?id=nothing',
    arrive: ({ page }) => heading(page, '没有找到这件礼品').waitFor(),
  },
  {
    name: 'gift-confirm',
    route: gift('毛巾两条装'),
    options: asCitizen,
    arrive: async ({ page }) => {
      await chooseOutlet(page)
      await tap(page, '用 120 积分兑换')
      await page.getByRole('dialog', { name: /兑换/ }).waitFor()
    },
  },
  {
    name: 'order',
    route: orderPage('reserved'),
    options: asCitizen,
    arrive: async ({ page }) => {
      await page.getByRole('button', { name: '出示领取码' }).waitFor()
      await heading(page, '到这里领').waitFor()
    },
  },
  {
    name: 'order-code',
    route: orderPage('reserved'),
    options: asCitizen,
    arrive: async ({ page }) => {
      await showCode(page)
      await heading(page, '到这里领').waitFor()
    },
  },
  {
    name: 'order-cancel',
    route: orderPage('reserved'),
    options: asCitizen,
    arrive: async ({ page }) => {
      await tap(page, '不想要了，取消兑换')
      await page.getByRole('dialog', { name: '取消这次兑换？' }).waitFor()
    },
  },
  {
    name: 'order-picked-up',
    route: orderPage('pickedUp'),
    options: asCitizen,
    arrive: ({ page }) => seen(page, '已领取').waitFor(),
  },
  {
    name: 'order-cancelled',
    route: orderPage('cancelled'),
    options: asCitizen,
    arrive: ({ page }) => seen(page, '已取消').waitFor(),
  },
  {
    name: 'orders',
    route: '/points/pages/orders/index',
    options: asCitizen,
    arrive: ({ page }) => heading(page, '以前的').waitFor(),
  },
  {
    name: 'orders-none',
    route: '/points/pages/orders/index',
    options: { as: 'looks-nobody' },
    arrive: ({ page }) => heading(page, '还没有兑换过').waitFor(),
  },
  {
    name: 'entries',
    route: '/points/pages/entries/index',
    options: asCitizen,
    arrive: ({ page }) => seen(page, '福彩中心更正').waitFor(),
  },
  {
    name: 'code',
    route: '/points/pages/code/index',
    options: asCitizen,
    arrive: async ({ page }) => {
      await page.getByRole('textbox').fill('4RV0-F46Y-845X')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'visit',
    route: '/points/pages/visit/index',
    options: asCitizen,
    arrive: ({ page }) => seen(page, '你在哪一处？').waitFor(),
  },
  {
    name: 'rules-text',
    route: '/about/rules/index',
    arrive: ({ page }) => heading(page, /积分/).first().waitFor(),
  },
]

const identity: readonly Scene[] = [
  {
    name: 'login',
    route: '/identity/pages/login/index',
    arrive: ({ page }) => seen(page, '林阿姨').waitFor(),
  },
  {
    name: 'login-ticket',
    route: '/identity/pages/login/index',
    options: { clock: 'real' },
    arrive: async ({ page }) => {
      await tap(page, '改用手机扫码登录')
      await page.getByRole('img', { name: '登录码' }).waitFor()
    },
  },
  {
    name: 'approve',
    route: '/identity/pages/approve/index',
    options: asCitizen,
    arrive: async ({ page }) => {
      await page.getByRole('textbox').fill('abc')
      await tap(page, '下一步')
      await seen(page, /输入的不对/).waitFor()
    },
  },
  {
    name: 'approve-login',
    route: '/identity/pages/approve/index',
    options: asCitizen,
    arrive: async (visitor) => {
      await typeCode(visitor, (await openTicket()).id)
      await heading(visitor.page, '谁在请求登录').waitFor()
    },
  },
  {
    name: 'approve-purpose',
    route: '/identity/pages/approve/index',
    options: asCitizen,
    arrive: async (visitor, _city, { citizen }) => {
      const session = await desktopOf(citizen)
      const purpose: TicketPurpose = { kind: 'grant', role: 'staff', powers: ['gifts'], no: '3E8CA0HE' }
      await typeCode(visitor, (await openTicket({ purpose, session })).id)
      await seen(visitor.page, '授予“礼品与积分”给 3E8C A0HE').waitFor()
    },
  },
  {
    name: 'me-member',
    route: '/tabs/me/index',
    options: asCitizen,
    arrive: ({ page }) => seen(page, '我的编号').waitFor(),
  },
  {
    name: 'me-owner',
    route: '/tabs/me/index',
    options: asOwner,
    arrive: ({ page }) => seen(page, '核销礼品').waitFor(),
  },
  {
    name: 'data',
    route: '/identity/pages/data/index',
    options: asCitizen,
    arrive: ({ page }) => heading(page, '登录设备').waitFor(),
  },
  {
    name: 'devices',
    route: '/identity/pages/data/index',
    options: asCitizen,
    arrive: async ({ page }) => {
      await seen(page, 'Windows 电脑 · Edge').waitFor()
      await page.getByRole('button', { name: '全部退出' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'data-delete',
    route: '/identity/pages/data/index',
    options: asCitizen,
    arrive: async ({ page }) => {
      await tap(page, '删除我的数据')
      await page.getByRole('dialog', { name: '先看清楚会删掉什么' }).waitFor()
    },
  },
]

const outlet: readonly Scene[] = [
  {
    name: 'counter-stranger',
    route: '/counter/handover/index',
    arrive: ({ page }) => page.getByRole('button', { name: /登录/ }).waitFor(),
  },
  {
    name: 'counter-nobody',
    route: '/counter/handover/index',
    options: asCitizen,
    arrive: ({ page }) => heading(page, '这里给网点的人用').waitFor(),
  },
  {
    name: 'handover',
    route: '/counter/handover/index',
    options: asOwner,
    arrive: ({ page }) => page.getByRole('button', { name: '先输入 8 位数字' }).waitFor(),
  },
  {
    name: 'handover-refused',
    route: '/counter/handover/index',
    options: { ...asOwner, mayLog: refused },
    arrive: async ({ page }) => {
      await page.getByRole('textbox').fill('99990000')
      await heading(page, '码不对，或者已经换了').waitFor()
    },
  },
  {
    name: 'handover-found',
    route: '/counter/handover/index',
    options: asOwner,
    arrive: async ({ page }, _city, own) => {
      await page.getByRole('textbox').fill(await digitsOf(own.citizen, own.reserved.id))
      await page.getByRole('button', { name: '确认交给顾客' }).waitFor()
      await picturesShown(page)
    },
  },
  {
    name: 'handover-done',
    route: '/counter/handover/index',
    options: asOwner,
    arrive: async ({ page }, _city, own) => {
      // Ordered here: one that was handed over in a first try is gone.
      const { id } = await order(own.citizen, '公益早餐券一份')
      await page.getByRole('textbox').fill(await digitsOf(own.citizen, id))
      await tap(page, '确认交给顾客')
      await heading(page, '已交付').waitFor()
    },
  },
  {
    name: 'handovers',
    route: '/counter/handovers/index',
    options: asOwner,
    arrive: ({ page }) => page.getByRole('listitem').first().waitFor(),
  },
  {
    name: 'counter',
    route: '/counter/code/index',
    options: asOwner,
    arrive: ({ page }) => page.getByRole('img', { name: /打卡码/ }).waitFor(),
  },
]

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

const staff: readonly Scene[] = [
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

export const memberScenes: readonly Scene[] = [...citizen, ...identity, ...outlet, ...staff]

async function typeCode({ page }: Visitor, id: string): Promise<void> {
  await page.getByRole('textbox').fill(id)
  await tap(page, '下一步')
}

const chooseOutlet = (page: Page) =>
  page.getByRole('radiogroup', { name: '到哪里领' }).getByRole('radio').first().click()

/** Every picture in front has come. */
async function picturesShown(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].filter((image) => image.checkVisibility()).every((image) => image.complete),
  )
}
