/**
 * @jest-environment jsdom
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
  const { session }: typeof import('@/shared/session') = require('@/shared/session')
  const { useAction }: typeof import('@/shared/use-action') = require('@/shared/use-action')
  const { followSession }: typeof import('@/shared/follow-session.h5') = require('@/shared/follow-session.h5')
  return { ...started, session, useAction, followSession }
}

/** Another tab of the browser writes who is logged in. */
function logInElsewhere({ phone }: ReturnType<typeof program>, me: Me | null): void {
  if (me) phone.storage.set('fuyi.session', aSession(me))
  else phone.storage.delete('fuyi.session')
  window.dispatchEvent(new Event('storage'))
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

  it('shows at once that the person logged out in another, and keeps the page', () => {
    const it = program(aMe())
    let reloads = 0
    it.followSession(() => {
      reloads += 1
    })
    it.session.get()
    logInElsewhere(it, null)
    expect(it.session.get().me).toBeNull()
    logInElsewhere(it, other)
    expect(it.session.get().me?.id).toBe(other.id)
    expect(reloads).toBe(0)
  })
})

describe('a press', () => {
  it('on what was shown to another sends nothing and says why', async () => {
    const it = program(aMe())
    let sent = 0
    const { result } = it.renderHook(() =>
      it.useAction(async () => {
        sent += 1
        return { ok: true as const, value: null }
      }),
    )
    await it.act(() => result.current.run())
    logInElsewhere(it, other)
    it.session.follow()
    await it.act(() => result.current.run())
    expect(result.current.failure).toEqual({ code: 'another-person' })
    expect(sent).toBe(1)
  })

  it('on what was shown to nobody is done for whoever has logged in', async () => {
    const it = program(null)
    const { result } = it.renderHook(() =>
      it.useAction(async () => ({ ok: true as const, value: it.session.get().me?.id })),
    )
    logInElsewhere(it, other)
    it.session.follow()
    await it.act(() => result.current.run())
    expect(result.current.value).toBe(other.id)
  })
})
