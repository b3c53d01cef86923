/** What may be proposed of a role, how often and how much of it; and a city with one admin. */
import { takesTwoAdmins } from '../../../functions/identity/contract'
import { openRoleProposalsKey } from '../../../functions/identity/store/keys'
import { roleProposalStore } from '../../../functions/identity/store/role-proposals'
import { dayMs } from '../../../functions/shared/day'
import { mostOpen, openSet } from '../../../functions/shared/items/open-set'
import { withDomain } from '../../support/engine/domain-engine'
import { createProposalWorld, type Powers, staff } from '../../support/worlds/proposal-world'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const setUp = (options?: { admins?: number }) => createProposalWorld(database, wechat, options)
const region = '320800'

const subsetsOf = ([first, ...others]: Powers): Powers[] =>
  first === undefined ? [[]] : subsetsOf(others).flatMap((set) => [set, [first, ...set]])

describe('what may be proposed', () => {
  it('is only what takes two: the rest is granted at once', async () => {
    const { admin, chen, propose, listed } = await setUp()
    expect((await propose(admin, chen.me.no, ['review'])).json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ field: 'role.powers' }],
    })
    expect(await listed(admin)).toEqual([])
  })

  it('is repeated with its key after it was approved, to the same answer', async () => {
    const { admin, second, chen, propose, decide, newKey, listed } = await setUp()
    const key = newKey()
    await propose(admin, chen.me.no, ['gifts'], {}, key)
    const [{ id } = { id: '' }] = await listed(admin)
    expect((await decide(second, id)).status).toBe(200)
    expect((await propose(admin, chen.me.no, ['gifts'], {}, key)).json()).toMatchObject({
      id,
      state: 'approved',
    })
  })

  it('is shown for as long as it waits, however many were decided since', async () => {
    const { admin, chen, proposed, withdraw, listed, time } = await setUp()
    const [oldest, other] = [
      await proposed(admin, chen.me.no, ['gifts']),
      await proposed(admin, chen.me.no, ['gifts', 'audit']),
    ]
    const { table } = database
    const { putProposal } = roleProposalStore(table, { clock: () => time.now })
    const newer = (i: number) => `${region}-${'f'.repeat(29)}${String(i).padStart(3, '0')}`
    const decided = Array.from({ length: 100 }, (_, i) =>
      putProposal({ ...oldest, powers: ['gifts'], scope: undefined, state: 'rejected', id: newer(i) }),
    )
    expect((await table.transact(decided)).ok).toBe(true)
    const waiting = async () =>
      (await listed(admin)).filter(({ state }) => state === 'proposed').map(({ id }) => id)
    expect(await waiting()).toEqual([other.id, oldest.id])
    expect((await withdraw(admin, oldest.id)).status).toBe(200)
    expect(await waiting()).toEqual([other.id])
  })

  it('is limited: no more wait than may', async () => {
    const { admin, chen, proposed, propose, withdraw, time } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    const open = openSet(database.table, openRoleProposalsKey, () => time.now)
    const until = new Date(time.now + dayMs).toISOString()
    for (let i = 1; i < mostOpen; i++)
      await database.table.transact([open.adding({ id: `${region}-${i}`, owner: region, until })])
    const more = (...powers: Powers) => propose(admin, chen.me.no, ['gifts', ...powers])
    expect((await more('review')).json()).toMatchObject({ status: 409, code: 'role-proposal-limit' })
    expect((await withdraw(admin, id)).status).toBe(200)
    expect((await more('review')).status).toBe(200)
    expect((await more('audit')).status).toBe(409)
    expect((await more('review')).status).toBe(200)
  })
})

