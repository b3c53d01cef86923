/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The one foot of whatever is edited at the desk says whether it is saved, and leads back to what is.
 */
import { aGift, someRules } from './builders'
import { atWork, lost, outlet, type Routes, refused, region, staff } from './work'

const gift = aGift({ outlets: [outlet] })
const put = `PUT /api/staff/gifts/${gift.id}`

const everything = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/proposals': { proposals: [] },
  'GET /api/staff/adjustments': { adjustments: [] },
  'GET /api/staff/code-batches': { batches: [] },
  [`GET /api/staff/rules/${region}`]: someRules(),
}

async function opened(more: Routes = {}) {
  const work = atWork([staff('gifts')], { ...everything, ...more }, { width: 1440 })
  work.open('desk/pages/points/gifts')
  const { screen, fireEvent } = work
  fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
  const price = () => screen.getByRole('textbox', { name: /^积分/ })
  const write = (value: string) => fireEvent.change(price(), { target: { value } })
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  return { ...work, price, write, press }
}

it('says that nothing is changed, that something is not saved, and goes back to what is saved', async () => {
  const { screen, price, write, press } = await opened()
  expect(screen.getByText('没有改动')).toBeTruthy()
  write('150')
  expect(screen.getByText('还没有保存')).toBeTruthy()
  press('改回原来的')
  expect(price()).toHaveProperty('value', String(gift.price))
  expect(screen.getByText('没有改动')).toBeTruthy()
})

it('says that it is being saved, and then that it is, until something is written again', async () => {
  let answer: (value: unknown) => void = () => {}
  const { screen, write, press } = await opened({
    [put]: (body: unknown) =>
      new Promise((resolve) => {
        answer = () => resolve({ ...gift, ...Object(body), version: gift.version + 1 })
      }),
  })
  write('150')
  press('保存修改')
  expect(await screen.findByText('正在保存…')).toBeTruthy()
  expect(screen.getByRole('button', { name: '保存修改' })).toHaveProperty('disabled', true)
  answer(null)
  expect(await screen.findByText(/^已保存/)).toBeTruthy()
  write('160')
  expect(screen.queryByText(/^已保存/)).toBeNull()
  expect(screen.getByText('还没有保存')).toBeTruthy()
})

it('says that another saved first, and keeps what was written', async () => {
  const theirs = { ...gift, price: 90, version: gift.version + 1 }
  let puts = 0
  const { screen, price, write, press } = await opened({
    'GET /api/staff/gifts': () => ({ gifts: [puts === 0 ? gift : theirs] }),
    [put]: () => {
      puts += 1
      return refused('edited-meanwhile', 409)
    },
  })
  write('150')
  press('保存修改')
  expect(await screen.findByText('有人先保存了，你写的还没有保存')).toBeTruthy()
  expect(price()).toHaveProperty('value', '150')
  expect(screen.getByRole('radio', { name: '对方的：90' })).toBeTruthy()
})

it('says why it could not be saved, and keeps what was written', async () => {
  const { screen, price, write, press } = await opened({ [put]: lost })
  write('150')
  press('保存修改')
  await screen.findByRole('alert')
  expect(screen.getByText('还没有保存')).toBeTruthy()
  expect(price()).toHaveProperty('value', '150')
})

it('is the same for the rules of points', async () => {
  const { open, screen, fireEvent } = atWork(
    [staff('gifts')],
    { ...everything, [`GET /api/staff/rules/${region}`]: someRules() },
    { width: 1440 },
  )
  open('desk/pages/points/rules')
  const cap = await screen.findByRole('textbox', { name: /一个人一个月最多得到/ })
  expect(screen.getByText('没有改动')).toBeTruthy()
  fireEvent.change(cap, { target: { value: '900' } })
  expect(screen.getByText('还没有保存')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '改回原来的' }))
  expect(screen.getByText('没有改动')).toBeTruthy()
})

it('is the same for the name of oneself', async () => {
  const { open, screen, fireEvent } = atWork([staff('gifts')], everything, { width: 1440 })
  open('desk/home')
  fireEvent.click(await screen.findByRole('button', { name: /^3E8C A0HE|账号|[0-9A-Z]{4} [0-9A-Z]{4}$/ }))
  fireEvent.click(await screen.findByRole('button', { name: '起个内部称呼' }))
  fireEvent.change(screen.getByRole('textbox', { name: /内部称呼/ }), { target: { value: '王老师' } })
  expect(screen.getByText('还没有保存')).toBeTruthy()
})
