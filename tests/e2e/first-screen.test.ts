/** Until the program has come, the page shows its own frame (miniapp/config/first-screen). */
import type { Locator, Page } from 'playwright-core'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

const program = /\/(js|chunk)\/.*\.js$/
const places = /\/api\/regions\/\d+\/places/

/** Holds back what matches until it is let go. */
async function hold(page: Page, what: RegExp): Promise<() => void> {
  let letGo = () => {}
  const gone = new Promise<void>((done) => {
    letGo = done
  })
  await page.route(what, async (route) => {
    await gone
    await route.continue()
  })
  return letGo
}

/** Where what stays stands, whole px from the left and top, and how high it is. */
async function boxesIn(root: Locator): Promise<Record<string, number[]>> {
  const texts = ['找网点、地址、编号', '现在开着，离得最近', '附近网点', '需要帮助', '首页']
  const boxes = texts.map(async (text): Promise<[string, number[]]> => {
    const box = await root.getByText(text, { exact: true }).filter({ visible: true }).first().boundingBox()
    return [text, box ? [box.x, box.y, box.height].map(Math.round) : []]
  })
  return Object.fromEntries(await Promise.all(boxes))
}

test.each([
  ['normal letters', {}],
  ['large letters', { elder: true }],
])('what the page shows first stands where it stays, until the answer is there (%s)', async (_, options) => {
  const { page } = await visits.visit({ ...options, route: '/tabs/home/index' })
  await seen(page, '去那里').waitFor()
  // Who was here before and has no places any more: the city is chosen, and all of it has to come.
  await page.evaluate(() => {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('fuyi.catalogue')) localStorage.removeItem(name)
  })
  const letProgram = await hold(page, program)
  const letPlaces = await hold(page, places)
  await page.goto('about:blank')
  const opened = page.goto('/')
  const frame = page.locator('#frame')
  await frame.getByText('需要帮助').filter({ visible: true }).waitFor()
  const first = await boxesIn(frame)
  letProgram()
  await opened
  await frame.waitFor({ state: 'detached' })
  const screen = page.locator('.screen').filter({ visible: true })
  const waiting = await boxesIn(screen)
  letPlaces()
  await seen(page, '去那里').waitFor()
  expect({ waiting, answered: await boxesIn(screen) }).toEqual({ waiting: first, answered: first })
})

test('nothing moves when the program takes the place of the frame', async () => {
  const { page } = await visits.visit({ route: '/tabs/home/index' })
  await seen(page, '去那里').waitFor()
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && typeof entry.value === 'number') shifts.push(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('about:blank')
  const letProgram = await hold(page, program)
  const letPlaces = await hold(page, places)
  const opened = page.goto('/')
  await page.locator('#frame').getByText('需要帮助').filter({ visible: true }).waitFor()
  await painted(page)
  letProgram()
  await opened
  await page.locator('#frame').waitFor({ state: 'detached' })
  await painted(page)
  expect(await page.evaluate('shifts')).toEqual([])
  letPlaces()
})

/** Until what has changed by now has been drawn. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
}

test('a way in that is pressed before the program has come leads there', async () => {
  const { page } = await visits.visit({ route: '/tabs/home/index' })
  const letProgram = await hold(page, program)
  await page.goto('about:blank')
  const opened = page.goto('/')
  await page.locator('#frame').getByText('需要帮助').filter({ visible: true }).click()
  letProgram()
  await opened
  await page.getByRole('heading', { name: '爱心救助' }).filter({ visible: true }).waitFor()
})
