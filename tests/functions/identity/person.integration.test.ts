import {
  consentTexts,
  exportResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import { TableUnavailable } from '../../../functions/shared/aws/unavailable'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { withFaults } from '../../support/faults/faults'
import { createIdentityWorld } from '../../support/worlds/identity'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const openid = 'oLin-5uQx0_abcdefghijk'
const setUp = async () => {
  const world = createIdentityWorld(database, wechat)
  const lin = await world.login(openid)
  return {
    ...world,
    lin,
    me: async (session: SessionResponse = lin) => (await world.as(session, 'GET', '/api/me')).json(),
    consent: (text: string, version: string) => world.as(lin, 'POST', '/api/me/consents', { text, version }),
    age: (age: unknown) => world.as(lin, 'POST', '/api/me/age', { age }),
    leave: () => world.as(lin, 'DELETE', '/api/me'),
  }
}

const claimsOf = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

describe('consent', () => {
  it('is kept with the version of the text and the time', async () => {
    const { consent, me, time } = await setUp()
    time.now += 60_000
    expect((await consent('privacy', consentTexts.privacy)).status).toBe(200)
    expect(await me()).toMatchObject({
      consents: [{ text: 'privacy', version: consentTexts.privacy, at: '2036-11-18T02:01:00.000Z' }],
    })
  })

  it('given again leaves the first time on record; another text stands beside it', async () => {
    const { consent, me, time } = await setUp()
    await consent('privacy', consentTexts.privacy)
    time.now += 60_000
    await consent('privacy', consentTexts.privacy)
    await consent('points', consentTexts.points)
    expect(await me()).toMatchObject({
      consents: [
        { text: 'privacy', at: '2036-11-18T02:00:00.000Z' },
        { text: 'points', at: '2036-11-18T02:01:00.000Z' },
      ],
    })
  })

  it('to a version that is not in force is not taken', async () => {
    const { consent, me } = await setUp()
    const answer = await consent('privacy', '2019-01')
    expect(answer.json()).toMatchObject({ status: 409, code: 'consent-outdated' })
    expect((await consent('everything', consentTexts.privacy)).status).toBe(400)
    expect(await me()).toMatchObject({ consents: [] })
  })

  it('and age, said at the same time, do not overwrite each other', async () => {
    const { consent, age, me } = await setUp()
    await Promise.all([
      consent('privacy', consentTexts.privacy),
      age('adult'),
      consent('points', consentTexts.points),
    ])
    expect(await me()).toMatchObject({ age: 'adult', consents: [{}, {}] })
  })
})

describe('age', () => {
  it('under 18 is in the tokens signed from then on, and no word of it in others', async () => {
    const { lin, age, refresh } = await setUp()
    const renewedWith = async (token: string) => z.parse(sessionResponseSchema, (await refresh(token)).json())
    expect(claimsOf(lin.access)).not.toHaveProperty('minor')
    await age('minor')
    const renewed = await renewedWith(lin.refresh)
    expect(claimsOf(renewed.access)).toMatchObject({ minor: true })
    await age('adult')
    expect(claimsOf((await renewedWith(renewed.refresh)).access)).not.toHaveProperty('minor')
  })

  it('is kept as the person said it', async () => {
    const { age, me } = await setUp()
    expect(await me()).toMatchObject({ age: null })
    expect((await age('minor')).json()).toMatchObject({ age: 'minor' })
    expect((await age('adult')).json()).toMatchObject({ age: 'adult' })
    expect((await age(17)).status).toBe(400)
    expect(await me()).toMatchObject({ age: 'adult' })
  })
})

describe('the export', () => {
  it('has all that is held: person, sessions, openid and what the points domain holds', async () => {
    const { lin, login, as, holdings, consent, age, time } = await setUp()
    holdings.held = [{ region: '320800', entries: [] }]
    await consent('privacy', consentTexts.privacy)
    await age('adult')
    time.now += 60_000
    await login(openid)
    const answer = await as(lin, 'GET', '/api/me/export')
    const exported = z.parse(exportResponseSchema, answer.json())
    expect(exported.openid).toBe(openid)
    expect(exported.me).toMatchObject({
      id: lin.me.id,
      no: lin.me.no,
      age: 'adult',
      consents: [{ text: 'privacy' }],
    })
    expect(exported.sessions.map(({ since }) => since)).toEqual([
      '2036-11-18T02:01:00.000Z',
      '2036-11-18T02:00:00.000Z',
    ])
    expect(exported.points).toEqual(holdings.held)
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('hands on what a domain adds that no page of this version shows', async () => {
    const exported = async () => ({ suggestions: [{ text: '多放一把椅子' }] })
    const { login, as } = createIdentityWorld(database, wechat, { exported })
    const answer = await as(await login(openid), 'GET', '/api/me/export')
    const read = z.parse(exportResponseSchema, answer.json())
    expect(read).toMatchObject({ suggestions: [{ text: '多放一把椅子' }], points: [] })
  })

  it('is somebody’s own alone', async () => {
    const { lin, login, as, get } = await setUp()
    const zhou = await login('oZhou-0002-abc')
    expect((await as(zhou, 'GET', '/api/me/export')).bytes.toString()).not.toContain(lin.me.id)
    expect((await get('/api/me/export')).status).toBe(401)
  })
})

describe('deleting what is personal', () => {
  it('leaves nothing that leads to the person, closes the accounts and ends every session', async () => {
    const { lin, login, leave, refresh, as, holdings, store, post, age } = await setUp()
    const desktop = await login(openid)
    await age('adult')
    await post('/api/sessions/refresh', { refresh: lin.refresh })
    expect((await leave()).json()).toEqual({ ok: true })
    expect(holdings.closed).toEqual([lin.me.id])
    const left = JSON.stringify(await database.scan())
    for (const trace of [lin.me.id, lin.me.no, openid]) expect(left).not.toContain(trace)
    for (const session of [lin, desktop]) {
      expect((await refresh(session.refresh)).status).toBe(401)
      expect((await as(session, 'GET', '/api/me')).status).toBe(401)
    }
    expect(await store.personOfNo(lin.me.no)).toBeNull()
  })

  it('makes whoever logs in again somebody new', async () => {
    const { lin, leave, login } = await setUp()
    await leave()
    const repeated = await login(openid)
    expect(repeated.me.id).not.toBe(lin.me.id)
    expect(repeated.me.no).not.toBe(lin.me.no)
  })

  it('lets no login that was on its way begin a session of somebody who has gone', async () => {
    const { lin, leave, store } = await setUp()
    await leave()
    expect(await store.beginSession(lin.me.id, { system: null, browser: null })).toBeNull()
    expect(JSON.stringify(await database.scan())).not.toContain(lin.me.id)
  })

  it('is answered as done when requested again after a lost answer', async () => {
    const { leave, holdings } = await setUp()
    await leave()
    expect((await leave()).json()).toEqual({ ok: true })
    expect(holdings.closed).toHaveLength(1)
  })

  it('is refused to a session that was ended: whoever found the phone cannot delete the account', async () => {
    const { lin, as, leave, login } = await setUp()
    await as(lin, 'DELETE', '/api/sessions')
    expect((await leave()).status).toBe(401)
    expect((await login(openid)).me.id).toBe(lin.me.id)
  })

  it('removes the roles, and keeps the record of their changes under an id that leads to nobody', async () => {
    const { lin, appoint, leave, store, time } = await setUp()
    await appoint(lin, { kind: 'owner', region: '320800', outlets: ['320800-32080290'] })
    await appoint(lin, { kind: 'manager', region: '371600', districts: ['滨城'] })
    expect((await leave()).status).toBe(200)
    expect(await store.holders('320800')).toEqual([])
    expect(await store.holders('371600')).toEqual([])
    expect((await store.roleChanges('371600', '2036-11')).map((change) => change.deed).sort()).toEqual([
      'granted',
      'left',
    ])
    const left = (await database.scan()).filter((item) => JSON.stringify(item).includes(lin.me.id))
    const partitions = left.map(({ PK }) => String(PK).replace(/#.*/, ''))
    // By the second, tokens of before are refused for as long as they could live, and it goes after that.
    // The record of roles stays for three years, and with it the list by which its entries are found (docs/personal-data.md).
    expect([...new Set(partitions)].sort()).toEqual(['audit', 'revocation', 'roles'])
    const mark = left.find(({ PK }) => String(PK).startsWith('revocation#'))
    expect(mark?.expiresAt).toBe(time.now / 1000 + 20 * 60)
  })

  it('interrupted before its first step changes nothing, and can be requested again', async () => {
    const failing = { isOn: false }
    const client = withFaults(database.client({ maxAttempts: 1 }), (command) =>
      failing.isOn && command === 'TransactWriteItemsCommand' ? 'throttle' : null,
    )
    const world = createIdentityWorld(database, wechat, { client })
    const lin = await world.login(openid)
    failing.isOn = true
    expect((await world.as(lin, 'DELETE', '/api/me')).status).toBe(503)
    expect(world.holdings.closed).toEqual([])
    failing.isOn = false
    expect((await world.as(lin, 'GET', '/api/me')).status).toBe(200)
    expect((await world.as(lin, 'DELETE', '/api/me')).json()).toEqual({ ok: true })
    expect(JSON.stringify(await database.scan())).not.toContain(lin.me.id)
  })
})

describe('deleting what is personal, where a domain cannot erase its part yet', () => {
  /** The first domain erases; the second is away until `heals`. */
  const setUpFailing = async () => {
    const erased: string[] = []
    const away = { isOn: true }
    const erasers = new Map([
      ['points', async () => void erased.push('points')],
      [
        'places',
        async () => {
          if (away.isOn) throw new TableUnavailable('away')
          erased.push('places')
        },
      ],
    ])
    const world = createIdentityWorld(database, wechat, { erasers })
    const lin = await world.login(openid)
    const leave = () => world.as(lin, 'DELETE', '/api/me')
    const heals = () => {
      away.isOn = false
    }
    return { ...world, lin, leave, erased, heals }
  }
  const expectNothingOf = async ({ me }: SessionResponse) => {
    const left = JSON.stringify(await database.scan())
    for (const trace of [me.id, me.no, openid]) expect(left).not.toContain(trace)
  }

  it('says that it takes longer, and has logged the person out on every device', async () => {
    const { lin, login, leave, refresh, as } = await setUpFailing()
    const other = await login(openid)
    const answer = await leave()
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(answer.headers['retry-after']).toBe('10')
    for (const session of [lin, other]) {
      expect((await refresh(session.refresh)).json()).toMatchObject({ code: 'session-ended' })
      expect((await as(session, 'GET', '/api/me')).status).toBe(401)
      expect((await as(session, 'GET', '/api/me/export')).status).toBe(401)
    }
  })

  it('refuses the login of the same account until nothing of it is left; then it is somebody new', async () => {
    const { lin, leave, login, post, heals, finishLeaving } = await setUpFailing()
    await leave()
    const refused = await post('/api/sessions', { code: wechat.codeFor(openid) })
    expect(refused.json()).toMatchObject({
      status: 503,
      code: 'login-busy',
      about: { at: expect.stringMatching(/^20\d\d-.*Z$/) },
    })
    expect(refused.headers['retry-after']).toBe('5')
    heals()
    await finishLeaving()
    expect((await login(openid)).me.id).not.toBe(lin.me.id)
  })

  it('begins no session of theirs and grants them no role, whatever requests were under way', async () => {
    const { lin, leave, store, appoint } = await setUpFailing()
    await leave()
    expect(await store.beginSession(lin.me.id, { system: null, browser: null })).toBeNull()
    const role = { kind: 'owner' as const, region: '320800', outlets: ['320800-32080290'] }
    await expect(appoint(lin, role)).rejects.toThrow('unknown-person')
  })

  it('is continued by the schedule where it was interrupted, and erases no domain twice', async () => {
    const { lin, leave, erased, heals, finishLeaving } = await setUpFailing()
    await leave()
    await expect(finishLeaving()).rejects.toThrow('the privacy job failed')
    expect(erased).toEqual(['points'])
    heals()
    await finishLeaving()
    expect(erased).toEqual(['points', 'places'])
    await expectNothingOf(lin)
    expect((await leave()).json()).toEqual({ ok: true })
  })

  it('is continued when the person asks again with the same token', async () => {
    const { lin, leave, erased, heals } = await setUpFailing()
    await leave()
    heals()
    expect((await leave()).json()).toEqual({ ok: true })
    expect(erased).toEqual(['points', 'places'])
    await expectNothingOf(lin)
  })

  it('does not keep others from leaving', async () => {
    const stuck = new Set<string>()
    const erase = async (person: string) => {
      if (stuck.has(person)) throw new Error('cannot be erased')
    }
    const world = createIdentityWorld(database, wechat, { erasers: new Map([['points', erase]]) })
    const [lin, zhou] = [await world.login(openid), await world.login('oZhou-0002-abc')]
    for (const { me } of [lin, zhou]) stuck.add(me.id)
    for (const who of [lin, zhou]) expect((await world.as(who, 'DELETE', '/api/me')).status).toBe(503)
    stuck.delete(zhou.me.id)
    await expect(world.finishLeaving()).rejects.toThrow('the privacy job failed')
    const left = JSON.stringify(await database.scan())
    expect(left).toContain(lin.me.id)
    expect(left).not.toContain(zhou.me.id)
    // What failed is in the log without a word of it, and without the person.
    const lines = world.logged.filter((line) => line.includes('"privacy"')).join()
    expect(lines).toContain('"request-crashed"')
    for (const secret of [lin.me.id, 'cannot be erased']) expect(lines).not.toContain(secret)
  })
})

describe('faults of the table', () => {
  it('lost answers and conflicts make no second person, session or consent', async () => {
    let turn = 0
    const faults = ['lost-answer', null, 'conflict', null] as const
    const client = withFaults(database.client(), (command) =>
      command === 'TransactWriteItemsCommand' ? (faults[turn++ % faults.length] ?? null) : null,
    )
    const world = createIdentityWorld(database, wechat, { client })
    const lin = await world.login(openid)
    for (let n = 0; n < 4; n++)
      expect(
        (await world.as(lin, 'POST', '/api/me/consents', { text: 'privacy', version: consentTexts.privacy }))
          .status,
      ).toBe(200)
    const next = await world.refresh(lin.refresh)
    expect(next.status).toBe(200)
    const items = await database.scan()
    expect(items.filter(({ SK }) => String(SK).startsWith('session#'))).toHaveLength(1)
    expect(items.filter(({ PK }) => String(PK).startsWith('no#'))).toHaveLength(1)
    expect((await world.as(lin, 'GET', '/api/me')).json()).toMatchObject({ consents: [{ text: 'privacy' }] })
  })
})
