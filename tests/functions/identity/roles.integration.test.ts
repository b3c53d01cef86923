import {
  holderSchema,
  holdersResponseSchema,
  type Role,
  roleChangesResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/domain-engine'
import { createIdentityWorld } from '../../support/identity'
import { startWeChat, type WeChatServer } from '../../support/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const staff = (powers: Extract<Role, { kind: 'staff' }>['powers'], region = '320800'): Role => ({
  kind: 'staff',
  region,
  powers,
})
const owner = (outlets: string[], region = '320800'): Role => ({ kind: 'owner', region, outlets })

/** An admin of Huai'an, one of Binzhou, and two who hold nothing. */
const setUp = async () => {
  const world = createIdentityWorld(database, wechat)
  const { login, appoint, refresh, as } = world
  const renewed = async (session: SessionResponse) =>
    z.parse(sessionResponseSchema, (await refresh(session.refresh)).json())
  const appointed = async (openid: string, role: Role) => {
    const session = await login(openid)
    await appoint(session, role)
    return renewed(session)
  }
  return {
    ...world,
    renewed,
    appointed,
    admin: await appointed('oAdmin-huaian', staff(['admin', 'audit'])),
    other: await appointed('oAdmin-binzhou', staff(['admin'], '371600')),
    chen: await login('oChen-owner-abc'),
    zhou: await login('oZhou-citizen-abc'),
    grant: (by: SessionResponse, to: SessionResponse, role: Role) =>
      as(by, 'POST', '/api/staff/roles', { no: to.me.no, role }),
    revoke: (by: SessionResponse, from: SessionResponse, kind: Role['kind'], region = '320800') =>
      as(by, 'DELETE', `/api/staff/roles/${from.me.id}/${kind}?region=${region}`),
    holders: async (by: SessionResponse, region = '320800') =>
      z.parse(holdersResponseSchema, (await as(by, 'GET', `/api/staff/roles?region=${region}`)).json())
        .people,
    changes: async (by: SessionResponse) =>
      z.parse(
        roleChangesResponseSchema,
        (await as(by, 'GET', '/api/staff/roles/changes?region=320800&month=2036-11')).json(),
      ).changes,
  }
}

