/** A walk through the exhibition hall as the product shows it: by taps, by keyboard, without a network. */
import type { BrowserContext, Page } from 'playwright-core'
import { gallerySchema, hallSchema } from '../../functions/exhibition/contract'
import { tabTo } from './support/keyboard'
import { get, huaian } from './support/server'
import { button, heading, pageNamed, tap } from './support/steps'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

/** The first gallery of the hall, with all its exhibits. */
async function firstGallery() {
  const { galleries } = await get(`/api/exhibition/${huaian}`, hallSchema)
  const [first] = galleries
  if (!first) throw new Error('the demo city has no gallery')
  return get(`/api/exhibition/${huaian}/galleries/${first.gallery}`, gallerySchema)
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
  await withoutServer(context)
  await open('/tabs/hall/index')
  await room(page, gallery.title).waitFor()
  await seen(page, /^离线 · /).waitFor()
  await button(page, new RegExp(`^继续看：${first?.title}`)).click()
  await heading(page, first?.title ?? '').waitFor()
  await seen(page, /^离线 · /).waitFor()
})

const withoutServer = (context: BrowserContext) => context.route('**/api/**', (route) => route.abort())
