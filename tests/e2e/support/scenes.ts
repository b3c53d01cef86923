/** Every page in every state worth looking at: how one gets there, and how one knows that it has arrived. */
import type { BrowserContext, Page } from 'playwright-core'
import type { PlaceSummary } from '../../../functions/places/contract'
import type { Catalogue } from '../../../functions/places/rules/catalogue'
import { openAnswer } from '../../../functions/places/rules/opening'
import type { Scene } from './scene'
import { ordinaryMorning, placeThat } from './server'
import { seen, type VisitOptions, type Visitor } from './visitors'

const place = (what: string, is: (place: PlaceSummary) => boolean) => (city: Catalogue) =>
  `/places/pages/detail/index?id=${placeThat(city, what, is).id}`
const report = (city: Catalogue) =>
  `/places/pages/report/index?id=${placeThat(city, 'outlet with things', ({ amenities }) => amenities.length > 2).id}`

const rows = (page: Page) => page.getByRole('list', { name: '地点，由近到远' }).getByRole('listitem').first()
const tap = (page: Page, name: string) => page.getByRole('button', { name }).click()
const drawn = async ({ page }: Visitor) => {
  await rows(page).waitFor()
  await page.locator('.map-cluster, .map-pin').first().waitFor()
  await seen(page, /^分区示意图/).waitFor()
}
const noServer: VisitOptions = {
  mayLog: /net::ERR_FAILED/,
  prepare: (context: BrowserContext) => context.route('**/api/**', (route) => route.abort()),
}
/** Nobody ever answers: the page waits. */
const silent: VisitOptions = {
  prepare: (context: BrowserContext) => context.route('**/api/**', () => {}),
}

/** Somebody in the old town of Huai'an (WGS-84) whose phone tells so. */
export const inOldTown: VisitOptions = {
  geolocation: { longitude: 119.024681, latitude: 33.597531 },
  permissions: ['geolocation'],
}

