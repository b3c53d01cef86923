/** The whole way of a gift: from the login to the counter, and to whoever is asked about it later. */
import type { BrowserContext, Page } from 'playwright-core'
import { demoOutlet } from '../../infra/demo/people'
import { account, digitsOf, give, order, orders, uniqueName, unusedCodes } from './support/people'
import { button, digitsOn, heading, logIn, orderOn, showCode, typeDigits } from './support/steps'
import { seen, until, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()
/** Several people, one after the other, each with a browser. */
const long = 300_000
/** What is refused is a line in the browser's console. */
const refusals = /status of 4\d\d/
const deadNetwork = /net::ERR_(INTERNET_DISCONNECTED|FAILED)|status of 4\d\d/

const desktop = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false }

test(
  'a citizen earns, redeems and is handed the gift; staff find every reason, and that they looked is on record',
  async () => {
    const { page: aunt } = await visits.visit({
      clock: 'real',
      route: '/tabs/points/index',
      mayLog: refusals,
    })
    await button(aunt, '登录，开始攒积分').click()
    await logIn(aunt, '林阿姨')
    await seen(aunt, '淮安的可用积分').waitFor()
    await checkIn(aunt)
    const before = (await account('citizen-1')).balance
    await enterCodes(aunt)
    const earned = (await account('citizen-1')).balance
    expect(earned).toBe(before + 30)

    const number = await redeem(aunt)
    expect((await account('citizen-1')).balance).toBe(earned - 60)
    await handOver(aunt)
    await lookInto(number)
  },
  long,
)

/** Unless she has today, as after a first try of this test. */
async function checkIn(page: Page): Promise<void> {
  const done = seen(page, '今天已完成')
  await button(page, /^签到/).or(done).first().waitFor()
  if (await button(page, /^签到/).isVisible()) await button(page, /^签到/).click()
  await done.waitFor()
}

test('on two phones the second check-in is shown as done, and earns nothing more', async () => {
  const name = uniqueName('walk-checks-in')
  const phones = [
    await visits.visit({ as: name, route: '/tabs/points/index' }),
    await visits.visit({ as: name, route: '/tabs/points/index' }),
  ]
  for (const { page } of phones) await button(page, /^签到/).waitFor()
  const balances: number[] = []
  for (const { page } of phones) {
    await button(page, /^签到/).click()
    await seen(page, '今天已完成').waitFor()
    expect(await button(page, /^签到/).count()).toBe(0)
    balances.push((await account(name)).balance)
  }
  expect(balances[0]).toBeGreaterThan(0)
  expect(balances[1]).toBe(balances[0])
})

/** One of the seeded batch: misread, right, and used. */
async function enterCodes(page: Page): Promise<void> {
  const [code = '', other = ''] = await unusedCodes()
  await page.getByRole('link', { name: /积分码/ }).click()
  const field = page.getByRole('textbox').filter({ visible: true })
  const last = code.at(-1) === 'Z' ? 'Y' : 'Z'
  await field.fill(code.slice(0, -1) + last)
  await page.getByRole('alert').waitFor()
  expect(await button(page, '得积分').isDisabled()).toBe(true)

  await field.fill(code.toLowerCase().replaceAll('-', ''))
  await button(page, '得积分').click()
  await seen(page, '+30').waitFor()
  await button(page, '再输一个').click()
  await field.fill(code)
  await button(page, '得积分').click()
  // The same person again: it was this code of theirs, and counts once.
  await seen(page, /已经记过了|这个积分码已经用过/).waitFor()
  expect(other).not.toBe(code)
}

/** Two taps on the button, one order. Gives its number. */
async function redeem(page: Page): Promise<string> {
  const had = (await orders('citizen-1')).length
  await page.goto('/#/points/pages/gifts/index')
  await page.getByRole('link', { name: /公益早餐券/ }).click()
  await page.getByRole('radio', { name: /城南站/ }).click()
  await button(page, '用 60 积分兑换').click()
  const sheet = page.getByRole('dialog', { name: '兑换“公益早餐券一份”' })
  await sheet.getByRole('button', { name: '用 60 积分兑换' }).dblclick()
  await button(page, '出示领取码').waitFor()
  expect(await orders('citizen-1')).toHaveLength(had + 1)
  return orderOn(page)
}

