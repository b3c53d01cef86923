/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What a screen showed to one person is not done for another who has logged in meanwhile.
 */
import type { Me } from '@contract/identity'
import { aMe, aSession } from '../points/builders'
import { start } from './start'

const other: Me = aMe({ id: 'zyxwvtsrqpnmkjhgfedc', no: '1NY3XKTY' })

function program(me: Me | null) {
  const started = start((phone) => {
    if (me) phone.storage.set('fuyi.session', aSession(me))
  })
  const { session }: typeof import('@/shared/session/session') = require('@/shared/session/session')
  const { useAction }: typeof import('@/shared/query/use-action') = require('@/shared/query/use-action')
  const {
    followSession,
  }: typeof import('@/shared/session/follow-session.h5') = require('@/shared/session/follow-session.h5')
  return { ...started, session, useAction, followSession }
}

/** Another tab of the browser writes who is logged in. */
function logInElsewhere({ phone }: ReturnType<typeof program>, me: Me | null): void {
  if (me) phone.storage.set('fuyi.session', aSession(me))
  else phone.storage.delete('fuyi.session')
  window.dispatchEvent(new Event('storage'))
}

/** This tab's own login page. */
async function logInHere({ phone, session, act }: ReturnType<typeof program>, me: Me): Promise<void> {
  const answer = { access: 'a', expiresIn: 900, refresh: 'r', refreshExpiresIn: 9_000, me }
  phone.server = () => ({ statusCode: 200, data: JSON.stringify(answer) })
  await act(async () => {
    expect(await session.login('code')).toMatchObject({ ok: true })
  })
}

describe('a tab', () => {
  it('shows at once who logged in in another, and begins anew what was shown to somebody else', () => {
    const it = program(aMe())
    let reloads = 0
    it.followSession(() => {
      reloads += 1
    })
    expect(it.session.get().me?.id).toBe(aMe().id)
    logInElsewhere(it, other)
    expect(it.session.get().me?.id).toBe(other.id)
    expect(reloads).toBe(1)
  })

  it('shows at once that the person logged out in another and keeps the page, until somebody else logs in there', () => {
    const it = program(aMe())
    let reloads = 0
    it.followSession(() => {
      reloads += 1
    })
    it.session.get()
    logInElsewhere(it, null)
    expect(it.session.get().me).toBeNull()
    logInElsewhere(it, aMe())
    expect(reloads).toBe(0)
    logInElsewhere(it, null)
    logInElsewhere(it, other)
    expect(it.session.get().me?.id).toBe(other.id)
    expect(reloads).toBe(1)
  })

  it('keeps the page of nobody when somebody logs in in another, and what is typed there', () => {
    const it = program(null)
    let reloads = 0
    it.followSession(() => {
      reloads += 1
    })
    logInElsewhere(it, other)
    expect(it.session.get().me?.id).toBe(other.id)
    expect(reloads).toBe(0)
  })

  it('is not begun anew for whoever logs in in itself', async () => {
    const it = program(aMe())
    let reloads = 0
    it.followSession(() => {
      reloads += 1
    })
    it.session.forget()
    await logInHere(it, other)
    window.dispatchEvent(new Event('storage'))
    expect(reloads).toBe(0)
  })
})

describe('a press', () => {
  const pressOf = (it: ReturnType<typeof program>) => {
    let sent = 0
    const hook = it.renderHook(() =>
      it.useAction(async () => {
        sent += 1
        return { ok: true as const, value: null }
      }),
    )
    return { hook, press: () => it.act(() => hook.result.current.run()), sent: () => sent }
  }
  const refused = { code: 'another-person' }

  it.each([
    ['another', aMe()],
    ['nobody', null],
  ])('on what was shown to %s sends nothing for whoever logged in elsewhere, and says why', async (_, me) => {
    const it = program(me)
    const { hook, press, sent } = pressOf(it)
    logInElsewhere(it, other)
    it.session.follow()
    await press()
    expect(hook.result.current.failure).toEqual(refused)
    expect(sent()).toBe(0)
  })

  it('on a page that was opened since is done', async () => {
    const it = program(null)
    logInElsewhere(it, other)
    it.session.follow()
    const { press, sent } = pressOf(it)
    await press()
    expect(sent()).toBe(1)
  })

  it('on a page that stood while somebody else logged in on this phone is done: it was drawn anew for them', async () => {
    const it = program(aMe())
    const { press, sent } = pressOf(it)
    await press()
    it.session.forget()
    await logInHere(it, other)
    await press()
    expect(sent()).toBe(2)
  })
})

it('a refusal of who is logged in says what to do, and one press does it', () => {
  const it = program(aMe())
  const {
    FailureLine,
  }: typeof import('@/shared/components/result-line') = require('@/shared/components/result-line')
  const { createElement }: typeof import('react') = require('react')
  it.render(createElement(FailureLine, { failure: { code: 'another-person' } }))
  expect(it.screen.getByRole('alert').textContent).toContain('登录的人已经换了')
  expect(it.screen.getByRole('button', { name: '重新打开' })).toBeTruthy()
})
