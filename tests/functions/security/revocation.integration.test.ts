/**
 * Whoever was logged out everywhere, or lost a role, is refused with the next request, on every domain: a token that was
 * issued before is over, though it is not old. What that costs is counted, and when it cannot be known nobody is let in.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { powers, type Role, sessionResponseSchema } from '../../../functions/identity/contract'
import { revocationPrefix } from '../../../functions/shared/session/session-grants'
import * as z from '../../../functions/shared/zod'
import { watched } from '../../support/engine/watching'
import { createStage } from '../../support/stage/create-stage'
import { giftFields } from '../../support/stage/scene'
import type { Somebody, Stage } from '../../support/stage/stage'
import { city, outlets } from '../../support/worlds/points-world'
import { outcomeOf, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()

const staff: Role = { kind: 'staff', region: city, powers: [...powers] }
const owner: Role = { kind: 'owner', region: city, outlets: [outlets.first] }

/** One request of each domain that staff ask. */
const asStaff = {
  places: `/api/staff/reports?region=${city}`,
  points: `/api/staff/adjustments?region=${city}`,
  identity: `/api/staff/roles?region=${city}`,
} as const
const ofOutlet = `/api/outlets/${outlets.first}/handovers`

const setUp = async (client?: DynamoDBDocumentClient) => {
  const stage = await createStage(database, wechat.server, { client })
  // A city keeps an admin.
  await stage.enter('oFirst-0001', [staff])
  const ask = async ({ session }: Pick<Somebody, 'session'>, domain: keyof typeof asStaff, target: string) =>
    outcomeOf(await stage.call(domain, 'GET', target, { headers: bearing(session) }))
  const everywhere = async (who: Pick<Somebody, 'session'>) => {
    const answers: Record<string, string> = {}
    for (const domain of ['places', 'points', 'identity'] as const)
      answers[domain] = await ask(who, domain, asStaff[domain])
    return answers
  }
  return { stage, ask, everywhere }
}
const bearing = ({ access }: { access: string }) => ({ authorization: `Bearer ${access}` })
const all = (answer: string) => ({ places: answer, points: answer, identity: answer })
const [answered, refused, denied] = [all('200'), all('401 unauthenticated'), all('403 forbidden')]

const renewed = async (stage: Stage, { session, openid }: Somebody): Promise<Somebody> => {
  const body = { refresh: session.refresh }
  const headers = { 'content-type': 'application/json' }
  const answer = await stage.call('identity', 'POST', '/api/sessions/refresh', { headers, body })
  return { openid, session: z.parse(sessionResponseSchema, answer.json()) }
}
const revoke = async ({ identity }: Stage, { session }: Somebody, kind: 'staff' | 'owner' = 'staff') =>
  expect(await identity.revokeRole({ from: session.me.id, region: city, kind, by: 'admin' })).toMatchObject({
    ok: true,
  })
const grant = async ({ identity }: Stage, { session }: Somebody, role: Role) =>
  expect(await identity.grantRole({ to: session.me.id, role, by: null })).toMatchObject({ ok: true })
const logOut = (stage: Stage, { session }: Somebody, which: '' | '/current') =>
  stage.call('identity', 'DELETE', `/api/sessions${which}`, { headers: bearing(session) })

describe('a token issued before', () => {
  it('is refused everywhere once the role was revoked, and a new token holds no role', async () => {
    const { stage, everywhere } = await setUp()
    const zhao = await stage.enter('oZhao-0001', [staff])
    expect(await everywhere(zhao)).toEqual(answered)
    await revoke(stage, zhao)
    expect(await everywhere(zhao)).toEqual(refused)
    expect(await everywhere(await renewed(stage, zhao))).toEqual(denied)
  })

  it('is refused once a power was revoked, and a new token has the others', async () => {
    const { stage, ask } = await setUp()
    const zhao = await stage.enter('oZhao-0001', [staff])
    const role: Role = { kind: 'staff', region: city, powers: ['review'] }
    await grant(stage, zhao, role)
    expect(await ask(zhao, 'points', asStaff.points)).toBe('401 unauthenticated')
    const now = await renewed(stage, zhao)
    expect(await ask(now, 'points', asStaff.points)).toBe('403 forbidden')
    expect(await ask(now, 'places', asStaff.places)).toBe('200')
  })

  it.each(['', '/current'] as const)(
    'is refused once a session was ended (DELETE /api/sessions%s)',
    async (which) => {
      const { stage, everywhere } = await setUp()
      const desktop = await stage.enter('oZhao-0001', [staff])
      expect(await everywhere(desktop)).toEqual(answered)
      await logOut(stage, desktop, which)
      expect(await everywhere(desktop)).toEqual(refused)
    },
  )

  it('is refused on the desktop once the phone has logged out everywhere; a login after that is let in', async () => {
    const { stage, everywhere } = await setUp()
    const desktop = await stage.enter('oZhao-0001', [staff])
    const phone = await stage.enter('oZhao-0001')
    await logOut(stage, phone, '')
    expect(await everywhere(desktop)).toEqual(refused)
    expect(await everywhere(await stage.enter('oZhao-0001'))).toEqual(answered)
  })

  it('is refused once somebody used a refresh token of that session twice', async () => {
    const { stage, everywhere } = await setUp()
    const zhao = await stage.enter('oZhao-0001', [staff])
    const thief = await renewed(stage, zhao)
    stage.time.now += 11_000
    const answer = await stage.call('identity', 'POST', '/api/sessions/refresh', {
      headers: { 'content-type': 'application/json' },
      body: { refresh: zhao.session.refresh },
    })
    expect(outcomeOf(answer)).toBe('401 session-ended')
    expect(await everywhere(thief)).toEqual(refused)
  })

  it('is refused at the counter of an outlet where the person no longer works', async () => {
    const { stage, ask } = await setUp()
    const chen = await stage.enter('oChen-0001', [owner])
    expect(await ask(chen, 'points', ofOutlet)).toBe('200')
    await revoke(stage, chen, 'owner')
    expect(await ask(chen, 'points', ofOutlet)).toBe('401 unauthenticated')
  })

  it('of one person is not valid for another', async () => {
    const { stage, everywhere } = await setUp()
    const [zhao, sun] = [await stage.enter('oZhao-0001', [staff]), await stage.enter('oSun-00001', [staff])]
    await logOut(stage, zhao, '')
    expect(await everywhere(sun)).toEqual(answered)
  })

  it('is not issued to a refresh during the logout', async () => {
    const watch = watched(database.client())
    const { stage, everywhere } = await setUp(watch.client)
    const zhao = await stage.enter('oZhao-0001', [staff])
    // Who asks has been read, and not yet whether the session goes on.
    const isSession = ({ SK }: { SK: string }) => SK.startsWith('session#')
    watch.seen.length = 0
    watch.hold(isSession)
    const refreshing = renewed(stage, zhao)
    await watch.asked(isSession)
    await revoke(stage, zhao)
    await grant(stage, zhao, staff)
    watch.letGo()
    expect(await everywhere(await refreshing)).toEqual(refused)
  })
})