/** Over the counter; then once more, which is refused with the time. */
async function handOver(aunt: Page): Promise<void> {
  const { page: chen } = await visits.visit({ clock: 'real', route: '/tabs/me/index', mayLog: refusals })
  await button(chen, '登录').click()
  await logIn(chen, '陈店主')
  await button(chen, /^核销礼品/).click()
  await showCode(aunt)
  const digits = await digitsOn(aunt)
  await typeDigits(chen, digits)
  await heading(chen, '公益早餐券一份').waitFor()
  await chen.getByRole('img', { name: '公益早餐券一份' }).waitFor()
  await seen(aunt, /每 30 秒换一次/).waitFor()

  await button(chen, '确认交给顾客').click()
  const pressed = Date.now()
  await Promise.all([
    heading(chen, '已交付').waitFor(),
    seen(aunt, '已领取')
      .waitFor()
      .then(() => console.info(`the citizen's screen: 已领取 after ${Date.now() - pressed} ms`)),
  ])
  await button(chen, '下一位').click()
  await typeDigits(chen, digits)
  await seen(chen, /\d{2}:\d{2} 已经交过了/).waitFor()
  await button(chen, /核销记录/).click()
  await seen(chen, '公益早餐券一份').waitFor()
}

/** From a desktop that a phone let in. */
async function lookInto(number: string): Promise<void> {
  const { page: desk } = await visits.visit({
    ...desktop,
    clock: 'real',
    route: '/identity/pages/login/index',
  })
  await logInByTicket(desk)
  await desk.goto('/#/desk/pages/points/ledger/index')
  await desk.getByRole('textbox', { name: /兑换单号/ }).fill(number.toUpperCase())
  await button(desk, '查流水').click()
  await seen(desk, '这一次查看已经记在操作记录里。').waitFor()
  const ledger = desk.getByRole('table', { name: '流水' })
  for (const reason of ['签到', '积分码', '兑换“公益早餐券一份”', '福彩中心更正', '主题活动'])
    await ledger.getByText(reason, { exact: true }).first().waitFor()
  await ledger.getByText('演示活动', { exact: true }).first().waitFor()

  await desk.getByRole('link', { name: '操作记录' }).click()
  await desk
    .getByRole('row', { name: /查看流水 我/ })
    .first()
    .click()
  await seen(desk, '只是查看，没有改动什么。').waitFor()
  expect(await desk.getByText(number).filter({ visible: true }).count()).toBeGreaterThan(0)
}

/** The code on the screen, approved on a phone where its digits are typed. */
async function logInByTicket(desk: Page): Promise<void> {
  const phone = await visits.visit({ as: 'staff-admin', route: '/identity/pages/approve/index' })
  await button(desk, '改用手机扫码登录').click()
  await desk.getByRole('img', { name: '登录码' }).waitFor()
  const typed = await seen(desk, /扫不了就在手机上输入/).innerText()
  const digits = /四位数字：(\d{4})/.exec(await seen(desk, /四位数字：/).innerText())?.[1]
  await phone.page.getByRole('textbox').fill(typed.split('：')[1] ?? '')
  await button(phone.page, '下一步').click()
  await seen(phone.page, /Linux 电脑 · Chrome/).waitFor()
  await phone.page.getByRole('textbox', { name: /四位数字/ }).fill(digits ?? 'no digits')
  await button(phone.page, '允许登录').click()
  await heading(phone.page, '已经允许').waitFor()
  await heading(desk, '工作台').waitFor()
}