describe('a role within a part of the city', () => {
  const outlet = { kind: 'outlet', id: '320800-32080290' } as const
  const district = { kind: 'district', id: '320803' } as const
  const withScopes = async () => {
    const world = await setUp()
    const { as } = world
    return {
      ...world,
      grantIn: (by: SessionResponse, to: SessionResponse, scope: object, powers = ['review']) =>
        as(by, 'POST', '/api/staff/roles', {
          no: to.me.no,
          role: { kind: 'staff', region: '320800', powers },
          scope,
        }),
    }
  }

  it('stands beside the roles that older programs know, in the token too', async () => {
    const { admin, chen, grantIn, renewed, holders } = await withScopes()
    const granted = z.parse(holderSchema, (await grantIn(admin, chen, outlet)).json())
    const role = { region: '320800', scope: outlet, powers: ['review'] }
    expect(granted).toMatchObject({ id: chen.me.id, roles: [], scopedRoles: [role] })
    expect((await holders(admin)).find(({ id }) => id === chen.me.id)).toMatchObject({ scopedRoles: [role] })
    const session = await renewed(chen)
    expect(session.me).toMatchObject({ roles: [], scopedRoles: [role] })
    const [, claims = ''] = session.access.split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      roles: [],
      scoped: [role],
    })
  })

  it('is one for each part: another one there takes its place', async () => {
    const { admin, chen, grantIn, renewed } = await withScopes()
    await grantIn(admin, chen, outlet)
    await grantIn(admin, chen, district, ['publish'])
    await grantIn(admin, chen, outlet, ['publish', 'review', 'publish'])
    expect((await renewed(chen)).me.scopedRoles).toEqual([
      { region: '320800', scope: district, powers: ['publish'] },
      { region: '320800', scope: outlet, powers: ['publish', 'review'] },
    ])
  })

  it('is taken away by itself, and with its token at once', async () => {
    const { admin, chen, grant, grantIn, renewed, as, holders } = await withScopes()
    await grantIn(admin, chen, outlet)
    await grant(admin, chen, staff(['audit']))
    const before = await renewed(chen)
    const changes = '/api/staff/roles/changes?region=320800&month=2036-11'
    expect((await as(before, 'GET', changes)).status).toBe(200)
    const target = `/api/staff/roles/${chen.me.id}/staff?region=320800&scope=outlet.320800-32080290`
    expect((await as(admin, 'DELETE', target)).status).toBe(200)
    expect((await as(before, 'GET', changes)).status).toBe(401)
    const { me } = await renewed(chen)
    expect(me.roles).toEqual([staff(['audit'])])
    expect(me.scopedRoles ?? []).toEqual([])
    expect((await holders(admin)).find(({ id }) => id === chen.me.id)?.scopedRoles ?? []).toEqual([])
  })

  it('goes with whoever leaves, as the others do', async () => {
    const { admin, chen, grantIn, as, renewed, holders } = await withScopes()
    await grantIn(admin, chen, outlet)
    expect((await as(await renewed(chen), 'DELETE', '/api/me')).status).toBe(200)
    expect((await holders(admin)).map(({ id }) => id)).toEqual([admin.me.id])
  })

  it('is of a part of that city, for staff, and never for who grants roles', async () => {
    const { admin, chen, grantIn, as } = await withScopes()
    for (const scope of [
      { kind: 'outlet', id: '371600-37160001' },
      { kind: 'district', id: '371602' },
      { kind: 'district', id: '320800' },
      { kind: 'team', id: '371600-team-1' },
    ])
      expect((await grantIn(admin, chen, scope)).json()).toMatchObject({
        code: 'invalid-request',
        errors: [{ field: 'scope.id' }],
      })
    expect((await grantIn(admin, chen, { kind: 'street', id: '320800-1' })).status).toBe(400)
    expect((await grantIn(admin, chen, outlet, ['admin'])).json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ field: 'role.powers' }],
    })
    const body = { no: chen.me.no, role: owner(['320800-32080290']), scope: outlet }
    expect((await as(admin, 'POST', '/api/staff/roles', body)).json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ field: 'scope' }],
    })
  })

  it('counts among what fits into a token', async () => {
    const { admin, chen, grantIn, renewed } = await withScopes()
    const codes = []
    for (let n = 0; n < 60; n++) {
      const answer = await grantIn(admin, chen, { kind: 'team', id: `320800-team-${n}` }, [
        'review',
        'publish',
      ])
      codes.push(answer.status === 200 ? 'ok' : z.parse(z.object({ code: z.string() }), answer.json()).code)
    }
    expect(codes.slice(0, 40).every((code) => code === 'ok')).toBe(true)
    expect(codes.at(-1)).toBe('too-many-roles')
    expect((await renewed(chen)).access.length).toBeLessThan(8_000)
  })
})

