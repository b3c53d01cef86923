/** Who is logged in: one renewal for all, nothing lost on a bad network, nothing left after the end. */
import { err, ok, type Result } from '@common/result'
import { consentTexts } from '@contract/identity'
import type { RawAnswer, RawRequest } from '@/shared/api/http'
import { createSession } from '@/shared/session/session'
import type { TextStore } from '@/shared/storage/storage'

type Sent = Result<RawAnswer, 'offline' | 'timeout'>

const person = '0123456789abcdefghjk'
const me = {
  id: person,
  no: '8K3M92QT',
  since: '2026-11-01T00:00:00Z',
  roles: [],
  consents: [],
  age: null,
}
const answer = (status: number, body: object): Sent => ok({ status, headers: {}, text: JSON.stringify(body) })
const problem = (code: string, status: number) =>
  answer(status, { type: 'about:blank', title: 'x', status, code })
/** The nth pair of tokens. */
const pair = (n: number) => ({
  access: `access-${n}`,
  expiresIn: 900,
  refresh: `refresh-${n}`,
  refreshExpiresIn: 2_592_000,
  me,
})

function memory(): TextStore & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    get: (name) => texts.get(name) ?? null,
    set(name, text) {
      texts.set(name, text)
      return true
    },
    remove: (name) => void texts.delete(name),
    names: () => [...texts.keys()],
  }
}

/** A phone with a clock, and a server of one's own. */
function phone(serve: (asked: RawRequest) => Sent | Promise<Sent>, storage = memory()) {
  const asked: RawRequest[] = []
  const clock = { now: 1_000_000 }
  const session = createSession({
    network: {
      async send(raw) {
        asked.push(raw)
        return serve(raw)
      },
      wait: async () => {},
      random: () => 0.5,
      origin: '',
    },
    storage,
    now: () => clock.now,
  })
  const paths = () => asked.map(({ method, url }) => `${method} ${url}`)
  return { session, asked, paths, clock, storage }
}

/** Logged in with the first pair; after that the server does what the test says. */
async function inside(serve: (asked: RawRequest) => Sent | Promise<Sent>) {
  const at = phone((raw) =>
    raw.url === '/api/sessions' && raw.method === 'POST' ? answer(200, pair(1)) : serve(raw),
  )
  await at.session.login('code')
  at.asked.length = 0
  return at
}

test('a login is kept on the phone, and a program that starts anew knows who it is', async () => {
  const { session, storage } = phone(() => answer(200, pair(1)))
  expect(session.get().me).toBeNull()
  expect(await session.login('code')).toEqual(ok(me))
  expect(session.get().me).toEqual(me)
  expect(phone(() => err('offline'), storage).session.get().me).toEqual(me)
})

test('a login that is refused changes nothing', async () => {
  const { session, storage } = phone(() => problem('login-code-refused', 400))
  expect(await session.login('code')).toEqual(err({ code: 'login-code-refused' }))
  expect([...storage.texts.keys()]).toEqual([])
})

test('a token that has run out is renewed before it is sent', async () => {
  const { session, clock, paths } = await inside(({ url }) =>
    url === '/api/sessions/refresh' ? answer(200, pair(2)) : answer(200, me),
  )
  clock.now += 15 * 60_000
  await session.look()
  expect(paths()).toEqual(['POST /api/sessions/refresh', 'GET /api/me'])
})

test('many who wait are served by one renewal: a refresh token is good once', async () => {
  let good = 'access-1'
  const { session, paths } = await inside(async ({ url, headers }) => {
    if (url === '/api/sessions/refresh') {
      good = 'access-2'
      return answer(200, pair(2))
    }
    return headers.authorization === `Bearer ${good}` ? answer(200, me) : problem('unauthenticated', 401)
  })
  good = 'access-2'
  const answers = await Promise.all([session.look(), session.look(), session.look()])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(paths().filter((path) => path.endsWith('/refresh'))).toHaveLength(1)
})

test('another tab that has renewed already is believed: its tokens are taken, not a used one sent', async () => {
  const storage = memory()
  const serve = ({ url, headers }: RawRequest): Sent => {
    if (url === '/api/sessions') return answer(200, pair(1))
    if (url === '/api/sessions/refresh') return answer(200, pair(2))
    return headers.authorization === 'Bearer access-2' ? answer(200, me) : problem('unauthenticated', 401)
  }
  const one = phone(serve, storage)
  const other = phone(serve, storage)
  await one.session.login('code')
  expect(other.session.get().me).toEqual(me)
  await one.session.look()
  await other.session.look()
  expect(other.paths()).toEqual(['GET /api/me'])
})