export const scenes: readonly Scene[] = [
  {
    name: 'home',
    route: '/',
    arrive: ({ page }) => page.getByRole('heading', { name: '最近更新' }).waitFor(),
  },
  {
    name: 'home-here',
    route: '/',
    options: inOldTown,
    arrive: async ({ page }) => {
      await seen(page, '从我的位置算起').waitFor()
      await page.getByRole('heading', { name: '附近还有开着的' }).waitFor()
    },
  },
  {
    name: 'home-age',
    route: '/',
    options: { isNew: true },
    arrive: async ({ page }) => {
      await page.getByRole('dialog', { name: /满 18 周岁了吗/ }).waitFor()
      await seen(page, '演示数据').waitFor()
    },
  },
  {
    name: 'home-city',
    route: '/',
    options: { withoutCity: true },
    arrive: ({ page }) => page.getByRole('button', { name: /^滨州/ }).waitFor(),
  },
  {
    name: 'home-waiting',
    route: '/',
    options: silent,
    arrive: ({ page }) => page.getByRole('status', { name: '正在取这座城市的地点' }).waitFor(),
  },
  {
    name: 'home-no-network',
    route: '/',
    options: noServer,
    arrive: ({ page }) => page.getByRole('button', { name: '再试一次' }).waitFor(),
  },
  {
    name: 'home-cities',
    route: '/',
    arrive: async ({ page }) => {
      await tap(page, '城市：淮安，点按更换')
      await page.getByRole('dialog').getByRole('button', { name: /滨州/ }).waitFor()
    },
  },
  {
    name: 'home-origin',
    route: '/',
    arrive: async ({ page }) => {
      await tap(page, '用我的位置')
      await page.getByRole('dialog').getByRole('button', { name: '用我的位置' }).click()
      await seen(page, '没有得到位置授权').waitFor()
    },
  },
  { name: 'map', route: '/tabs/map/index', fitsOnce: true, arrive: drawn },
  {
    name: 'map-list',
    route: '/tabs/map/index',
    arrive: async (visitor) => {
      await drawn(visitor)
      await visitor.page.getByRole('button', { name: '展开列表' }).filter({ visible: true }).click()
      await visitor.page.getByRole('button', { name: '收起列表' }).waitFor()
    },
  },
  {
    name: 'map-card',
    route: '/tabs/map/index',
    fitsOnce: true,
    arrive: async (visitor) => {
      await drawn(visitor)
      await rows(visitor.page).getByRole('button').click()
      await visitor.page.getByRole('region', { name: /^选中/ }).waitFor()
      await visitor.page.locator('.map-chosen').waitFor()
    },
  },
  {
    name: 'map-filter',
    route: '/tabs/map/index',
    fitsOnce: true,
    arrive: async (visitor) => {
      await drawn(visitor)
      await tap(visitor.page, '筛选')
      const sheet = visitor.page.getByRole('dialog', { name: '筛选' })
      for (const chip of ['爱心救助点', '饮用水']) await sheet.getByRole('checkbox', { name: chip }).click()
      await sheet.getByRole('button', { name: /^看这 \d+ 处$/ }).waitFor()
    },
  },
  {
    name: 'map-nothing',
    route: '/tabs/map/index',
    fitsOnce: true,
    arrive: async (visitor) => {
      const { page } = visitor
      await drawn(visitor)
      await tap(page, '筛选')
      for (const chip of ['公益项目', '微波炉']) {
        await page.getByRole('dialog').getByRole('checkbox', { name: chip }).click()
      }
      await page.getByRole('dialog').getByRole('button', { name: '没有符合的地点' }).click()
      await page.getByRole('heading', { name: '没有符合的地点' }).waitFor()
    },
  },
  {
    name: 'map-legend',
    route: '/tabs/map/index',
    fitsOnce: true,
    arrive: async (visitor) => {
      await drawn(visitor)
      await tap(visitor.page, '图例')
      await visitor.page.getByRole('dialog', { name: '图例' }).waitFor()
    },
  },
  {
    name: 'map-no-network',
    route: '/tabs/map/index',
    options: noServer,
    arrive: ({ page }) => page.getByRole('heading', { name: '还没有取到地点' }).waitFor(),
  },
  {
    name: 'aid',
    route: '/places/pages/aid/index',
    arrive: ({ page }) => page.getByRole('heading', { name: '任何时候都能打' }).waitFor(),
  },
  {
    name: 'aid-no-network',
    route: '/places/pages/aid/index',
    options: noServer,
    arrive: ({ page }) => page.getByRole('heading', { name: '网络连不上，还没有取到救助点' }).waitFor(),
  },
  {
    name: 'place',
    route: place(
      'station in town with much',
      ({ roles, phone, district }) => roles.includes('love-aid') && phone !== null && district === '清江浦',
    ),
    arrive: ({ page }) => page.getByRole('heading', { name: '在哪里' }).waitFor(),
  },
  {
    name: 'place-week',
    route: place('outlet of two spans a day', ({ hours }) => /-12:00,1/.test(hours ?? '')),
    arrive: async ({ page }) => {
      await tap(page, '看后面六天')
      await page.getByRole('button', { name: '收起' }).waitFor()
    },
  },
  {
    name: 'place-closed',
    route: (city) => {
      const now = ordinaryMorning(city)
      const isShut = (place: PlaceSummary) => {
        const open = openAnswer(place, city.calendar, now)
        return open.state === 'closed' && open.note !== null
      }
      return place('outlet shut for a while', isShut)(city)
    },
    arrive: ({ page }) => page.getByRole('heading', { name: '在哪里' }).waitFor(),
  },
  {
    name: 'place-project',
    route: place('project', ({ kind }) => kind === 'project'),
    arrive: ({ page }) => page.getByRole('heading', { name: '福彩公益金资助' }).waitFor(),
  },
  {
    name: 'place-unknown',
    route: '/places/pages/detail/index?id=nowhere',
    arrive: ({ page }) => page.getByRole('heading', { name: '没有找到这个地点' }).waitFor(),
  },
  {
    name: 'report',
    route: report,
    arrive: async ({ page }) => {
      await page.getByRole('radio', { name: '东西用完了' }).click()
      await page.getByRole('radiogroup', { name: '什么用完了' }).getByRole('radio').first().click()
      await page.getByRole('button', { name: '发送' }).waitFor()
    },
  },
  {
    name: 'report-sent',
    route: report,
    arrive: async ({ page }) => {
      await page.getByRole('radio', { name: '营业时间不对' }).click()
      await tap(page, '发送')
      await page.getByRole('heading', { name: /收到了，谢谢|今天已经记过了/ }).waitFor()
    },
  },
  {
    name: 'report-kept',
    route: report,
    options: { mayLog: /net::ERR_INTERNET_DISCONNECTED/ },
    arrive: async ({ page, context }) => {
      await page.getByRole('radio', { name: '搬走了' }).click()
      await context.setOffline(true)
      await tap(page, '发送')
      await page.getByRole('heading', { name: '先存在手机里了' }).waitFor()
    },
  },
  {
    name: 'search',
    route: '/places/pages/search/index',
    arrive: async ({ page }) => {
      await page.getByRole('textbox').fill('qjp')
      await page.getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'search-recent',
    route: '/places/pages/search/index',
    arrive: async ({ page }) => {
      for (const word of ['淮海路', 'hzq']) {
        await page.getByRole('textbox').fill(word)
        await page.getByRole('textbox').press('Enter')
      }
      await tap(page, '清空')
      await page.getByRole('heading', { name: '最近搜过' }).waitFor()
    },
  },
  {
    name: 'search-nothing',
    route: '/places/pages/search/index',
    arrive: async ({ page }) => {
      await page.getByRole('textbox').fill('北京站')
      await page.getByRole('heading', { name: '淮安没有找到“北京站”' }).waitFor()
    },
  },
  {
    name: 'me',
    route: '/tabs/me/index',
    arrive: ({ page }) => page.getByRole('button', { name: '去地图上看看' }).waitFor(),
  },
  {
    name: 'me-favourites',
    route: place('love-aid station', ({ roles }) => roles.includes('love-aid')),
    arrive: async ({ page, open }, city) => {
      const station = placeThat(city, 'love-aid station', ({ roles }) => roles.includes('love-aid'))
      await tap(page, '收藏')
      await page.getByRole('button', { name: '已收藏' }).waitFor()
      await open('/tabs/me/index')
      await page.getByRole('button', { name: new RegExp(station.name) }).waitFor()
    },
  },
  {
    name: 'privacy',
    route: '/about/privacy/index',
    arrive: ({ page }) => page.getByRole('heading', { name: '这部手机里存了什么' }).waitFor(),
  },
  {
    name: 'about',
    route: '/about/about/index',
    arrive: ({ page }) => seen(page, '巷口的一盏灯').waitFor(),
  },
  {
    name: 'contact',
    route: '/about/contact/index',
    arrive: ({ page }) => page.getByRole('heading', { name: '办公时间' }).waitFor(),
  },
]