describe('granting a role', () => {
  it('lets the person do what it says from the next access token on', async () => {
    const { admin, chen, grant, renewed, holders } = await setUp()
    const role = owner(['320800-32080290'])
    const granted = z.parse(holderSchema, (await grant(admin, chen, role)).json())
    expect(granted).toMatchObject({ id: chen.me.id, no: chen.me.no, roles: [role] })
    expect((await renewed(chen)).me.roles).toEqual([role])
    expect((await holders(admin)).map(({ id }) => id).sort()).toEqual([admin.me.id, chen.me.id].sort())
  })

  it('changes the role of that kind in that city and leaves the others', async () => {
    const { admin, other, chen, grant, renewed } = await setUp()
    await grant(admin, chen, owner(['320800-32080290']))
    await grant(admin, chen, staff(['review']))
    await grant(other, chen, owner(['371600-37160001'], '371600'))
    await grant(admin, chen, owner(['320800-32080216', '320800-32080216']))
    expect((await renewed(chen)).me.roles).toEqual([
      staff(['review']),
      owner(['371600-37160001'], '371600'),
      owner(['320800-32080216']),
    ])
  })

  it('twice leaves one record', async () => {
    const { admin, chen, grant, changes } = await setUp()
    await grant(admin, chen, staff(['review']))
    expect((await grant(admin, chen, staff(['review']))).status).toBe(200)
    expect((await changes(admin)).filter(({ person }) => person === chen.me.id)).toHaveLength(1)
  })

  it('is for the admins of that city alone', async () => {
    const { admin, other, chen, zhou, grant, revoke, appointed, holders, as } = await setUp()
    const editor = await appointed('oEditor-huaian', staff(['gifts', 'review', 'audit', 'publish']))
    for (const by of [other, chen, editor]) {
      expect((await grant(by, zhou, staff(['gifts']))).json()).toMatchObject({
        status: 403,
        code: 'forbidden',
      })
      expect((await revoke(by, admin, 'staff')).json()).toMatchObject({ status: 403, code: 'forbidden' })
      expect((await as(by, 'GET', '/api/staff/roles?region=320800')).status).toBe(403)
    }
    expect((await as(other, 'GET', '/api/staff/roles/changes?region=320800&month=2036-11')).status).toBe(403)
    expect((await holders(other, '371600')).map(({ id }) => id)).toEqual([other.me.id])
  })

  it('cannot reach into another city through the outlets of a role', async () => {
    const { admin, chen, grant, renewed } = await setUp()
    for (const outlets of [['371600-37160001'], ['320800-32080290', '371600-37160001']])
      expect((await grant(admin, chen, owner(outlets))).json()).toMatchObject({
        code: 'invalid-request',
        errors: [{ field: 'role.outlets' }],
      })
    expect((await renewed(chen)).me.roles).toEqual([])
  })

  it('accepts no field that a role does not have', async () => {
    const { admin, chen, as } = await setUp()
    for (const role of [
      { ...staff(['gifts']), outlets: ['320800-32080290'] },
      { ...staff(['gifts']), kind: 'god' },
      { ...staff(['gifts']), powers: [] },
      { ...staff(['gifts']), powers: ['everything'] },
    ])
      expect((await as(admin, 'POST', '/api/staff/roles', { no: chen.me.no, role })).status).toBe(400)
    const extra = { no: chen.me.no, role: staff(['gifts']), person: admin.me.id }
    expect((await as(admin, 'POST', '/api/staff/roles', extra)).status).toBe(400)
  })

  it('is refused where the roles would not fit into a token', async () => {
    const { admin, chen, grant, store, renewed, as, refresh } = await setUp()
    const outlets = Array.from(
      { length: 20 },
      (_, n) => `320800-${'x'.repeat(38)}${String(n).padStart(2, '0')}`,
    )
    const outcomes = []
    for (let city = 10; city < 20; city++) {
      const region = `32${city}00`
      const role = owner(
        outlets.map((outlet) => outlet.replace('320800', region)),
        region,
      )
      const granted = await store.grantRole({ to: chen.me.id, role, by: null })
      outcomes.push(granted.ok ? 'ok' : granted.error)
    }
    expect(outcomes.slice(0, 4)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(outcomes.at(-1)).toBe('too-many-roles')
    const oneMore = owner(outlets.map((outlet) => outlet))
    expect((await grant(admin, chen, oneMore)).json()).toMatchObject({ status: 409, code: 'too-many-roles' })
    const full = await renewed(chen)
    expect(full.access.length).toBeLessThan(8_000)
    expect((await as(full, 'GET', '/api/me')).status).toBe(200)
    expect((await refresh(full.refresh)).status).toBe(200)
  })

  it('to a number that nobody has is refused as unknown', async () => {
    const { admin, as } = await setUp()
    const answer = await as(admin, 'POST', '/api/staff/roles', { no: '00000000', role: staff(['gifts']) })
    expect(answer.json()).toMatchObject({ status: 404, code: 'unknown-person' })
  })
})

describe('revoking a role', () => {
  it('takes effect with the next request, which needs a new token', async () => {
    const { admin, appointed, grant, revoke, chen, refresh } = await setUp()
    const second = await appointed('oSecond-huaian', staff(['admin', 'gifts']))
    expect((await revoke(admin, second, 'staff')).json()).toEqual({ ok: true })
    expect((await grant(second, chen, staff(['gifts']))).json()).toMatchObject({ status: 401 })
    const renewed = z.parse(sessionResponseSchema, (await refresh(second.refresh)).json())
    expect(renewed.me.roles).toEqual([])
    expect((await grant(renewed, chen, staff(['gifts']))).json()).toMatchObject({ status: 403 })
  })

  it('that is not held changes nothing', async () => {
    const { admin, chen, revoke, changes } = await setUp()
    expect((await revoke(admin, chen, 'owner')).json()).toEqual({ ok: true })
    expect((await changes(admin)).map(({ person }) => person)).toEqual([admin.me.id])
    const nobody = { ...chen, me: { ...chen.me, id: '0'.repeat(20) } }
    expect((await revoke(admin, nobody, 'owner')).json()).toMatchObject({ code: 'unknown-person' })
  })

  it('in one city leaves the roles in another', async () => {
    const { admin, other, chen, grant, revoke, renewed, holders } = await setUp()
    await grant(admin, chen, staff(['review']))
    await grant(other, chen, staff(['review'], '371600'))
    await revoke(other, chen, 'staff', '371600')
    expect((await renewed(chen)).me.roles).toEqual([staff(['review'])])
    expect((await holders(other, '371600')).map(({ id }) => id)).toEqual([other.me.id])
    expect(await holders(admin)).toHaveLength(2)
  })
})

describe('a city keeps an admin', () => {
  it('nobody changes their own roles', async () => {
    const { admin, grant, revoke } = await setUp()
    expect((await grant(admin, admin, staff(['gifts']))).json()).toMatchObject({
      status: 409,
      code: 'own-role',
    })
    expect((await grant(admin, admin, owner(['320800-1']))).json()).toMatchObject({ code: 'own-role' })
    expect((await revoke(admin, admin, 'staff')).json()).toMatchObject({ status: 409, code: 'own-role' })
  })

  it('two admins who revoke each other at once leave one', async () => {
    const { admin, appointed, revoke, holders, store } = await setUp()
    const second = await appointed('oSecond-huaian', staff(['admin']))
    const answers = await Promise.all([revoke(admin, second, 'staff'), revoke(second, admin, 'staff')])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect([403, 409]).toContain(answers.find(({ status }) => status !== 200)?.status)
    const left = (await store.isAdminNow('320800', admin.me.id)) ? admin : second
    expect((await holders(left)).map(({ id }) => id)).toEqual([left.me.id])
  })

  it('the last one can neither be demoted by the command line nor delete themself', async () => {
    const { admin, store, as } = await setUp()
    const demoted = await store.grantRole({ to: admin.me.id, role: staff(['gifts']), by: null })
    expect(demoted).toEqual({ ok: false, error: 'last-admin' })
    const answer = await as(admin, 'DELETE', '/api/me')
    expect(answer.json()).toMatchObject({ status: 409, code: 'last-admin' })
    expect((await as(admin, 'GET', '/api/me')).json()).toMatchObject({ roles: [staff(['admin', 'audit'])] })
  })

  it('one of two may go', async () => {
    const { admin, appointed, as, holders, changes, time } = await setUp()
    const second = await appointed('oSecond-huaian', staff(['admin']))
    time.now += 1000
    expect((await as(second, 'DELETE', '/api/me')).json()).toEqual({ ok: true })
    expect((await holders(admin)).map(({ id }) => id)).toEqual([admin.me.id])
    expect((await changes(admin))[0]).toMatchObject({ deed: 'left', person: second.me.id, after: [] })
  })
})

describe('the record of role changes', () => {
  it('has who made each change, before and after, newest first', async () => {
    const { admin, chen, grant, revoke, time, changes } = await setUp()
    time.now += 1000
    await grant(admin, chen, staff(['review']))
    time.now += 1000
    await grant(admin, chen, staff(['review', 'publish']))
    time.now += 1000
    await revoke(admin, chen, 'staff')
    const by = admin.me.id
    const person = chen.me.id
    expect(await changes(admin)).toEqual([
      {
        at: '2036-11-18T02:00:03.000Z',
        by,
        person,
        deed: 'revoked',
        before: [staff(['review', 'publish'])],
        after: [],
      },
      {
        at: '2036-11-18T02:00:02.000Z',
        by,
        person,
        deed: 'granted',
        before: [staff(['review'])],
        after: [staff(['review', 'publish'])],
      },
      { at: '2036-11-18T02:00:01.000Z', by, person, deed: 'granted', before: [], after: [staff(['review'])] },
      {
        at: '2036-11-18T02:00:00.000Z',
        by: null,
        person: by,
        deed: 'granted',
        before: [],
        after: [staff(['admin', 'audit'])],
      },
    ])
  })
})