test('a lost answer to a renewal is fetched again at once, while the server still gives it', async () => {
  let tries = 0
  const { session, paths } = await inside(({ url }) => {
    if (url !== '/api/sessions/refresh') return problem('unauthenticated', 401)
    tries += 1
    return tries === 1 ? err('timeout') : answer(200, pair(2))
  })
  expect(await session.renewed('access-1', person)).toEqual(ok('access-2'))
  expect(paths()).toEqual(['POST /api/sessions/refresh', 'POST /api/sessions/refresh'])
})

test('on a dead network the session stays', async () => {
  const { session, storage } = await inside(() => err('offline'))
  expect(await session.renewed('access-1', person)).toEqual(err({ code: 'offline' }))
  expect(session.get()).toEqual({ me, hasEnded: false })
  expect(storage.texts.has('session')).toBe(true)
})

test('a session that the server has ended is forgotten, and the screens can say so', async () => {
  const { session, storage } = await inside(({ url }) =>
    url === '/api/sessions/refresh' ? problem('session-ended', 401) : problem('unauthenticated', 401),
  )
  expect(await session.look()).toEqual(err({ code: 'session-ended' }))
  expect(session.get()).toEqual({ me: null, hasEnded: true })
  expect(storage.texts.has('session')).toBe(false)
})

test('roles that were granted meanwhile come with the next token', async () => {
  const owner = { kind: 'owner' as const, region: '320800', outlets: ['320800-1'] }
  const { session } = await inside(() => answer(200, { ...pair(2), me: { ...me, roles: [owner] } }))
  await session.renewed('access-1', person)
  expect(session.get().me?.roles).toEqual([owner])
})

describe('a second tab', () => {
  const other = { ...me, id: 'zyxwvtsrqpnmkjhgfedc', no: '1NY3XKTY' }

  /** Somebody is logged in here; then another logs in in a second tab. */
  async function bothTabs() {
    const here = await inside(({ method }) => answer(200, method === 'DELETE' ? { done: true } : me))
    const there = phone(() => answer(200, { ...pair(2), me: other }), here.storage)
    await there.session.login('code')
    return { here, there }
  }

  test('in which another person logs in is followed, and nothing of the first is asked in their name', async () => {
    const { here } = await bothTabs()
    expect(await here.session.access(person)).toEqual(err({ code: 'another-person' }))
    expect(await here.session.renewed('access-1', person)).toEqual(err({ code: 'another-person' }))
    expect(here.paths()).toEqual([])
    expect(here.session.get()).toEqual({ me: other, hasEnded: false })
    expect(await here.session.access(other.id)).toEqual(ok('access-2'))
  })

  test('in which somebody logs in gives no token to a press on a page that was shown to nobody', async () => {
    const here = phone(() => answer(200, me))
    const there = phone(() => answer(200, pair(1)), here.storage)
    const shownTo = here.session.person()
    await there.session.login('code')
    expect(shownTo).toBeNull()
    expect(await here.session.access(shownTo)).toEqual(err({ code: 'another-person' }))
    // The screens follow, and what is pressed on them from now on is that person's.
    expect(await here.session.access(here.session.person())).toEqual(ok('access-1'))
  })

  test('stays logged in when the first one, not knowing of it, logs out', async () => {
    const { here, there } = await bothTabs()
    expect(await here.session.logout()).toEqual(err({ code: 'another-person' }))
    expect(there.session.get().me).toEqual(other)
    expect(await there.session.access(other.id)).toEqual(ok('access-2'))
  })

  test('is not taken for the first when an answer about that one comes late', async () => {
    let release = (_: Sent) => {}
    const late = new Promise<Sent>((resolve) => {
      release = resolve
    })
    const here = await inside(() => late)
    const looked = here.session.look()
    await phone(() => answer(200, { ...pair(2), me: other }), here.storage).session.login('code')
    release(answer(200, me))
    await looked
    expect(phone(() => err('offline'), here.storage).session.get().me).toEqual(other)
  })

  test('that logs out takes the first one out as well', async () => {
    const { here, there } = await bothTabs()
    here.session.follow()
    there.session.forget()
    here.session.follow()
    expect(here.session.get()).toEqual({ me: null, hasEnded: false })
  })
})

test('whoever logs out while a renewal is on its way stays out', async () => {
  let release = (_: Sent) => {}
  const late = new Promise<Sent>((resolve) => {
    release = resolve
  })
  const { session, storage } = await inside(() => late)
  const renewal = session.renewed('access-1', person)
  session.forget()
  release(answer(200, pair(2)))
  expect(await renewal).toEqual(err({ code: 'unauthenticated' }))
  expect(session.get().me).toBeNull()
  expect(storage.texts.has('session')).toBe(false)
})

