/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What a colleague saves while somebody has the same thing open is neither lost nor hidden.
 */
import type { RulesOfCity, StaffGift } from '@contract/points'
import { aGift, someRules } from './builders'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const put = `PUT /api/staff/gifts/${gift.id}`
const none: Routes = {
  'GET /api/staff/proposals': { proposals: [] },
  'GET /api/staff/adjustments': { adjustments: [] },
  'GET /api/staff/code-batches': { batches: [] },
  [`GET /api/staff/rules/${region}`]: someRules(),
}

/** A gift that is open, and what the server has of it by then. */
async function opened(first: StaffGift, more: Routes = {}) {
  const server = { gift: first }
  const work = atWork(
    [staff('gifts')],
    { ...none, 'GET /api/staff/gifts': () => ({ gifts: [server.gift] }), ...more },
    wide,
  )
  work.open('desk/pages/points/gifts')
  const { screen, fireEvent } = work
  fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
  const field = (name: RegExp) => screen.getByRole('textbox', { name })
  const write = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } })
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  return { ...work, server, field, write, press }
}

/** The lists are read anew, as they are when somebody comes back to the window. */
async function lookAgain(me: { id: string }): Promise<void> {
  const stores: typeof import('@/points/desk/stores') = require('@/points/desk/stores')
  const name = `${me.id} ${region}`
  await Promise.all([stores.giftList.refresh(name), stores.rulesOfCity.refresh(name)])
}

describe('a gift that a colleague renamed', () => {
  const renamed = { ...gift, name: '五谷礼包', version: 4 }

  it('keeps their name through pieces that were added and a save of one’s own', async () => {
    const work = await opened(gift, {
      [`POST /api/staff/gifts/${gift.id}/stock`]: () => refused('edited-meanwhile', 409),
      [put]: (body: unknown) => ({ ...renamed, ...Object(body), version: 5 }),
    })
    const { screen, server, write, press, field, bodies } = work
    server.gift = renamed
    write(/加几件/, '10')
    press('加 10 件')
    expect(await screen.findByText(/刚才有人改过这件礼品/)).toBeTruthy()
    expect(field(/^名称/)).toHaveProperty('value', '五谷礼包')
    expect(screen.getByText('没有改动')).toBeTruthy()
    write(/^积分/, '150')
    press('保存修改')
    expect(await screen.findByText(/^已保存/)).toBeTruthy()
    expect(bodies(put)).toMatchObject([{ name: '五谷礼包', price: 150, version: 4 }])
  })

  it('shows both names where one was writing another', async () => {
    const { screen, server, write, press, field } = await opened(gift, {
      [`POST /api/staff/gifts/${gift.id}/stock`]: () => refused('edited-meanwhile', 409),
    })
    server.gift = renamed
    write(/^名称/, '大米')
    write(/加几件/, '10')
    press('加 10 件')
    expect(await screen.findByRole('radio', { name: '对方的：五谷礼包' })).toBeTruthy()
    expect(field(/^名称/)).toHaveProperty('value', '大米')
  })

  it('has no question left once theirs is chosen, and says that there is nothing to save', async () => {
    const { screen, server, write, press, fireEvent } = await opened(gift, {
      [put]: () => refused('edited-meanwhile', 409),
    })
    server.gift = { ...gift, price: 130, version: 4 }
    write(/^积分/, '150')
    press('保存修改')
    fireEvent.click(await screen.findByRole('radio', { name: '对方的：130' }))
    expect(screen.getAllByText('现在和对方保存的一样，不用再保存。')).toHaveLength(1)
    expect(screen.queryByText(/没有保存/)).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '我写的：150' }))
    expect(screen.getByText('有人先保存了，你写的还没有保存')).toBeTruthy()
  })
})

it('what is written while a gift is being saved is still to be saved', async () => {
  const { screen, write, press, field } = await opened(gift, {
    [put]: (body: unknown) => ({ ...gift, ...Object(body), version: 4 }),
  })
  write(/^积分/, '150')
  press('保存修改')
  write(/^名称/, '五谷礼包')
  expect(await screen.findByRole('row', { name: /150/ })).toBeTruthy()
  expect(field(/^名称/)).toHaveProperty('value', '五谷礼包')
  expect(field(/^积分/)).toHaveProperty('value', '150')
  expect(screen.getByText('还没有保存')).toBeTruthy()
})