describe('a city with one admin', () => {
  it('has a role within a part of it granted by command as well', async () => {
    const { admin, chen, proposed, store, listed } = await setUp({ admins: 1 })
    const scope = { kind: 'outlet', id: '320800-32080290' } as const
    await proposed(admin, chen.me.no, ['gifts'], { scope })
    expect((await store.grantByOperator({ to: chen.me.id, role: staff(['gifts']), scope })).ok).toBe(true)
    expect((await listed(admin)).map(({ state }) => state)).toEqual(['approved'])
  })

  it('may have what the command would approve withdrawn meanwhile: the grant is made all the same', async () => {
    const { admin, chen, proposed, storeMeeting, withdraw, listed, renewed } = await setUp({ admins: 1 })
    const gone = await proposed(admin, chen.me.no, ['gifts'])
    await proposed(admin, chen.me.no, ['gifts', 'audit'])
    const store = storeMeeting(() => withdraw(admin, gone.id))
    const role = staff(['gifts', 'audit'])
    expect((await store.grantByOperator({ to: chen.me.id, role })).ok).toBe(true)
    expect((await listed(admin)).map(({ state }) => state)).toEqual(['approved', 'withdrawn'])
    expect((await renewed(chen)).me.roles).toEqual([staff(['gifts', 'audit'])])
  })

  it('may have many waiting for one person: the command approves the newest of them in its one transaction', async () => {
    const { admin, chen, proposed, store, listed } = await setUp({ admins: 1 })
    const powers: Powers = ['gifts', 'admin', 'review', 'audit', 'publish']
    for (const set of subsetsOf(powers).filter(takesTwoAdmins)) await proposed(admin, chen.me.no, set)
    const role = staff(powers)
    for (const open of [14, 4, 0]) {
      expect((await store.grantByOperator({ to: chen.me.id, role })).ok).toBe(true)
      expect((await listed(admin)).filter(({ state }) => state === 'proposed')).toHaveLength(open)
    }
  })

  it('has its grant wait until the operator grants it by command, which approves what was proposed', async () => {
    const { admin, second, chen, proposed, store, listed, renewed, waiting } = await setUp({ admins: 1 })
    await proposed(admin, second.me.no, ['admin'])
    const other = await proposed(admin, chen.me.no, ['gifts'])
    const role = staff(['admin', 'audit'])
    expect((await store.grantByOperator({ to: second.me.id, role })).ok).toBe(true)
    expect((await renewed(second)).me.roles).toEqual([role])
    expect((await listed(admin)).map(({ state, decidedBy }) => [state, decidedBy])).toEqual([
      ['proposed', null],
      ['approved', null],
    ])
    expect((await waiting()).map(({ subject }) => subject)).toEqual([other.id])
  })
})

describe('what was proposed', () => {
  it('proposed once more while it waits is answered with the one that waits, whoever asks', async () => {
    const { admin, second, chen, proposed, listed, waiting } = await setUp()
    const first = await proposed(admin, chen.me.no, ['review', 'gifts'])
    expect(await proposed(admin, chen.me.no, ['gifts', 'review'])).toEqual(first)
    expect(await proposed(second, chen.me.no, ['review', 'gifts'])).toEqual(first)
    expect(await listed(admin)).toEqual([first])
    expect(await waiting()).toHaveLength(1)
  })

  it('is another one for another person, with other powers, in another part of the city, or of what is held by now', async () => {
    const { admin, second, chen, grant, proposed, listed } = await setUp()
    const scope = { kind: 'outlet', id: '320800-32080290' }
    await proposed(admin, chen.me.no, ['gifts'])
    await proposed(admin, second.me.no, ['admin', 'gifts'])
    await proposed(admin, chen.me.no, ['gifts', 'review'])
    await proposed(admin, chen.me.no, ['gifts'], { scope })
    expect(await listed(admin)).toHaveLength(4)
    expect((await grant(admin, chen.me.no, ['audit'])).status).toBe(200)
    await proposed(admin, chen.me.no, ['gifts'])
    expect(await listed(admin)).toHaveLength(5)
  })

  it('can be proposed anew after it was refused, or nobody decided in time', async () => {
    const { admin, second, chen, proposed, decide, listed, renewed, time } = await setUp()
    expect((await decide(second, (await proposed(admin, chen.me.no, ['gifts'])).id, false)).status).toBe(200)
    const late = await proposed(admin, chen.me.no, ['gifts'])
    time.now += 14 * dayMs
    const now = await renewed(admin)
    expect((await proposed(now, chen.me.no, ['gifts'])).id).not.toBe(late.id)
    expect((await listed(now)).map(({ state }) => state)).toEqual(['proposed', 'expired', 'rejected'])
  })
})
