/** The exhibition, with every type of block, in every state worth looking at. */
import type { BrowserContext } from 'playwright-core'
import { bulletinColumns } from '../../../functions/exhibition/contract/sheets'
import { exhibitionAnswer } from '../../support/samples/shown-hall'
import { returnedExhibit, submittedExhibit, uploadedPicture } from './entries'
import type { Scene } from './scene'
import { huaian } from './server'
import { button, heading, picturesShown, tap } from './steps'
import { seen, type VisitOptions } from './visitors'

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 640"><rect width="960" height="640" fill="#c9a96a"/></svg>'

/** A hall with every type of block, whatever the city shows, and a picture for each of its files. */
const madeHall: VisitOptions = {
  prepare: async (context: BrowserContext) => {
    await context.route('**/api/exhibition/**', (route) =>
      route.fulfill({ json: exhibitionAnswer(new URL(route.request().url()).pathname) }),
    )
    await context.route('**/media/**', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: picture }),
    )
  },
}
const noServer: VisitOptions = {
  mayLog: /net::ERR_FAILED/,
  prepare: (context: BrowserContext) => context.route('**/api/exhibition/**', (route) => route.abort()),
}
const gallery = '/exhibition/pages/gallery/index?region=320800&gallery=history'
const exhibit = (slug: string, at: number) =>
  `/exhibition/pages/exhibit/index?region=320800&gallery=${slug}&exhibit=320800-exhibit-${slug}-${at}`

const desk = (name: string, as: string, route: string, arrive: Scene['arrive']): Scene => ({
  ...{ name: `staff-${name}`, route, arrive },
  ...{ options: { as }, fitsOnce: true, isDesk: true },
})
const list = '/desk/pages/exhibition/entries/index'

/** Against the running server: what editors see is what it answers. */
const deskScenes: readonly Scene[] = [
  desk('exhibition', 'staff-editor', list, ({ page }) => seen(page, '福彩历程').first().waitFor()),
  desk('exhibition-order', 'staff-editor', list, async ({ page }) => {
    await tap(page, '更多')
    await tap(page, '展厅排先后')
    await tap(page, '公益足迹，往前移')
    await page.getByRole('button', { name: /^保存次序（改 \d 条）$/ }).waitFor()
  }),
  desk('exhibit', 'staff-editor', list, async ({ page, open }) => {
    await open(await returnedExhibit())
    await seen(page, /退回：第二段缺出处/).waitFor()
    await page.getByRole('radio', { name: '定时发布' }).click()
    await seen(page, /^将于 .* 发布$/).waitFor()
  }),
  desk('exhibit-versions', 'staff-editor', list, async ({ page, open }) => {
    await open(await returnedExhibit())
    await page.getByRole('textbox', { name: /^正文/ }).fill('环卫工人老周每天早上六点来接一杯水。')
    await tap(page, '保存')
    await seen(page, /^已保存/).waitFor()
    await tap(page, '历史版本')
    await tap(page, '第 1 版，和现在的文字比较')
    const changed = page.getByRole('region', { name: '正文，改了' })
    await changed.waitFor()
    await changed.scrollIntoViewIfNeeded()
  }),
  desk('exhibit-review', 'staff-publisher', list, async ({ page, open }) => {
    const { title } = await submittedExhibit()
    await open('/desk/review/index')
    await page
      .getByRole('button', { name: new RegExp(title) })
      .filter({ visible: true })
      .first()
      .click()
    await heading(page, '柜台上的一杯热水').waitFor()
    await tap(page, '通过')
    await page.getByRole('button', { name: '通过，到时发布' }).waitFor()
  }),
]

/** The forms of what is new, and what comes in from a file. */
const formScenes: readonly Scene[] = [
  desk('bulletin', 'staff-editor', '/desk/pages/exhibition/entry/index?kind=bulletin', async ({ page }) => {
    await page.getByRole('textbox', { name: /^标题/ }).fill('秋季助学金发放完毕')
    await page.getByRole('textbox', { name: /^摘要/ }).fill('一百名学生拿到助学金。')
    await button(page, '新建公益发布').waitFor()
  }),
  desk('gallery', 'staff-editor', '/desk/pages/exhibition/entry/index?kind=gallery', async ({ page }) => {
    await page.getByRole('textbox', { name: /^标题/ }).fill('福彩历程')
    await page.getByRole('radio', { name: /成年人/ }).waitFor()
  }),
  desk('fund', 'staff-editor', '/desk/pages/exhibition/fund/index', async ({ page }) => {
    await page.getByRole('textbox', { name: /^年份/ }).fill('2031')
    await heading(page, '公益金归哪里').waitFor()
  }),
  desk('sheets', 'staff-editor', '/desk/pages/exhibition/sheets/index', async ({ page }) => {
    const chosen = page.waitForEvent('filechooser')
    await tap(page, '选一个 CSV 文件')
    const rows = [bulletinColumns.join(','), ',通知公告,停电通知,2026-11-20,今晚停电。,八点到十点。,,,,']
    const buffer = Buffer.from(rows.join('\n'))
    await (await chosen).setFiles({ name: '公益发布.csv', mimeType: 'text/csv', buffer })
    await button(page, /^确认，导入成草稿/).waitFor()
  }),
  desk('picture-review', 'staff-publisher', list, async ({ page, open }) => {
    await open(`/desk/review/index?item=${encodeURIComponent(`media:${await uploadedPicture()}`)}`)
    await button(page, '通过').waitFor()
    await picturesShown(page)
  }),
]

