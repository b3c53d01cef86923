/** What gives somebody power over points, or over powers, takes two admins of the city. */
import { roleProposalSchema } from '../../../functions/identity/contract'
import { dayMs } from '../../../functions/shared/day'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { createProposalWorld, staff } from '../../support/worlds/proposal-world'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const setUp = (options?: { admins?: number }) => createProposalWorld(database, wechat, options)
const region = '320800'
const grants = '/api/staff/roles'

describe('granting what makes points or rights', () => {
  it.each([['gifts'], ['admin'], ['review', 'gifts']] as const)(
    'is refused to one admin alone, by a code that programs of before know: %s',
    async (...powers) => {
      const { admin, chen, grant, rolesOf } = await setUp()
      const answer = await grant(admin, chen.me.no, [...powers])
      expect(answer.json()).toMatchObject({ status: 409, code: 'second-person-needed' })
      expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
    },
  )

  it('is done at once where nothing is new: what else, and what is taken away', async () => {
    const { admin, chen, appoint, grant, rolesOf } = await setUp()
    await appoint(chen, staff(['gifts', 'review']))
    expect((await grant(admin, chen.me.no, ['gifts', 'audit'])).status).toBe(200)
    expect((await grant(admin, chen.me.no, ['gifts'])).status).toBe(200)
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({ roles: [staff(['gifts'])] })
  })

  it('waits as a task of the admins, and is granted when another approves', async () => {
    const { admin, second, chen, proposed, decide, listed, rolesOf, renewed, waiting } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
    expect(await waiting()).toMatchObject([{ kind: 'role', subject: id, power: 'admin', by: admin.me.id }])
    const decided = z.parse(roleProposalSchema, (await decide(second, id)).json())
    expect(decided).toMatchObject({ state: 'approved', decidedBy: second.me.id, powers: ['gifts'] })
    expect((await renewed(chen)).me.roles).toEqual([staff(['gifts'])])
    expect(await waiting()).toEqual([])
    expect(await listed(admin)).toEqual([decided])
    expect((await decide(second, id)).status).toBe(200)
  })

  it('takes nobody’s approval who proposed it, or would get it', async () => {
    const { admin, second, proposed, decide, withdraw, listed } = await setUp()
    const { id } = await proposed(admin, second.me.no, ['admin', 'gifts'])
    for (const by of [admin, second])
      expect((await decide(by, id)).json()).toMatchObject({ status: 409, code: 'own-role-proposal' })
    expect((await withdraw(second, id)).json()).toMatchObject({ code: 'not-own-role-proposal' })
    expect((await withdraw(admin, id)).status).toBe(200)
    expect(await listed(admin)).toMatchObject([{ state: 'withdrawn' }])
  })

  it('is not for whoever was an admin a moment ago, or of another city', async () => {
    const { admin, second, chen, proposed, decide, propose, as } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    await as(admin, 'DELETE', `${grants}/${second.me.id}/staff?region=${region}`)
    expect((await decide(second, id)).status).toBe(401)
    expect((await propose(chen, second.me.no, ['gifts'])).status).toBe(403)
    expect((await decide(admin, `371600-${'0'.repeat(32)}`)).status).toBe(403)
    expect((await decide(admin, `${region}-${'0'.repeat(32)}`)).json()).toMatchObject({
      code: 'unknown-role-proposal',
    })
  })

  it('changes nothing where it is refused, or not decided in time', async () => {
    const { admin, second, chen, proposed, decide, listed, renewed, refresh, time } = await setUp()
    const refused = await proposed(admin, chen.me.no, ['gifts'])
    expect((await decide(second, refused.id, false)).status).toBe(200)
    expect((await decide(second, refused.id)).json()).toMatchObject({ code: 'role-proposal-decided' })
    const late = await proposed(admin, chen.me.no, ['gifts'])
    time.now += 14 * dayMs
    const [now, other] = [await renewed(admin), await renewed(second)]
    expect((await decide(other, late.id)).json()).toMatchObject({ code: 'role-proposal-expired' })
    expect((await listed(now)).map(({ state }) => state)).toEqual(['expired', 'rejected'])
    expect((await refresh(chen.refresh)).json()).toMatchObject({ me: { roles: [] } })
  })

  it('is proposed once for one key, and only as a role of staff', async () => {
    const { admin, chen, propose, newKey, listed } = await setUp()
    const key = newKey()
    const answers = [
      await propose(admin, chen.me.no, ['gifts'], {}, key),
      await propose(admin, chen.me.no, ['gifts'], {}, key),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await propose(admin, chen.me.no, ['admin'], {}, key)).json()).toMatchObject({
      code: 'idempotency-key-reused',
    })
    expect(await listed(admin)).toHaveLength(1)
    const role = { kind: 'owner', region, outlets: ['320800-32080290'] }
    expect((await propose(admin, chen.me.no, [], { role })).json()).toMatchObject({ code: 'invalid-request' })
  })

  it('two who approve and withdraw at once do one of both', async () => {
    const { admin, second, chen, proposed, decide, withdraw, rolesOf, listed } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    const answers = await Promise.all([decide(second, id), withdraw(admin, id)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const [{ state } = { state: 'other' }] = await listed(admin)
    expect((await rolesOf(admin, chen.me.id)) !== undefined).toBe(state === 'approved')
  })
})

describe('what happened between proposal and approval', () => {
  it('is never overwritten: a power granted or taken meanwhile refuses the approval', async () => {
    const { admin, second, chen, grant, proposed, decide, rolesOf, listed } = await setUp()
    const first = await proposed(admin, chen.me.no, ['gifts'])
    expect((await grant(admin, chen.me.no, ['review'])).status).toBe(200)
    expect((await decide(second, first.id)).json()).toMatchObject({ code: 'role-changed-meanwhile' })
    const wide = await proposed(admin, chen.me.no, ['review', 'gifts'])
    expect((await grant(admin, chen.me.no, ['audit'])).status).toBe(200)
    expect((await decide(second, wide.id)).json()).toMatchObject({
      status: 409,
      code: 'role-changed-meanwhile',
    })
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({ roles: [staff(['audit'])] })
    expect((await listed(admin)).map(({ state }) => state)).toEqual(['proposed', 'proposed'])
    expect((await decide(second, wide.id, false)).status).toBe(200)
  })

  it('lets one of two that wait for the same person be approved', async () => {
    const { admin, second, chen, proposed, decide, rolesOf } = await setUp()
    const gifts = await proposed(admin, chen.me.no, ['gifts'])
    const both = await proposed(admin, chen.me.no, ['gifts', 'review'])
    expect((await decide(second, gifts.id)).status).toBe(200)
    expect((await decide(second, both.id)).json()).toMatchObject({ code: 'role-changed-meanwhile' })
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({ roles: [staff(['gifts'])] })
  })

  it('concerns a role within a part of the city by itself', async () => {
    const { admin, second, chen, grant, proposed, decide, rolesOf } = await setUp()
    const scope = { kind: 'outlet', id: '320800-32080290' }
    const { id } = await proposed(admin, chen.me.no, ['gifts'], { scope })
    expect((await grant(admin, chen.me.no, ['review'])).status).toBe(200)
    expect((await decide(second, id)).status).toBe(200)
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({
      roles: [staff(['review'])],
      scopedRoles: [{ region, scope, powers: ['gifts'] }],
    })
  })

  it.each([['gifts'], ['admin']] as const)(
    'counts for the proposer: whoever is no admin any more is no first of two, for %s',
    async (power) => {
      const { admin, second, chen, appointed, proposed, decide, rolesOf, as } = await setUp()
      const third = await appointed('oThird-huaian', ['admin'])
      const { id } = await proposed(third, chen.me.no, [power])
      await as(admin, 'DELETE', `${grants}/${third.me.id}/staff?region=${region}`)
      expect((await decide(second, id)).json()).toMatchObject({
        status: 409,
        code: 'role-proposer-not-admin',
      })
      expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
      expect((await decide(second, id, false)).status).toBe(200)
    },
  )

  it('counts in the very transaction: an approval never meets a proposer who is removed at the same moment', async () => {
    const { admin, second, chen, appointed, proposed, rolesOf, as, storeMeeting } = await setUp()
    const third = await appointed('oThird-huaian', ['admin'])
    const { id } = await proposed(third, chen.me.no, ['gifts'])
    const { decideRole } = storeMeeting(() =>
      as(admin, 'DELETE', `${grants}/${third.me.id}/staff?region=${region}`),
    )
    expect(await decideRole({ id, by: second.me.id, decision: 'approved' })).toEqual({
      ...{ ok: false, error: 'role-proposer-not-admin' },
    })
    expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
  })
})

describe('taking a proposal back', () => {
  it('is answered as done where it was this very withdrawal that met it', async () => {
    const { admin, chen, proposed, withdraw, storeMeeting } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    const { withdrawRole } = storeMeeting(() => withdraw(admin, id))
    expect(await withdrawRole(id, admin.me.id)).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
  })
})