it('a save whose answer was lost is no quarrel with oneself when it is pressed again', async () => {
  const { screen, server, write, press, field } = await opened(gift, {
    [put]: () => refused('edited-meanwhile', 409),
  })
  server.gift = { ...gift, price: 150, version: 4 }
  write(/^积分/, '150')
  press('保存修改')
  expect(await screen.findByText('已保存的就是这样。')).toBeTruthy()
  expect(screen.queryByText(/有人/)).toBeNull()
  expect(field(/^积分/)).toHaveProperty('value', '150')
})

describe('a gift that a colleague approved while it was open', () => {
  const hidden = { ...gift, isPublished: false, picture: '/api/gifts/1/pictures/1' }

  it('is published in its steps and in its form', async () => {
    const { screen, server, act, me } = await opened(hidden)
    server.gift = { ...hidden, isPublished: true, version: 4 }
    await act(() => lookAgain(me))
    expect(await screen.findByRole('listitem', { name: /^已上架，现在在这一步/ })).toBeTruthy()
    expect(screen.getByRole('radio', { name: '已上架', checked: true })).toBeTruthy()
    expect(screen.getByText('没有改动')).toBeTruthy()
  })

  it('keeps what is being written, and says what was taken over', async () => {
    const { screen, server, write, field, act, me } = await opened(hidden)
    write(/^积分/, '150')
    server.gift = { ...hidden, isPublished: true, version: 4 }
    await act(() => lookAgain(me))
    expect(await screen.findByText(/对方改的上架状态已经带进来/)).toBeTruthy()
    expect(field(/^积分/)).toHaveProperty('value', '150')
  })
})

describe('rules', () => {
  const more = someRules({ limits: { monthlyEarning: 2000, yearlyRedemption: 5000 }, version: 5 })
  const cap = /一个人一个月最多得到/

  async function openedRules(routes: Routes = {}) {
    const server: { rules: RulesOfCity } = { rules: someRules() }
    const work = atWork(
      [staff('gifts')],
      { ...none, [`GET /api/staff/rules/${region}`]: () => server.rules, ...routes },
      wide,
    )
    work.open('desk/pages/points/rules')
    const { screen, fireEvent } = work
    const field = await screen.findByRole('textbox', { name: cap })
    const write = (value: string) => fireEvent.change(field, { target: { value } })
    return { ...work, server, write }
  }

  it('that a colleague approved meanwhile stand in the open table', async () => {
    const { screen, server, waitFor, act, me } = await openedRules()
    server.rules = more
    await act(() => lookAgain(me))
    await waitFor(() => expect(screen.getByRole('textbox', { name: cap })).toHaveProperty('value', '2000'))
    expect(screen.getByText('没有改动')).toBeTruthy()
  })

  it('that were changed while one wrote show both', async () => {
    const { screen, server, write, act, me } = await openedRules()
    write('900')
    server.rules = more
    await act(() => lookAgain(me))
    expect(await screen.findByRole('radio', { name: '对方的：2000' })).toBeTruthy()
    expect(screen.getByRole('textbox', { name: cap })).toHaveProperty('value', '900')
  })

  it('whose answer was lost are saved as they are', async () => {
    const { screen, server, write, fireEvent } = await openedRules({
      [`PUT /api/staff/rules/${region}`]: () => refused('edited-meanwhile', 409),
    })
    server.rules = someRules({ limits: { monthlyEarning: 900, yearlyRedemption: 5000 }, version: 5 })
    write('900')
    fireEvent.click(screen.getByRole('button', { name: '保存规则' }))
    expect(await screen.findByText('已保存的就是这样。')).toBeTruthy()
    expect(screen.queryByText(/有人/)).toBeNull()
  })

  it('that are tightened and not saved are not in force yet', async () => {
    const { screen, write } = await openedRules()
    expect(screen.getByRole('listitem', { name: /^已生效，现在在这一步/ })).toBeTruthy()
    write('900')
    expect(screen.getByRole('listitem', { name: '草稿，现在在这一步' })).toBeTruthy()
    expect(screen.getByText('保存后才生效')).toBeTruthy()
  })
})
