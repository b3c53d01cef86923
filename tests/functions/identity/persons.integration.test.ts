import {
  exportResponseSchema,
  holdersResponseSchema,
  type Role,
  resolveResponseSchema,
  roleChangesResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { createIdentityWorld } from '../../support/worlds/identity'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

type Powers = Extract<Role, { kind: 'staff' }>['powers']
const staff = (powers: Powers, region = '320800'): Role => ({ kind: 'staff', region, powers })

/** An admin of Huai'an, a colleague who gives points, and two citizens. */
const setUp = async () => {
  const client = database.client()
  const spent = meter(client)
  const world = createIdentityWorld(database, wechat, { client })
  const { login, appoint, refresh, as } = world
  const appointed = async (openid: string, role: Role) => {
    const session = await login(openid)
    await appoint(session, role)
    return z.parse(sessionResponseSchema, (await refresh(session.refresh)).json())
  }
  const admin = await appointed('oAdmin-huaian', staff(['admin', 'audit']))
  const ask = (by: SessionResponse, body: object) =>
    as(by, 'POST', '/api/staff/persons/resolve', { region: '320800', ...body })
  return {
    ...world,
    spent,
    appointed,
    ask,
    admin,
    wang: await appointed('oWang-huaian-1', staff(['gifts'])),
    lin: await login('oLin-citizen-1'),
    zhou: await login('oZhou-citizen-1'),
    resolved: async (by: SessionResponse, body: object) =>
      z.parse(resolveResponseSchema, (await ask(by, body)).json()).persons,
    name: (by: SessionResponse, { me }: SessionResponse, name: string | null, region = '320800') =>
      as(by, 'PUT', `/api/staff/persons/${me.id}/name`, { region, name }),
    holders: async () =>
      z.parse(holdersResponseSchema, (await as(admin, 'GET', '/api/staff/roles?region=320800')).json())
        .people,
    /** Which names were changed, as auditors see it. */
    record: async () => {
      const path = '/api/staff/roles/changes?region=320800&month=2036-11'
      return z.parse(roleChangesResponseSchema, (await as(admin, 'GET', path)).json()).names
    },
  }
}

describe('the number of a person', () => {
  it('leads staff to the id, and the id to the number', async () => {
    const { wang, lin, zhou, resolved } = await setUp()
    expect(await resolved(wang, { nos: [lin.me.no] })).toEqual([{ id: lin.me.id, no: lin.me.no }])
    expect(await resolved(wang, { ids: [zhou.me.id], nos: [lin.me.no] })).toEqual(
      expect.arrayContaining([
        { id: lin.me.id, no: lin.me.no },
        { id: zhou.me.id, no: zhou.me.no },
      ]),
    )
  })

  it('requested twice, or by both, is answered once', async () => {
    const { wang, lin, resolved } = await setUp()
    const { id, no } = lin.me
    expect(await resolved(wang, { ids: [id, id], nos: [no, no] })).toEqual([{ id, no }])
    expect(await resolved(wang, {})).toEqual([])
  })

  it('that nobody has, and an id that is nobody’s, are not among the answers', async () => {
    const { wang, lin, resolved } = await setUp()
    const asked = { ids: ['0'.repeat(20), lin.me.id], nos: ['00000000'] }
    expect(await resolved(wang, asked)).toEqual([{ id: lin.me.id, no: lin.me.no }])
  })

  it('is resolved for a hundred at once, in one batch of reads, and for no more', async () => {
    const { wang, store, ask, resolved, spent } = await setUp()
    const people = await Promise.all(
      Array.from({ length: 100 }, (_, n) => store.personOf(`oCrowd-${String(n).padStart(4, '0')}`)),
    )
    spent.take()
    const byId = await resolved(wang, { ids: people.map(({ id }) => id) })
    // One of the two looks whether the asker's role still stands.
    expect(spent.take().requests).toBe(2)
    expect(byId.map(({ no }) => no).sort()).toEqual(people.map(({ no }) => no).sort())
    const byNo = await resolved(wang, { nos: people.map(({ no }) => no) })
    expect(spent.take().requests).toBe(3)
    expect(byNo.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort())
    const [one] = people
    if (!one) throw new Error('nobody came')
    const tooMany = { ids: people.map(({ id }) => id), nos: [one.no] }
    expect((await ask(wang, tooMany)).json()).toMatchObject({ status: 400, errors: [{ field: 'ids' }] })
  })

  it('of somebody in the table from before there were names is resolved too', async () => {
    const { wang, lin, resolved } = await setUp()
    const items = await database.scan()
    expect(items.filter((item) => item.SK === 'person' && 'names' in item)).toEqual([])
    expect(await resolved(wang, { ids: [lin.me.id] })).toEqual([{ id: lin.me.id, no: lin.me.no }])
  })

  it('is shown to staff of that city whose pages show a person, and to nobody else', async () => {
    const { wang, lin, admin, ask, appointed } = await setUp()
    const body = { ids: [lin.me.id] }
    const auditor = await appointed('oAudit-huaian', staff(['audit']))
    const author = await appointed('oAuthor-huaian', staff(['publish']))
    for (const by of [wang, admin, auditor, author]) expect((await ask(by, body)).status).toBe(200)
    const others = [
      lin,
      await appointed('oReview-huaian', staff(['review'])),
      await appointed('oBinzhou-staff', staff(['gifts', 'audit', 'admin'], '371600')),
      await appointed('oOwner-huaian', { kind: 'owner', region: '320800', outlets: ['320800-1'] }),
    ]
    for (const by of others) expect((await ask(by, body)).json()).toMatchObject({ code: 'forbidden' })
  })

  it('of whoever deleted their account leads to nobody any more', async () => {
    const { wang, lin, as, resolved } = await setUp()
    await as(lin, 'DELETE', '/api/me')
    expect(await resolved(wang, { ids: [lin.me.id], nos: [lin.me.no] })).toEqual([])
  })
})

describe('an internal name', () => {
  it('is given by an admin, and stands wherever colleagues are shown', async () => {
    const { admin, wang, name, resolved, holders } = await setUp()
    const { id, no } = wang.me
    expect((await name(admin, wang, '王老师')).json()).toEqual({ id, no, name: '王老师' })
    expect(await resolved(admin, { ids: [id] })).toEqual([{ id, no, name: '王老师' }])
    expect((await holders()).find((one) => one.id === id)).toMatchObject({ name: '王老师' })
  })

  it('is given by staff to themselves, and to nobody else', async () => {
    const { admin, wang, lin, name, resolved } = await setUp()
    expect((await name(wang, wang, '小王')).status).toBe(200)
    expect((await name(wang, admin, '老大')).json()).toMatchObject({ code: 'forbidden' })
    expect((await name(lin, lin, '林先生')).json()).toMatchObject({ code: 'forbidden' })
    expect(await resolved(admin, { ids: [wang.me.id, admin.me.id, lin.me.id] })).toEqual(
      expect.arrayContaining([
        { id: wang.me.id, no: wang.me.no, name: '小王' },
        { id: admin.me.id, no: admin.me.no },
        { id: lin.me.id, no: lin.me.no },
      ]),
    )
  })

  it('is for those who hold a role in the city: citizens get none', async () => {
    const { admin, lin, name } = await setUp()
    expect((await name(admin, lin, '林先生')).json()).toMatchObject({ status: 404, code: 'unknown-person' })
  })

  it('is seen in its own city alone', async () => {
    const { admin, wang, appoint, appointed, name, as, ask } = await setUp()
    const binzhou = await appointed('oAdmin-binzhou', staff(['admin'], '371600'))
    await appoint(wang, staff(['gifts'], '371600'))
    await name(admin, wang, '王老师')
    expect((await name(binzhou, wang, '王科', '371600')).json()).toMatchObject({ name: '王科' })
    expect((await name(binzhou, wang, '坏名字', '320800')).json()).toMatchObject({ code: 'forbidden' })
    const elsewhere = await as(binzhou, 'POST', '/api/staff/persons/resolve', {
      region: '371600',
      ids: [wang.me.id],
    })
    expect(elsewhere.json()).toEqual({ persons: [{ id: wang.me.id, no: wang.me.no, name: '王科' }] })
    expect((await ask(admin, { ids: [wang.me.id] })).json()).toMatchObject({ persons: [{ name: '王老师' }] })
  })

  it('stays through other roles and through the last one that is taken, for the record still names its holder', async () => {
    const { admin, wang, name, resolved, holders, as, appoint } = await setUp()
    await name(admin, wang, '王老师')
    await appoint(wang, staff(['gifts', 'review']))
    expect((await holders()).find(({ id }) => id === wang.me.id)).toMatchObject({ name: '王老师' })
    await as(admin, 'DELETE', `/api/staff/roles/${wang.me.id}/staff?region=320800`)
    expect(await resolved(admin, { ids: [wang.me.id] })).toMatchObject([{ name: '王老师' }])
    expect((await name(admin, wang, '别的')).json()).toMatchObject({ code: 'unknown-person' })
    expect((await name(admin, wang, null)).json()).toEqual({ id: wang.me.id, no: wang.me.no })
    expect(await resolved(admin, { ids: [wang.me.id] })).toEqual([{ id: wang.me.id, no: wang.me.no }])
  })

  it('is on record with who set or removed it, once even if repeated, and without its text', async () => {
    const { admin, wang, name, record, time } = await setUp()
    await name(wang, wang, '小王')
    time.now += 1000
    await name(admin, wang, '王老师')
    await name(admin, wang, '王老师')
    time.now += 1000
    await name(admin, wang, null)
    const person = wang.me.id
    expect(await record()).toEqual([
      { at: '2036-11-18T02:00:02.000Z', by: admin.me.id, person, isSet: false },
      { at: '2036-11-18T02:00:01.000Z', by: admin.me.id, person, isSet: true },
      { at: '2036-11-18T02:00:00.000Z', by: person, person, isSet: true },
    ])
  })

  it('is in the export of its person', async () => {
    const { admin, wang, name, as } = await setUp()
    await name(admin, wang, '王老师')
    const exported = z.parse(exportResponseSchema, (await as(wang, 'GET', '/api/me/export')).json())
    expect(exported.me).toMatchObject({ no: wang.me.no, names: { 320800: '王老师' } })
  })

  it('goes with its person, and no trace of it stays', async () => {
    const { admin, wang, name, as, resolved } = await setUp()
    await name(admin, wang, '王老师')
    expect((await as(wang, 'DELETE', '/api/me')).json()).toEqual({ ok: true })
    expect(await resolved(admin, { ids: [wang.me.id] })).toEqual([])
    const left = JSON.stringify(await database.scan())
    for (const trace of ['王老师', wang.me.no]) expect(left).not.toContain(trace)
  })

  it('is one line of text, without blanks around it', async () => {
    const { admin, wang, name } = await setUp()
    for (const wrong of ['', ' ', ' 王', '王'.repeat(21), '王\n老师'])
      expect((await name(admin, wang, wrong)).json()).toMatchObject({ code: 'invalid-request' })
  })
})
