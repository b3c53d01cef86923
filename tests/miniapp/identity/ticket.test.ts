/** A login that another phone approves, from both sides. */
import { err, ok } from '@common/result'
import type { SessionResponse } from '@contract/identity'
import { loginText, pickupText } from '@rules/points/rolling-code'
import { scannedTicket, typedTicket } from '@/identity/approve/ticket'
import { createTicketLogin, type TicketDeps, type TicketStep } from '@/identity/login/ticket-login'
import { aSession } from './builders'

const id = '0123456789abcdefghjk'
const ticket = { id, secret: 's3cret', digits: '4821', pair: '4821', expiresIn: 10 }

describe('the code of a login', () => {
  test('is read from the camera', () => expect(scannedTicket(loginText(id))).toBe(id))
  test('is not any other code', () => {
    expect(scannedTicket(pickupText('12345678'))).toBeNull()
    expect(scannedTicket('https://example.com')).toBeNull()
    expect(scannedTicket('fuyi:login:short')).toBeNull()
  })
  test('is read from a hand: capitals, blanks and look-alikes are forgiven', () => {
    expect(typedTicket('0123 4567 89AB CDEF GHJK')).toBe(id)
    expect(typedTicket('O123456789abcdefghjk')).toBe(id)
    expect(typedTicket('0l23456789abcdefghjk')).toBe(id)
    expect(typedTicket('0123456789abcdefghj')).toBeNull()
  })
})

type Collected = Awaited<ReturnType<TicketDeps['collect']>>
const waiting: Collected = ok({ state: 'waiting' })

/** A desktop whose server gives these answers, one every two seconds. */
function desktop(answers: Collected[], open: TicketDeps['open'] = async () => ok(ticket)) {
  const clock = { now: 0 }
  const begun: SessionResponse[] = []
  const steps: TicketStep['step'][] = []
  let asked = 0
  const login = createTicketLogin({
    open,
    collect: async () => answers[asked++] ?? waiting,
    begin: (session) => void begun.push(session),
    wait: async (ms) => {
      clock.now += ms
    },
    now: () => clock.now,
  })
  login.subscribe(() => steps.push(login.get().step))
  return { login, begun, steps, asked: () => asked }
}

test('waits until the phone has said yes, and begins the session once', async () => {
  const { login, begun, asked } = desktop([waiting, waiting, ok({ state: 'approved', session: aSession() })])
  await login.start()
  expect(login.get()).toEqual({ step: 'in' })
  expect(begun).toEqual([aSession()])
  expect(asked()).toBe(3)
})

test('a code that nobody approves is put away when its time is over', async () => {
  const { login, asked } = desktop([])
  await login.start()
  expect(login.get()).toEqual({ step: 'asleep' })
  expect(asked()).toBe(4)
})

test('a code that was refused or collected by another is put away at once', async () => {
  const { login, begun } = desktop([err({ code: 'ticket-ended' })])
  await login.start()
  expect(login.get()).toEqual({ step: 'asleep' })
  expect(begun).toEqual([])
})

test('a network that fails meanwhile is said, and waited through', async () => {
  const { login } = desktop([err({ code: 'offline' }), ok({ state: 'approved', session: aSession() })])
  const heard: TicketStep[] = []
  login.subscribe(() => heard.push(login.get()))
  await login.start()
  expect(heard).toContainEqual({ step: 'shown', ticket, unheard: true })
  expect(login.get().step).toBe('in')
})

test('without a ticket there is nothing to wait for', async () => {
  const { login } = desktop([], async () => err({ code: 'rate-limited' }))
  await login.start()
  expect(login.get()).toEqual({ step: 'failed', failure: { code: 'rate-limited' } })
})

test('whoever leaves the page is not logged in afterwards', async () => {
  let leave = () => {}
  const { login, begun } = desktop([], async () => {
    leave()
    return ok(ticket)
  })
  leave = login.stop
  await login.start()
  expect(begun).toEqual([])
  expect(login.get().step).toBe('opening')
})