const bulletins = `/exhibition/pages/bulletins/index?region=${huaian}`
/** Against the running server: bulletins of the demonstration. */
const bulletinScenes: readonly Scene[] = [
  {
    name: 'bulletins',
    route: bulletins,
    arrive: ({ page }) =>
      button(page, /信息公开 · /)
        .first()
        .waitFor(),
  },
  {
    name: 'bulletins-honours',
    route: `${bulletins}&category=honour`,
    arrive: ({ page }) =>
      page
        .getByRole('list', { name: /年的荣誉$/ })
        .first()
        .waitFor(),
  },
  {
    name: 'bulletins-search',
    route: bulletins,
    arrive: async ({ page }) => {
      await page.getByRole('textbox', { name: '在公益发布里找' }).fill('公益金')
      await tap(page, '查找')
      await seen(page, /^找到 \d+ 条/).waitFor()
    },
  },
  {
    name: 'bulletin',
    route: bulletins,
    arrive: async ({ page }) => {
      await button(page, /^三年筹集公益金/).click()
      await button(page, '其他公益发布').waitFor()
    },
  },
]

export const exhibitionScenes: readonly Scene[] = [
  ...deskScenes,
  {
    name: 'hall',
    route: exhibit('history', 1),
    options: madeHall,
    arrive: async ({ page, open }) => {
      await heading(page, '福彩历程第二件').waitFor()
      await open('/tabs/hall/index')
      await page.getByRole('button', { name: /继续看：福彩历程第二件/ }).waitFor()
    },
  },
  {
    name: 'hall-no-network',
    route: '/tabs/hall/index',
    options: noServer,
    arrive: ({ page }) => page.getByRole('button', { name: '再试一次' }).waitFor(),
  },
  {
    name: 'gallery',
    route: gallery,
    options: madeHall,
    arrive: ({ page }) => page.getByRole('button', { name: /^下一展厅/ }).waitFor(),
  },
  {
    name: 'fund',
    route: '/exhibition/pages/fund/index?region=320800',
    options: madeHall,
    arrive: async ({ page }) => {
      await heading(page, '一元钱的去向').waitFor()
      await button(page, /浦楼社区老年助餐点/).waitFor()
      await tap(page, '本市用了 3,600 万元：看表')
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'exhibit',
    route: exhibit('footprints', 0),
    options: madeHall,
    arrive: async ({ page }) => {
      await heading(page, '公益足迹头一件').waitFor()
      await tap(page, '看文字稿')
      await seen(page, '那年我二十岁。').waitFor()
    },
  },
  {
    // Of the demonstration, on the running server.
    name: 'exhibit-drawn',
    route: `/exhibition/pages/exhibit/index?region=${huaian}&gallery=history&exhibit=${huaian}-exhibit-first-ticket`,
    arrive: async ({ page }) => {
      await heading(page, '第一张奖券').waitFor()
      await picturesShown(page)
    },
  },
  {
    name: 'exhibit-contents',
    route: exhibit('games', 2),
    options: madeHall,
    arrive: async ({ page }) => {
      await tap(page, '目录')
      await page.getByRole('dialog').getByRole('listitem').nth(2).waitFor()
    },
  },
  {
    name: 'exhibit-zoom',
    route: exhibit('footprints', 0),
    options: madeHall,
    arrive: async ({ page }) => {
      await tap(page, '看大图：一张旧彩票')
      await page.getByRole('dialog', { name: '看大图' }).getByRole('img', { name: '一张旧彩票' }).waitFor()
      await picturesShown(page)
    },
  },
  {
    name: 'favourites',
    route: exhibit('history', 1),
    options: madeHall,
    arrive: async ({ page, open }) => {
      await tap(page, '收藏')
      await button(page, '已收藏').waitFor()
      await open('/exhibition/pages/favourites/index')
      await button(page, /^福彩历程第二件/).waitFor()
    },
  },
  {
    name: 'favourites-none',
    route: '/exhibition/pages/favourites/index',
    options: madeHall,
    arrive: ({ page }) => button(page, '去展馆看看').waitFor(),
  },
  ...bulletinScenes,
  ...formScenes,
  {
    name: 'gallery-age',
    route: exhibit('games', 0),
    options: { ...madeHall, isNew: true },
    arrive: ({ page }) => page.getByRole('dialog', { name: /满 18 周岁了吗/ }).waitFor(),
  },
  {
    name: 'gallery-shut',
    route: exhibit('games', 0),
    options: { ...madeHall, isNew: true },
    arrive: async ({ page }) => {
      await tap(page, '我未满 18 周岁')
      await button(page, '回到展馆').waitFor()
    },
  },
]
