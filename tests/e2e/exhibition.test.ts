/** A walk through the exhibition hall as the product shows it: by taps, by keyboard, without a network. */
import type { BrowserContext, Page } from 'playwright-core'
import { gallerySchema, hallSchema } from '../../functions/exhibition/contract'
import { tabTo } from './support/keyboard'
import { binzhou, get, huaian } from './support/server'
import { button, heading, pageNamed, tap } from './support/steps'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

/** The first gallery of a city's hall, with all its exhibits. */
async function firstGallery(city = huaian) {
  const { galleries } = await get(`/api/exhibition/${city}`, hallSchema)
  const [first] = galleries
  if (!first) throw new Error('the demo city has no gallery')
  return get(`/api/exhibition/${city}/galleries/${first.gallery}`, gallerySchema)
}

const addressOf = (region: string, gallery: string, exhibit: string) =>
  `/exhibition/pages/exhibit/index?region=${region}&gallery=${gallery}&exhibit=${exhibit}`

/** The first exhibit of the city that has a picture: its address, and what is said of the picture. */
async function pictured() {
  const { galleries } = await get(`/api/exhibition/${huaian}`, hallSchema)
  for (const { gallery, adultsOnly } of galleries) {
    if (adultsOnly) continue
    const { exhibits } = await get(`/api/exhibition/${huaian}/galleries/${gallery}`, gallerySchema)
    for (const { id, blocks } of exhibits)
      for (const block of blocks)
        if (block.type === 'picture')
          return { route: addressOf(huaian, gallery, id), description: block.description }
  }
  throw new Error('no exhibit of the demo city has a picture')
}

const room = (page: Page, title: string) =>
  page.getByRole('group', { name: '展馆平面图' }).getByRole('link', { name: new RegExp(`^${title}，`) })

test('a gallery is walked from the plan to its last exhibit, and the hall remembers where one was', async () => {
  const gallery = await firstGallery()
  const { page } = await visits.visit()
  await page.getByRole('link', { name: '展馆', exact: true }).click()
  await pageNamed(page, '展馆')
  await room(page, gallery.title).click()
  await heading(page, gallery.title).waitFor()
  await tap(page, '从第一件看起')
  for (const [at, { title }] of gallery.exhibits.entries()) {
    await heading(page, title).waitFor()
    await seen(page, `${gallery.title} · 第 ${at + 1} 件，共 ${gallery.exhibits.length} 件`).waitFor()
    if (gallery.exhibits[at + 1]) await button(page, /^下一件：/).click()
  }
  await button(page, /^(下一展厅：|看完了，回到展馆)/).waitFor()
  // Back is out of the gallery, not through all that was seen.
  await button(page, '返回').click()
  await button(page, /^继续看：/).waitFor()
  await button(page, '返回').click()
  const last = gallery.exhibits[gallery.exhibits.length - 1]
  await button(page, new RegExp(`^继续看：${last?.title}`)).waitFor()
})

test('the plan is walked by the keyboard', async () => {
  const gallery = await firstGallery()
  const { page } = await visits.visit({ route: '/tabs/hall/index' })
  await room(page, gallery.title).waitFor()
  await tabTo(page, new RegExp(`^${gallery.title}，`))
  await page.keyboard.press('Enter')
  await heading(page, gallery.title).waitFor()
})

test('what was opened once is there without a network, and says so', async () => {
  const gallery = await firstGallery()
  const [first] = gallery.exhibits
  const { page, context, open } = await visits.visit({
    route: '/tabs/hall/index',
    mayLog: /net::ERR_FAILED/,
  })
  await room(page, gallery.title).click()
  await tap(page, '从第一件看起')
  await heading(page, first?.title ?? '').waitFor()
  await tap(page, '收藏')
  await button(page, '已收藏').waitFor()
  await withoutServer(context)
  await open('/tabs/hall/index')
  await room(page, gallery.title).waitFor()
  await seen(page, /^离线 · /).waitFor()
  await button(page, new RegExp(`^继续看：${first?.title}`)).click()
  await heading(page, first?.title ?? '').waitFor()
  await seen(page, /^离线 · /).waitFor()
  await open('/tabs/hall/index')
  await button(page, /^收藏的展品/).click()
  await button(page, new RegExp(`^${first?.title}`)).click()
  await heading(page, first?.title ?? '').waitFor()
})

test('a picture is looked into by the keyboard and by two taps, and Escape leads back to where one was', async () => {
  const { route, description } = await pictured()
  const { page } = await visits.visit({ route })
  const opener = `看大图：${description}`
  await button(page, opener).waitFor()
  await button(page, opener).focus()
  await page.keyboard.press('Enter')
  const viewer = page.getByRole('dialog', { name: '看大图' })
  const picture = viewer.getByRole('img', { name: description })
  await picture.waitFor()
  const scale = () => picture.evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a)
  await page.keyboard.press('+')
  expect(await scale()).toBe(2)
  await page.keyboard.press('-')
  expect(await scale()).toBe(1)
  await viewer.locator('img').dblclick()
  expect(await scale()).toBe(2)
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(opener)
})

test.each([huaian, binzhou])(
  'an exhibit of %s that was shared opens for somebody who never chose a city',
  async (city) => {
    const { gallery, exhibits } = await firstGallery(city)
    const [, second] = exhibits
    const { page } = await visits.visit({
      route: addressOf(city, gallery, second?.id ?? ''),
      withoutCity: true,
    })
    await heading(page, second?.title ?? '').waitFor()
    await button(page, /^上一件：/).waitFor()
  },
)

const withoutServer = (context: BrowserContext) => context.route('**/api/**', (route) => route.abort())
