import { holderSchema, sessionResponseSchema } from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { createRolesWorld, owner, staff } from '../../support/worlds/roles-world'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const setUp = () => createRolesWorld(database, wechat)

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
