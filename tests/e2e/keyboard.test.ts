/** The whole way without a pointer. */
import { press, tabTo } from './support/keyboard'
import { until, withVisitors } from './support/visitors'

const visits = withVisitors()

test('home, map, list, place and back, by the keyboard alone', async () => {
  const { page } = await visits.visit()
  await page.getByRole('heading', { name: '现在开着，离得最近' }).waitFor()
  await tabTo(page, /^地图$/)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: '地点，由近到远' }).waitFor()
  await tabTo(page, /^爱心救助点$/)
  await page.keyboard.press('Space')
  await page.getByRole('checkbox', { name: '爱心救助点', checked: true }).waitFor()

  const row = await tabTo(page, /爱心救助点.*温暖小屋|.+公里.*爱心救助点/)
  await page.keyboard.press('Enter')
  const name = row.split(/ (开到|已关门|今天|明天|营业)/)[0] ?? row
  await page.getByRole('region', { name: /选中：/ }).waitFor()
  await tabTo(page, /^详情$/)
  await page.keyboard.press('Enter')
  const title = page.getByRole('heading', { level: 1, name: '地点' })
  await title.waitFor()
  await page.getByRole('heading', { level: 2, name }).waitFor()
  expect(await title.evaluate((element) => element === document.activeElement)).toBe(true)

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page
    .getByRole('list', { name: '地点，由近到远' })
    .or(page.getByRole('region', { name: /选中/ }))
    .first()
    .waitFor()
})

test('a question keeps the focus in it until it is answered', async () => {
  const { page } = await visits.visit({ isNew: true })
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  for (let n = 0; n < 7; n++) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor()
  await tabTo(page, /我已满 18 周岁/)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
})

test('a sheet closes with Escape and gives the focus back', async () => {
  const { page } = await visits.visit()
  await page.getByRole('heading', { name: '现在开着，离得最近' }).waitFor()
  const opener = await tabTo(page, /用我的位置/)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '从哪里算距离' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const focused = await page.evaluate(() =>
    document.activeElement instanceof HTMLElement
      ? document.activeElement.innerText.replace(/\s+/g, ' ')
      : '',
  )
  expect(focused).toBe(opener)
})

test('search takes words at once, and Enter keeps them', async () => {
  const { page } = await visits.visit()
  await tabTo(page, /找网点、地址、编号/)
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: '名称、地址、编号或拼音' })
  await field.waitFor()
  await until(
    page,
    () => field.evaluate((element) => element === document.activeElement),
    (isFocused) => isFocused,
  )
  await page.keyboard.type('qjp')
  await page.getByRole('listitem').first().waitFor()
  await page.keyboard.press('Enter')
  await tabTo(page, /^清空$/)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'qjp' }).waitFor()
})

test('the map’s list is one stop: a few Tabs lead past it to zoom and navigation, arrows through it', async () => {
  const { page } = await visits.visit({ route: '/tabs/map/index' })
  const list = page.getByRole('list', { name: '地点，由近到远' })
  await list.getByRole('listitem').first().waitFor()
  await press(page, /^跳到地点列表$/)
  const focused = () => page.evaluate(() => document.activeElement?.closest('[role=listitem]')?.ariaPosInSet)
  expect(await focused()).toBe('1')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown']) await page.keyboard.press(key)
  expect(await focused()).toBe('7')
  await page.keyboard.press('End')
  const last = await list.getByRole('listitem').first().getAttribute('aria-setsize')
  await until(page, focused, (at) => at === last)
  await page.keyboard.press('Home')
  await until(page, focused, (at) => at === '1')

  const passed: string[] = []
  for (let n = 0; n < 12 && !passed.includes('首页'); n++) {
    await page.keyboard.press('Tab')
    passed.push(
      await page.evaluate(
        () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '',
      ),
    )
  }
  expect(passed).toEqual(expect.arrayContaining(['放大地图', '缩小地图', '图例', '首页']))
})
