/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A gift as staff edit it: its texts, its pieces, its outlets.
 */
import { aBatch, aGift, anAdjustment, someRules } from './builders'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/code-batches': { batches: [aBatch()] },
  [`GET /api/staff/rules/${region}`]: someRules(),
  'GET /api/staff/adjustments': { adjustments: [anAdjustment()] },
}

describe('a gift', () => {
  async function opened(more: Routes = {}) {
    const work = atWork([staff('gifts')], { ...everything, ...more }, wide)
    work.open('desk/pages/points/gifts')
    work.fireEvent.click(await work.screen.findByRole('button', { name: /杂粮礼包/ }))
    return work
  }

  it('is checked while it is written, and says what saving changes', async () => {
    const { screen, fireEvent } = await opened()
    const price = screen.getByRole('textbox', { name: /^积分/ })
    fireEvent.change(price, { target: { value: '0' } })
    expect(screen.getByText('1 到 100000 之间的整数')).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存修改' })).toHaveProperty('disabled', true)
    fireEvent.change(price, { target: { value: '150' } })
    expect(screen.getByText(/之后兑换要 150 分（原来 120 分）/)).toBeTruthy()
  })

  it('that another saved meanwhile shows both, takes over the rest, and saves what was chosen', async () => {
    const theirs = { ...gift, price: 90, about: '六谷', version: 4 }
    let puts = 0
    const { screen, fireEvent, bodies } = await opened({
      'GET /api/staff/gifts': () => ({ gifts: [puts === 0 ? gift : theirs] }),
      [`PUT /api/staff/gifts/${gift.id}`]: (body: unknown) => {
        puts += 1
        return puts === 1 ? refused('edited-meanwhile', 409) : { ...theirs, ...Object(body), version: 5 }
      },
    })
    fireEvent.change(screen.getByRole('textbox', { name: /^积分/ }), { target: { value: '150' } })
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }))
    expect(await screen.findByText('你写的时候，有人先保存了')).toBeTruthy()
    expect(screen.getByText(/对方改的说明已经带进来/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '对方的：90' }))
    fireEvent.click(screen.getByRole('radio', { name: '我写的：150' }))
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }))
    expect(await screen.findByText(/已保存/)).toBeTruthy()
    expect(bodies(`PUT /api/staff/gifts/${gift.id}`)[1]).toMatchObject({
      price: 150,
      about: '六谷',
      version: 4,
    })
  })

  it('that was not saved is not left without asking', async () => {
    const { screen, fireEvent } = await opened()
    fireEvent.change(screen.getByRole('textbox', { name: /^名称/ }), { target: { value: '别的' } })
    fireEvent.keyDown(document, { key: 'Escape' })
    expect(screen.getByRole('dialog', { name: '有没保存的修改' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '接着写' }))
    expect(screen.getByRole('textbox', { name: /^名称/ })).toHaveProperty('value', '别的')
    fireEvent.keyDown(document, { key: 'Escape' })
    fireEvent.click(screen.getByRole('button', { name: '不要了，离开' }))
    expect(screen.queryByRole('textbox', { name: /^名称/ })).toBeNull()
  })

  it('gets pieces by Enter, and says first who gets them', async () => {
    const { screen, fireEvent, bodies } = await opened({
      'GET /api/staff/gifts': { gifts: [{ ...gift, waiting: 2 }] },
      [`POST /api/staff/gifts/${gift.id}/stock`]: { ...gift, total: 60, version: 4 },
    })
    const field = screen.getByRole('textbox', { name: /加几件/ })
    fireEvent.change(field, { target: { value: '10' } })
    expect(screen.getByText(/2 件为排队的人保留/)).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(await screen.findByText('已改好，现在还能兑换 48 件。')).toBeTruthy()
    expect(bodies(`POST /api/staff/gifts/${gift.id}/stock`)).toEqual([{ change: 10, version: 3 }])
  })

  it('takes outlets of the city by search, and a new one is made once for two presses', async () => {
    const { screen, fireEvent, sent, bodies } = await opened({
      'POST /api/staff/gifts': { ...gift, id: '320800-9999999999', name: '热水袋', isPublished: false },
    })
    fireEvent.click(screen.getByRole('button', { name: '新建礼品' }))
    expect(screen.getByText('请填写带 * 的项目。')).toBeTruthy()
    const type = (name: RegExp, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
    type(/^名称/, '热水袋')
    type(/^说明/, '橡胶，一升')
    type(/^积分/, '90')
    type(/能取的网点/, '健康')
    fireEvent.keyDown(screen.getByRole('textbox', { name: /能取的网点/ }), { key: 'Enter' })
    expect(screen.getByRole('button', { name: '去掉 健康西路福彩站' })).toBeTruthy()
    const [, make] = screen.getAllByRole('button', { name: '新建礼品' })
    if (!make) throw new Error('there is no button to make it')
    fireEvent.click(make)
    fireEvent.click(make)
    expect(await screen.findByRole('row', { name: /热水袋.*未上架/ })).toBeTruthy()
    expect(bodies('POST /api/staff/gifts')).toEqual([
      expect.objectContaining({ region, name: '热水袋', price: 90, outlets: ['320800-2'] }),
    ])
    expect(sent('POST /api/staff/gifts')[0]?.header['idempotency-key']).toMatch(/^[\da-f-]{36}$/)
  })

  it('that is new has a page that becomes its own once it is saved', async () => {
    const made = { ...gift, id: '320800-9999999999', name: '热水袋', isPublished: false }
    const { open, screen, fireEvent } = atWork([staff('gifts')], {
      ...everything,
      'POST /api/staff/gifts': made,
    })
    open('desk/pages/points/gift')
    expect(await screen.findByRole('heading', { level: 1, name: '新建礼品' })).toBeTruthy()
    const type = (name: RegExp, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
    type(/^名称/, '热水袋')
    type(/^说明/, '橡胶，一升')
    type(/^积分/, '90')
    type(/能取的网点/, '健康')
    fireEvent.keyDown(screen.getByRole('textbox', { name: /能取的网点/ }), { key: 'Enter' })
    fireEvent.click(screen.getByRole('button', { name: '新建礼品' }))
    expect(await screen.findByRole('heading', { level: 1, name: '热水袋' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存修改' })).toBeTruthy()
  })

  it('opens on a page of its own on a phone', async () => {
    const { open, screen, fireEvent, phone } = atWork([staff('gifts')], everything)
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(phone.did).toEqual([`navigateTo /desk/pages/points/gift/index?id=${gift.id}`])
  })
})
