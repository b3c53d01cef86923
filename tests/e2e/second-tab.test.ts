/** Two tabs of one browser share one session: what is shown in one is never done for whoever logged in in the other. */
import { account, give, member, orders, storedSession, uniqueName } from './support/people'
import { button } from './support/steps'
import { seen, until, withVisitors } from './support/visitors'

const visits = withVisitors()

test('a sheet of one person goes when another logs in in a second tab, and nothing is ordered for either', async () => {
  const [first, second] = [uniqueName('tabs-first'), uniqueName('tabs-second')]
  await give(first, 300)
  await give(second, 200)
  const { page, context } = await visits.visit({ as: first, route: '/points/pages/gifts/index' })
  const balance = async (name: string) => (await account(name)).balance
  const had = { first: await balance(first), second: await balance(second) }
  await page.getByRole('link', { name: /公益早餐券/ }).click()
  await page.getByRole('radio', { name: /城南站/ }).click()
  await button(page, '用 60 积分兑换').click()
  const sheet = page.getByRole('dialog', { name: /^兑换“公益早餐券/ })
  await sheet.getByText(`${had.first} 分，兑换后 ${had.first - 60} 分`).waitFor()

  const tab = await context.newPage()
  await tab.goto('/#/tabs/points/index')
  await seen(tab, '淮安的可用积分').waitFor()
  const { name, value } = storedSession((await member(second)).session)
  await tab.evaluate(([key, text]) => localStorage.setItem(key ?? '', text ?? ''), [name, value])

  await sheet.waitFor({ state: 'detached' })
  await button(page, '用 60 积分兑换').or(button(page, '先选好到哪里领')).waitFor()
  await page.goto('/#/tabs/points/index')
  await until(
    page,
    () => page.locator('body').innerText(),
    (text) => text.includes(String(had.second)),
  )
  expect(await orders(first)).toEqual([])
  expect(await orders(second)).toEqual([])
  expect(await balance(first)).toBe(had.first)
  expect(await balance(second)).toBe(had.second)
})