test('logging out ends it on the server and here', async () => {
  const { session, paths, storage } = await inside(() => answer(200, { ok: true }))
  expect((await session.logout()).ok).toBe(true)
  expect(paths()).toEqual(['DELETE /api/sessions/current'])
  expect(storage.texts.has('session')).toBe(false)
})

test('without a network the phone is logged out all the same, and says that the server does not know', async () => {
  const { session } = await inside(() => err('offline'))
  expect(await session.logout()).toEqual(err({ code: 'offline' }))
  expect(session.get().me).toBeNull()
})

test('logging out everywhere, and deletion, are done by the server or not at all', async () => {
  const { session } = await inside(() => err('offline'))
  await session.logoutEverywhere()
  await session.deleteMe()
  expect(session.get().me).toEqual(me)
})

test('the last admin cannot be deleted, and stays logged in', async () => {
  const { session } = await inside(() => problem('last-admin', 409))
  expect(await session.deleteMe()).toEqual(err({ code: 'last-admin' }))
  expect(session.get().me).toEqual(me)
})

test('a consent is sent with the version in force, and is known at once', async () => {
  const consents = [{ text: 'privacy', version: consentTexts.privacy, at: '2026-11-22T00:00:00Z' }]
  const { session, asked } = await inside(() => answer(200, { ...me, consents }))
  await session.consent('privacy')
  expect(asked[0]).toMatchObject({ body: JSON.stringify({ text: 'privacy', version: consentTexts.privacy }) })
  expect(session.get().me?.consents).toEqual(consents)
})

describe('whoever asked for deletion', () => {
  /** The deletion got no answer; `renewal` is what a renewal is answered after that. */
  async function asked(renewal: () => Sent, deletion: () => Sent = () => err('timeout')) {
    const at = await inside(({ url, method }) => {
      if (url === '/api/sessions/refresh') return renewal()
      return method === 'DELETE' ? deletion() : problem('unauthenticated', 401)
    })
    await at.session.deleteMe()
    return at
  }
  const over = () => problem('session-ended', 401)
  const underWay = { me: null, hasEnded: false, isDeleting: true }

  test('reads so, and not of a login that has run out, when the session ends', async () => {
    const { session, storage } = await asked(over)
    expect(session.get().me).toEqual(me)
    expect(await session.look()).toEqual(err({ code: 'being-deleted' }))
    expect(session.get()).toEqual(underWay)
    expect(storage.texts.has('session')).toBe(false)
  })

  test('reads so after the program was started anew as well', async () => {
    const { storage } = await asked(over)
    const anew = phone(() => over(), storage)
    expect(anew.session.get().me).toEqual(me)
    await anew.session.renewed('access-1', person)
    expect(anew.session.get()).toEqual(underWay)
  })

  test('reads so where the session is over when they go on with it', async () => {
    let deletion: () => Sent = () => err('timeout')
    const { session } = await asked(over, () => deletion())
    deletion = () => problem('unauthenticated', 401)
    expect(await session.deleteMe()).toEqual(err({ code: 'being-deleted' }))
    expect(session.get()).toEqual(underWay)
  })

  test('leaves this phone when they wait no longer', async () => {
    const { session, storage } = await asked(over)
    session.leaveWhileDeleting()
    expect(session.get()).toEqual(underWay)
    expect(storage.texts.has('session')).toBe(false)
  })

  test('and was refused has a session like any other', async () => {
    const { session } = await asked(over, () => problem('last-admin', 409))
    await session.look()
    expect(session.get()).toEqual({ me: null, hasEnded: true })
  })

  test('and whose session goes on is not being deleted', async () => {
    let renewal: () => Sent = () => answer(200, pair(2))
    const { session } = await asked(() => renewal())
    await session.renewed('access-1', person)
    renewal = over
    await session.renewed('access-2', person)
    expect(session.get()).toEqual({ me: null, hasEnded: true })
  })

  test('with a token that has run out is asked by a new one', async () => {
    const at = await inside(({ url, method }) => {
      if (url === '/api/sessions/refresh') return answer(200, pair(2))
      return method === 'DELETE' ? err('timeout') : over()
    })
    at.clock.now += 15 * 60_000
    await at.session.deleteMe()
    expect(at.paths()).toEqual(['POST /api/sessions/refresh', 'DELETE /api/me', 'DELETE /api/me'])
    expect(JSON.parse(at.storage.texts.get('session') ?? '').value.deleting).toBe(true)
  })
})
