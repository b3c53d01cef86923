/** A walk through the exhibition hall as the product shows it: by taps, by keyboard, without a network. */
import type { Page } from 'playwright-core'
import { gallerySchema, hallSchema } from '../../functions/exhibition/contract'
import { addDays, dayOf } from '../../functions/shared/day'
import { approvedPicture, draftedExhibit, entryPage } from './support/entries'
import { tabTo } from './support/keyboard'
import { uniqueName } from './support/people'
import { binzhou, get, huaian } from './support/server'
import { button, heading, pageNamed, picturesShown, programKept, tap } from './support/steps'
import { openUntil, seen, until, withVisitors } from './support/visitors'

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

test('what was opened once is there without any network, its picture too, and says so', async () => {
  const gallery = await firstGallery()
  const [first] = gallery.exhibits
  const picture = first?.blocks.find((block) => block.type === 'picture')
  if (!picture) throw new Error('the first exhibit of the demo city has no picture')
  const { page, context, open } = await visits.visit({
    route: '/tabs/hall/index',
    mayLog: /net::ERR_INTERNET_DISCONNECTED/,
    serviceWorkers: 'allow',
  })
  await room(page, gallery.title).waitFor()
  await programKept(page)
  await room(page, gallery.title).click()
  await tap(page, '从第一件看起')
  await heading(page, first?.title ?? '').waitFor()
  await picturesShown(page)
  await tap(page, '收藏')
  await button(page, '已收藏').waitFor()
  await context.setOffline(true)
  await open('/tabs/hall/index')
  await room(page, gallery.title).waitFor()
  await seen(page, /^离线 · /).waitFor()
  await button(page, new RegExp(`^继续看：${first?.title}`)).click()
  await heading(page, first?.title ?? '').waitFor()
  await seen(page, /^离线 · /).waitFor()
  await picturesShown(page)
  const shown = page.getByRole('img', { name: picture.description })
  expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  // The browser's own cache promises nothing; what the worker keeps it keeps until the next program.
  const isKept = (img: HTMLImageElement) => caches.match(img.currentSrc).then((kept) => kept !== undefined)
  expect(await shown.evaluate(isKept)).toBe(true)
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

const onDesktop = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false }
/** A save that was refused is a line in the browser's console. */
const sit = (as: string, route: string) => visits.visit({ ...onDesktop, as, route, mayLog: /status of 409/ })

test('a text is refused for a missing description, approved by another, scheduled, seen, restored, and survives a lost race', async () => {
  const title = uniqueName('一杯热水')
  const picture = { id: 'p', type: 'picture', media: await approvedPicture(), description: '', caption: '' }
  const { id } = await draftedExhibit(title, [{ id: 't', type: 'text', text: '第一稿。' }, picture])
  const { page: editor } = await sit('staff-editor', entryPage(id))

  // It cannot be submitted before it says what is to be seen.
  await seen(editor, '图片还没有说明。').waitFor()
  await seen(editor, '还有 1 处没有写全，补上并保存后才能提交。').waitFor()
  expect(await button(editor, '提交审批').isDisabled()).toBe(true)
  await editor.getByRole('textbox', { name: /^图里有什么/ }).fill('柜台上的一杯热水')
  await tap(editor, '保存')
  await seen(editor, /^已保存/).waitFor()
  await tap(editor, '提交审批')
  await seen(editor, '正在等另一位同事审。要改就先收回来。').waitFor()

  // Another person approves it for a time, and then has it published at once.
  const review = `/desk/review/index?item=${encodeURIComponent(`entry:${id}`)}`
  const publisher = await sit('staff-publisher', review)
  const sheet = publisher.page.getByRole('dialog')
  await tap(publisher.page, /^通过$/)
  await sheet.getByRole('radio', { name: '定时发布' }).click()
  await sheet.getByLabel('哪一天').fill(addDays(dayOf(Date.now()), 2))
  await sheet.getByRole('textbox', { name: /^几点/ }).fill('09:00')
  await sheet.getByRole('button', { name: /通过，到时发布$/ }).click()
  await sheet.waitFor({ state: 'detached' })
  await publisher.open(entryPage(id))
  await tap(publisher.page, '改发布时间')
  await sheet.getByRole('radio', { name: '马上发布' }).click()
  await sheet.getByRole('button', { name: '马上发布' }).click()
  await sheet.waitFor({ state: 'detached' })

  const visitor = await visits.visit()
  const there = heading(visitor.page, title)
  const gallery = `/exhibition/pages/gallery/index?region=${huaian}&gallery=stations`
  const isDrawn = button(visitor.page, '从第一件看起')
  await openUntil(visitor, gallery, isDrawn, visitor.page.getByText(title).first())
  await visitor.open(addressOf(huaian, 'stations', id))
  await there.waitFor()

  // What was published comes back in place of what was written since.
  await editor.reload()
  const words = editor.getByRole('textbox', { name: /^正文/ })
  await words.fill('第二稿。')
  await tap(editor, '保存')
  await seen(editor, /^已保存/).waitFor()
  await tap(editor, '历史版本')
  await tap(editor, '第 1 版，恢复成草稿')
  await editor.getByRole('dialog').getByRole('button', { name: '恢复成草稿' }).click()
  await seen(editor, /^第 1 版已经成了草稿/).waitFor()
  await until(
    editor,
    () => words.inputValue(),
    (value) => value === '第一稿。',
  )
  await button(editor, '第 2 版，恢复成草稿').waitFor()

  // Two write at once: whoever saves later keeps every word, and has the other's beside it.
  await words.fill('第三稿，还没有保存。')
  await publisher.open(entryPage(id))
  await publisher.page.getByRole('textbox', { name: /^标题/ }).fill(`${title}，改过`)
  await tap(publisher.page, '保存')
  await seen(publisher.page, /^已保存/).waitFor()
  await tap(editor, '保存')
  await editor.getByRole('alert').filter({ hasText: '你写的时候，有人先保存了' }).waitFor()
  expect(await words.inputValue()).toBe('第三稿，还没有保存。')
  await tap(editor, '保存')
  await seen(editor, /^已保存/).waitFor()
  expect(await words.inputValue()).toBe('第三稿，还没有保存。')
  expect(await editor.getByRole('textbox', { name: /^标题/ }).inputValue()).toBe(`${title}，改过`)
}, 180_000)
