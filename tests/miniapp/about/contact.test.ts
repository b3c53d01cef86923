/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Whoever is sent to the city's centre finds its telephone, its address, and whether somebody is in.
 */
import type { Contact } from '@contract/places'
import { officeLine, officeWeek } from '@/about/contact/view'
import { pointsMessages } from '@/points/messages'
import { aCalendar, aPacked, aRegion, at } from '../places/builders'
import { aMe, aSession } from '../points/builders'
import { places, start } from '../shell/start'

const contact: Contact = {
  name: '淮安市福彩中心（演示）',
  phones: ['0517-00000000', '0517-00000001'],
  address: '演示路 1 号',
  hours: 'Mo-Fr 08:30-12:00,14:00-17:30',
  position: { lng: 119.02, lat: 33.6 },
}

function program(contact: Contact | undefined) {
  return start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.storage.set('fuyi.session', aSession(aMe()))
    phone.server = ({ url }) => ({
      statusCode: 200,
      header: { ETag: '"1.2026-03-02-id"' },
      data: JSON.stringify(
        url.endsWith('/places')
          ? aPacked(places, { region: { contact: contact } })
          : { regions: [aRegion({ contact: contact })] },
      ),
    })
  })
}

describe('the page of the centre', () => {
  it('has its telephones, its address and the way, and says when somebody is in', async () => {
    const { open, screen, fireEvent } = program(contact)
    open('about/contact')
    expect(await screen.findByRole('button', { name: '打电话 0517-00000000' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '0517-00000001' })).toBeTruthy()
    expect(screen.getByText('演示路 1 号')).toBeTruthy()
    expect(screen.getByText(/^(办公中|现在不办公) · /)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '导航' }))
    expect(await screen.findByRole('dialog', { name: '用哪个地图' })).toBeTruthy()
  })

  it('of a city without one names the hotline that knows', async () => {
    const { open, screen } = program(undefined)
    open('about/contact')
    expect(await screen.findByRole('button', { name: '打 12345' })).toBeTruthy()
  })
})

describe('the office', () => {
  const calendar = aCalendar([{ date: '2026-03-05', type: 'market-closure', name: '休市' }])

  it.each([
    ['2026-03-04 10:00', '办公中 · 开到 12:00'],
    ['2026-03-04 12:30', '现在不办公 · 今天 14:00 开门'],
    ['2026-03-07 10:00', '现在不办公 · 周一 08:30 开门'],
  ])('at %s is shown as %s', (moment, text) =>
    expect(officeLine(contact, aCalendar(), at(moment))?.text).toBe(text),
  )

  it('is shut by no closure of the market', () => {
    expect(officeLine(contact, calendar, at('2026-03-05 10:00'))?.text).not.toContain('休市')
  })

  it('says nothing of unknown hours', () => {
    expect(officeLine({ ...contact, hours: null }, calendar, at('2026-03-04 10:00'))).toBeNull()
    expect(officeWeek({ ...contact, hours: null }, calendar, at('2026-03-04 10:00'))).toBeNull()
  })
})

describe('a text that sends people to the centre', () => {
  it.each(['tabs/me', 'about/rules', 'about/privacy', 'counter/handover'] as const)(
    'on %s has the way there under it',
    async (page) => {
      const { open, screen, fireEvent, phone } = program(contact)
      open(page)
      fireEvent.click(
        (await screen.findAllByRole('link', { name: /市福彩中心的电话和地址/ }))[0] ?? document.body,
      )
      expect(phone.did).toEqual(['navigateTo /about/contact/index'])
    },
  )

  it('in the answer to a press has it as well', async () => {
    const { render, screen } = program(contact)
    const { createElement }: typeof import('react') = require('react')
    const {
      FailureLine,
    }: typeof import('@/shared/components/result-line') = require('@/shared/components/result-line')
    render(createElement(FailureLine, { failure: { code: 'unknown-outlet' } }))
    expect(screen.getByText(new RegExp(pointsMessages['unknown-outlet'].text))).toBeTruthy()
    expect(screen.getByRole('link', { name: '市福彩中心的电话和地址' })).toBeTruthy()
  })

  it('is different from one that only names it', async () => {
    const { render, screen } = program(contact)
    const { createElement }: typeof import('react') = require('react')
    const {
      ResultLine,
    }: typeof import('@/shared/components/result-line') = require('@/shared/components/result-line')
    render(createElement(ResultLine, { tone: 'done', children: '市福彩中心的同事登录后，在这里办公。' }))
    expect(screen.queryByRole('link')).toBeNull()
  })
})