describe('the check for revocation', () => {
  const setUpWatched = async () => {
    const watch = watched(database.client())
    const all = await setUp(watch.client)
    const zhao = await all.stage.enter('oZhao-0001', [staff])
    const marks = () => watch.seen.filter(isMark)
    watch.seen.length = 0
    return { ...all, watch, zhao, marks }
  }
  const isMark = ({ PK }: { PK: string }) => PK.startsWith(revocationPrefix)
  const oneRead = { command: 'GetItemCommand', consistent: true, units: 1 }

  it('costs staff one strongly consistent read unit a request, whether there is a mark or not', async () => {
    const { stage, everywhere, zhao, marks, watch } = await setUpWatched()
    expect(await everywhere(zhao)).toEqual(answered)
    expect(marks()).toMatchObject([oneRead, oneRead, oneRead])
    await logOut(stage, zhao, '')
    const repeated = await stage.enter('oZhao-0001')
    watch.seen.length = 0
    expect(await everywhere(repeated)).toEqual(answered)
    expect(marks()).toMatchObject([oneRead, oneRead, oneRead])
  })

  it('costs an outlet the same', async () => {
    const { stage, ask, marks, watch } = await setUpWatched()
    const chen = await stage.enter('oChen-0001', [owner])
    watch.seen.length = 0
    expect(await ask(chen, 'points', ofOutlet)).toBe('200')
    expect(marks()).toMatchObject([oneRead])
  })

  it('costs a citizen nothing, and nothing what staff ask as citizens', async () => {
    const { stage, ask, zhao, marks } = await setUpWatched()
    const lin = await stage.enter('oLin-00001')
    for (const who of [lin, zhao]) {
      expect(await ask(who, 'points', `/api/points/account?region=${city}`)).toBe('200')
      expect(await ask(who, 'points', `/api/gifts?region=${city}`)).toBe('200')
      expect(await ask(who, 'identity', '/api/me')).toBe('200')
    }
    expect(await ask(lin, 'points', asStaff.points)).toBe('403 forbidden')
    expect(marks()).toEqual([])
  })

  it('takes no time of its own: the operation reads meanwhile', async () => {
    const { ask, zhao, watch } = await setUpWatched()
    watch.hold(isMark)
    const asking = ask(zhao, 'points', `/api/staff/rules/${city}`)
    await watch.asked(isMark)
    await watch.asked((key) => !isMark(key))
    watch.letGo()
    expect(await asking).toBe('200')
  })

  it('writes nothing before it has passed', async () => {
    const { stage, zhao, watch } = await setUpWatched()
    await revoke(stage, zhao)
    const before = await stage.scan()
    watch.seen.length = 0
    stage.writes.length = 0
    watch.hold(isMark)
    // One of those that write at once where one may.
    const body = { region: city, ...giftFields }
    const headers = {
      ...bearing(zhao.session),
      'content-type': 'application/json',
      'idempotency-key': stage.key(),
    }
    const asking = stage.call('points', 'POST', '/api/staff/gifts', { headers, body })
    await watch.asked(isMark)
    watch.letGo()
    expect(outcomeOf(await asking)).toBe('401 unauthenticated')
    expect(stage.writes).toEqual([])
    expect(await stage.scan()).toEqual(before)
  })

  it('fails closed: where identity’s table does not answer, staff get 503 and citizens are served', async () => {
    let isDown = false
    const client = database.client({ maxAttempts: 1 })
    client.middlewareStack.add(
      (next) => async (args) => {
        if (isDown && JSON.stringify(args.input).includes(revocationPrefix))
          throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException', $metadata: {} })
        return next(args)
      },
      { step: 'initialize', name: 'testOutage' },
    )
    const { stage, ask, everywhere } = await setUp(client)
    const zhao = await stage.enter('oZhao-0001', [staff])
    isDown = true
    stage.writes.length = 0
    expect(await everywhere(zhao)).toEqual(all('503 unavailable'))
    expect(stage.writes).toEqual([])
    expect(await ask(zhao, 'points', `/api/points/account?region=${city}`)).toBe('200')
    isDown = false
    expect(await everywhere(zhao)).toEqual(answered)
  })
})
