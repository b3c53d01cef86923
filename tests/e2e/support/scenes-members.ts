/** Points, gifts, the login and one's data, in every state worth looking at. */
import type { Page } from 'playwright-core'
import type { TicketPurpose } from '../../../functions/identity/contract'
import type { Belongings } from './belongings'
import { desktopOf, giftId, openTicket } from './people'
import { asCitizen, asOwner, type Scene } from './scene'
import { counterScenes } from './scenes-counter'
import { deskScenes } from './scenes-desk'
import { heading, picturesShown, showCode, tap } from './steps'
import { seen, type Visitor } from './visitors'

const orderPage = (which: 'reserved' | 'pickedUp' | 'cancelled') => (_: unknown, own: Belongings) =>
  `/points/pages/order/index?id=${own[which].id}`
const gift = (name: string) => `/points/pages/gift/index?id=${giftId(name)}`

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

export const memberScenes: readonly Scene[] = [...citizen, ...identity, ...counterScenes, ...deskScenes]

async function typeCode({ page }: Visitor, id: string): Promise<void> {
  await page.getByRole('textbox').fill(id)
  await tap(page, '下一步')
}

const chooseOutlet = (page: Page) =>
  page.getByRole('radiogroup', { name: '到哪里领' }).getByRole('radio').first().click()
