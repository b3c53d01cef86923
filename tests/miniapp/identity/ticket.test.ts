/** A login that another phone approves, from both sides. */
import { err, ok } from '@common/result'
import type { SessionResponse, TicketPurpose } from '@contract/identity'
import { loginText, pickupText } from '@functions/points/rules/rolling-code'
import { scannedTicket, typedTicket } from '@/identity/pages/approve/ticket'
import { createTicketLogin, type TicketDeps, type TicketStep } from '@/identity/pages/login/ticket-login'
import { purposeText } from '@/identity/purpose-text'
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
  // Run once, while the first answer of the server is on its way.
  const meanwhile: { run?: () => void } = {}
  const clock = { now: 0 }
  const begun: SessionResponse[] = []
  const steps: TicketStep['step'][] = []
  let asked = 0
  const login = createTicketLogin({
    open,
    collect: async () => {
      const answer = answers[asked++] ?? waiting
      meanwhile.run?.()
      delete meanwhile.run
      return answer
    },
    begin: (session) => void begun.push(session),
    wait: async (ms) => {
      clock.now += ms
    },
    now: () => clock.now,
  })
  login.subscribe(() => steps.push(login.get().step))
  return { login, begun, steps, meanwhile, asked: () => asked }
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
  expect(heard).toContainEqual({ step: 'shown', ticket, unreachable: true, byAnother: false })
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

describe('left while an answer is on its way, with which the server may have replaced the session here', () => {
  const approved: Collected = ok({ state: 'approved', session: aSession() })

  test('the session that the phone approved is begun, and what was pressed is not repeated', async () => {
    const { login, begun, meanwhile } = desktop([approved])
    meanwhile.run = login.stop
    await login.start()
    expect(begun).toEqual([aSession()])
    expect(login.get().step).toBe('shown')
  })

  test('it is begun for whoever wanted another code, too, and the other code is shown', async () => {
    const second = { ...ticket, id: 'zzzzzzzzzzzzzzzzzzzz' }
    const opened = [ticket, second]
    const { login, begun, steps, meanwhile } = desktop([approved], async () => ok(opened.shift() ?? second))
    let repeated: Promise<void> | undefined
    meanwhile.run = () => {
      repeated = login.start()
    }
    await login.start()
    expect(begun).toEqual([aSession()])
    await repeated
    expect(steps).not.toContain('in')
    expect(begun).toHaveLength(1)
  })

  test('where that answer is lost, it is asked for once more', async () => {
    const { login, begun, asked, meanwhile } = desktop([err({ code: 'offline' }), approved])
    meanwhile.run = login.stop
    await login.start()
    expect(begun).toEqual([aSession()])
    expect(asked()).toBe(2)
  })

  test('where nobody has approved, nobody asks any more', async () => {
    const { login, begun, asked, meanwhile } = desktop([waiting, approved])
    meanwhile.run = login.stop
    await login.start()
    expect(begun).toEqual([])
    expect(asked()).toBe(1)
  })
})

test('says that somebody else’s phone was at it, also while the network fails, and waits for the right one', async () => {
  const { login } = desktop([
    ok({ state: 'waiting', byAnother: true }),
    err({ code: 'offline' }),
    ok({ state: 'approved', session: aSession() }),
  ])
  const heard: TicketStep[] = []
  login.subscribe(() => heard.push(login.get()))
  await login.start()
  expect(heard).toContainEqual({ step: 'shown', ticket, unreachable: false, byAnother: true })
  expect(heard).toContainEqual({ step: 'shown', ticket, unreachable: true, byAnother: true })
  expect(login.get().step).toBe('in')
})

describe('what the phone is asked to confirm, in words', () => {
  const no = '3E8CA0HE'
  test.each<[TicketPurpose, string]>([
    [
      { kind: 'grant', role: 'staff', powers: ['gifts', 'admin'], no },
      '授予“礼品与积分、人员与身份”给 3E8C A0HE',
    ],
    [{ kind: 'grant', role: 'salesperson', no }, '授予“销售员”给 3E8C A0HE'],
    [{ kind: 'revoke', role: 'staff', no }, '收回 3E8C A0HE 的“市中心工作人员”'],
    [{ kind: 'decideAdjustment', approve: true, points: 200 }, '批准一次积分调整：+200 分'],
    [{ kind: 'decideAdjustment', approve: false, points: -30 }, '驳回一次积分调整：\u221230 分'],
    [{ kind: 'decideProposal', approve: true, operation: 'createBatch' }, '通过一批积分码'],
    [{ kind: 'decideProposal', approve: false, operation: 'changeGift' }, '不通过一次礼品的修改'],
    [{ kind: 'other' }, '一次需要确认的操作'],
  ])('%j', (purpose, words) => expect(purposeText(purpose)).toBe(words))
})
