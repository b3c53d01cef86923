/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A place with several telephone numbers: each is shown, and each can be called.
 */
import { dialled, phonesOf } from '@/shared/phone/numbers'
import { start } from '../shell/start'
import { aBrowser } from './browser'
import { aPlace } from './builders'

const numbers = ['0517-83900000', '13800000000', '0517-83900001 转 801']
const [phone = '', ...otherPhones] = numbers
const station = aPlace({ roles: ['love-aid'], hours: '24/7', phone, otherPhones })
type Phone = Parameters<NonNullable<Parameters<typeof start>[0]>>[0]
const onItsPage = (phone: Phone) => {
  phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
  phone.params = { id: station.id }
}

describe('the numbers of a place', () => {
  it('are the first and the others, or none', () => {
    expect(phonesOf(station)).toEqual(numbers)
    expect(phonesOf(aPlace())).toEqual(['0517-83900000'])
    expect(phonesOf(aPlace({ phone: null }))).toEqual([])
  })

  it('are dialled without the extension', () => {
    expect(['(0517) 8390-0001 转 801', '+86 138 0000 0000', '0517-83900000x12'].map(dialled)).toEqual([
      '051783900001',
      '+8613800000000',
      '051783900000',
    ])
  })
})

describe('a place with several numbers', () => {
  it.each(['places/pages/detail', 'places/pages/aid', 'tabs/map'] as const)(
    'asks on %s which one is to be called',
    async (page) => {
      aBrowser()
      const { open, screen, within, fireEvent } = start(onItsPage, [station])
      open(page)
      if (page === 'tabs/map') fireEvent.click(await screen.findByRole('button', { name: /淮海东路福彩站/ }))
      fireEvent.click(await screen.findByRole('button', { name: /^(电话|打电话)$/ }))
      const sheet = within(await screen.findByRole('dialog', { name: '打哪个电话' }))
      for (const number of numbers) expect(sheet.getByRole('button', { name: number })).toBeTruthy()
      fireEvent.click(sheet.getByRole('button', { name: '关闭' }))
      expect(screen.queryByRole('dialog', { name: '打哪个电话' })).toBeNull()
    },
  )

  it('shows each of them on its page', async () => {
    aBrowser()
    const { open, screen } = start(onItsPage, [station])
    open('places/pages/detail')
    // Each on a line of its own: a number broken at its hyphen is hard to read out.
    for (const number of numbers) expect(await screen.findByText(number)).toBeTruthy()
  })
})
