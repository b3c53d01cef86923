/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The list that all pages of the desk share, as the page of gifts shows it.
 */
import { aGift } from './builders'
import { atWork, outlet, type Routes, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/proposals': { proposals: [] },
}

describe('a list', () => {
  it('writes the row that is open into the address, and opens it from there', async () => {
    const first = atWork([staff('gifts')], everything, wide)
    first.open('desk/pages/points/gifts')
    first.fireEvent.click(await first.screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(window.location.hash).toContain(`id=${gift.id}`)
    first.cleanup()
    const second = atWork([staff('gifts')], everything, { ...wide, params: { id: gift.id } })
    second.open('desk/pages/points/gifts')
    expect(await second.screen.findByRole('textbox', { name: /^名称/ })).toHaveProperty('value', gift.name)
  })

  it('is sorted by its heads', async () => {
    const gifts = [gift, aGift({ id: '320800-9999999999', name: '热水袋', price: 30 })]
    const { open, screen, fireEvent } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/gifts': { gifts } },
      wide,
    )
    open('desk/pages/points/gifts')
    await screen.findByRole('button', { name: '热水袋' })
    const names = () =>
      screen.getAllByRole('row').flatMap(({ textContent }) => /杂粮礼包|热水袋/.exec(textContent ?? '') ?? [])
    expect(names()).toEqual(['杂粮礼包', '热水袋'])
    const prices = () => screen.getByRole('columnheader', { name: /积分/ })
    fireEvent.click(screen.getByRole('button', { name: '积分' }))
    const order = prices().getAttribute('aria-sort')
    expect(names()).toEqual(order === 'ascending' ? ['热水袋', '杂粮礼包'] : ['杂粮礼包', '热水袋'])
    fireEvent.click(screen.getByRole('button', { name: '积分' }))
    expect(prices().getAttribute('aria-sort')).not.toBe(order)
  })

  it('of 6,000 rows draws those near the window', async () => {
    const gifts = Array.from({ length: 6000 }, (_, n) =>
      aGift({ id: `320800-${1e9 + n}`, name: `礼品 ${n}` }),
    )
    const { open, screen } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/gifts': { gifts } },
      wide,
    )
    open('desk/pages/points/gifts')
    expect(await screen.findByRole('button', { name: '礼品 0' })).toBeTruthy()
    expect(screen.getAllByRole('row').length).toBeLessThan(200)
    expect(screen.getByRole('table', { name: '礼品' }).getAttribute('aria-rowcount')).toBe('6001')
  })
})