test('an answer that is lost on the way is asked for again, and it is the same order', async () => {
  const name = uniqueName('walk-lost-answer')
  await give(name, 300)
  const { page, context, requests } = await visits.visit({
    as: name,
    route: '/points/pages/gifts/index',
    mayLog: deadNetwork,
  })
  await page.getByRole('link', { name: /公益早餐券/ }).click()
  await page.getByRole('radio', { name: /城南站/ }).click()
  await button(page, '用 60 积分兑换').click()
  await loseAnswers(context)
  await page.getByRole('dialog').getByRole('button', { name: '用 60 积分兑换' }).click()
  await page.getByRole('dialog', { name: '还没有等到兑换结果' }).waitFor()
  await context.unroute('**/api/orders')
  await page.getByRole('dialog').getByRole('button', { name: '再问一次' }).click()
  await button(page, '出示领取码').waitFor()

  const sent = requests.filter(
    (one) => one.method() === 'POST' && new URL(one.url()).pathname === '/api/orders',
  )
  expect(sent.length).toBeGreaterThan(1)
  expect(new Set(sent.map((one) => one.headers()['idempotency-key'])).size).toBe(1)
  expect((await orders(name)).map(({ id }) => id)).toEqual([orderOn(page)])
})

/** The server does it, and the answer is lost. */
const loseAnswers = (context: BrowserContext) =>
  context.route('**/api/orders', async (route) => {
    await route.fetch()
    await route.abort()
  })

test('the code of an order that was opened today is there without a network, after a new start too', async () => {
  const name = uniqueName('walk-offline')
  await give(name, 100)
  const { id } = await order(name, '公益早餐券一份')
  const { page, context, open } = await visits.visit({
    as: name,
    route: `/points/pages/order/index?id=${id}`,
    serviceWorkers: 'allow',
    mayLog: deadNetwork,
  })
  await showCode(page)
  await workerActive(page)
  await context.setOffline(true)
  await open(`/points/pages/order/index?id=${id}`)
  await showCode(page)
  await seen(page, '现在没有网。这个码今天照样能用。').waitFor()

  // The counter has a network: what a phone without one shows is right.
  const chen = await visits.visit({ as: 'owner', route: '/counter/handover/index' })
  await typeDigits(chen.page, await digitsOn(page))
  await button(chen.page, '确认交给顾客').click()
  await heading(chen.page, '已交付').waitFor()
  await context.setOffline(false)
  await seen(page, '已领取').waitFor()
})

/** The browser keeps the program from now on. */
const workerActive = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise((done) => active?.addEventListener('statechange', done, { once: true }))
  })

test('another outlet learns nothing from the code, is asked to look at the order, and nothing is handed over', async () => {
  const name = uniqueName('walk-elsewhere')
  await give(name, 100)
  const { id } = await order(name, '公益早餐券一份', demoOutlet)
  const wu = await visits.visit({ as: 'salesperson', route: '/counter/handover/index', mayLog: refusals })
  await typeDigits(wu.page, await digitsOf(name, id))
  await heading(wu.page, '码不对，或者已经换了').waitFor()
  await seen(wu.page, /也看一眼兑换单上写的是不是这个网点/).waitFor()
  expect((await orders(name)).map(({ state }) => state)).toEqual(['reserved'])
  const own = await visits.visit({ as: name, route: `/points/pages/order/index?id=${id}` })
  await heading(own.page, '到这里领').waitFor()
  await seen(own.page, /城南站/).waitFor()
})

test('a counter without a network says so at each step, and nothing is half done', async () => {
  const name = uniqueName('walk-dead-counter')
  await give(name, 100)
  const { id } = await order(name, '公益早餐券一份')
  const stateNow = async () => (await orders(name)).map(({ state }) => state)
  const { page, context } = await visits.visit({
    as: 'owner',
    route: '/counter/handover/index',
    mayLog: deadNetwork,
  })
  await heading(page, '核销礼品').first().waitFor()
  await context.setOffline(true)
  await typeDigits(page, await digitsOf(name, id))
  await heading(page, '没有网络，查不了').waitFor()
  await context.setOffline(false)
  await button(page, '查这一单').click()
  await button(page, '确认交给顾客').waitFor()

  await context.setOffline(true)
  await button(page, '确认交给顾客').click()
  await heading(page, '没有网络，没有交成').waitFor()
  expect(await stateNow()).toEqual(['reserved'])
  await context.setOffline(false)
  await button(page, '确认交给顾客').click()
  await heading(page, '已交付').waitFor()
  expect(await stateNow()).toEqual(['picked-up'])
})

