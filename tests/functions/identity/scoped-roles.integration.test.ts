import { holderSchema, type SessionResponse } from '../../../functions/identity/contract'
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