test('a confirmation whose answer is lost is confirmed again, and counts once', async () => {
  const name = uniqueName('walk-lost-confirmation')
  await give(name, 100)
  const { id } = await order(name, '公益早餐券一份')
  const { page, context } = await visits.visit({
    as: 'owner',
    route: '/counter/handover/index',
    mayLog: deadNetwork,
  })
  await typeDigits(page, await digitsOf(name, id))
  await button(page, '确认交给顾客').waitFor()
  await context.route('**/api/pickups', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await button(page, '确认交给顾客').click()
  await heading(page, '没等到回应，不知道记上没有').waitFor()
  await context.unroute('**/api/pickups')
  await button(page, '再确认一次').click()
  await heading(page, '已交付').waitFor()
  await seen(page, '这一单刚才就记上了，只算一次，没有重复。').waitFor()
})

test.each([
  ['the counter', '/counter/handover/index', '这里给网点的人用'],
  ['the centre’s desk', '/desk/home/index', '这里给市福彩中心的同事用'],
  ['the gifts of staff', '/desk/pages/points/gifts/index', '这里给市福彩中心的同事用'],
])('%s says to a citizen whom it is for and who can let them in', async (_, route, title) => {
  const { page, requests } = await visits.visit({ as: 'walk-citizen', route })
  await heading(page, title).waitFor()
  await seen(page, '我的编号').waitFor()
  expect(staffRequests({ requests })).toEqual([])
})

test('staff without the power see which one it takes', async () => {
  const { page } = await visits.visit({ as: 'staff-gifts', route: '/desk/pages/points/ledger/index' })
  await heading(page, '这一页要有“查账”权限').waitFor()
})

const staffRequests = ({ requests }: Pick<Visitor, 'requests'>) =>
  requests.filter((request) => /\/api\/(staff|pickups|outlets)/.test(request.url())).map((one) => one.url())

test('logging out leaves nothing of the person on the phone, and the way in stands again', async () => {
  const { page } = await visits.visit({ as: uniqueName('walk-leaver'), route: '/identity/pages/data/index' })
  await button(page, '退出这台设备').click()
  await button(page, '登录').waitFor()
  const kept = await page.evaluate(() => Object.keys(localStorage))
  expect(kept.filter((name) => /session|pickup|ordering|counter/.test(name))).toEqual([])
})

test('what one takes along is all that was done, and deleting takes the person away', async () => {
  const name = uniqueName('walk-owner-of-data')
  await give(name, 200)
  const { id } = await order(name, '公益早餐券一份')
  const { page } = await visits.visit({
    as: name,
    route: '/identity/pages/data/index',
    acceptDownloads: true,
  })
  await seen(page, /兑换单 1 张，待领取 1 张/).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载全部').click()])
  const taken = await textOf(await download.createReadStream())
  const { balance } = await account(name)
  expect(JSON.parse(taken)).toMatchObject({
    points: [{ region: '320800', balance, orders: [{ id, state: 'reserved' }] }],
  })
  const reasons: string[] = JSON.parse(taken).points[0].entries.map(
    (entry: { reason: { type: string } }) => entry.reason.type,
  )
  expect(reasons.sort()).toEqual(['adjustment', 'check-in', 'order'])

  await button(page, '删除我的数据').click()
  await seen(page, `淮安的 ${balance} 积分作废，拿不回来。`).waitFor()
  await seen(page, '“公益早餐券一份”还没有领，删除后就领不到了。').waitFor()
  await button(page, '看清楚了，下一步').click()
  await button(page, '删除，不再恢复').click()
  await heading(page, '已经删除').waitFor()
  await until(
    page,
    () => page.evaluate(() => localStorage.getItem('fuyi.session')),
    (kept) => kept === null,
  )
})

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += chunk
  return text
}
