/** On a desktop, what makes power or points takes an approval by the phone a moment ago; on the phone itself it takes nothing. */
import {
  collectResponseSchema,
  powers,
  type Role,
  type SessionResponse,
  ticketPurposeSchema,
  ticketResponseSchema,
} from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { createStage } from '../../support/stage/create-stage'
import { everything, send } from '../../support/stage/requests'
import { createScene } from '../../support/stage/scene'
import type { Stage } from '../../support/stage/stage'
import { city } from '../../support/worlds/points-world'
import { outcomeOf, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()
const staff: Role = { kind: 'staff', region: city, powers: [...powers] }
const minute = 60_000

/** A session on a desktop that this phone lets in. */
const letIn = async (stage: Stage, phone: SessionResponse): Promise<SessionResponse> => {
  const json = { 'content-type': 'application/json' }
  const post = async (target: string, body: unknown, headers: Record<string, string> = {}) =>
    (await stage.call('identity', 'POST', target, { headers: { ...json, ...headers }, body })).json()
  const ticket = z.parse(ticketResponseSchema, await post('/api/sessions/tickets', {}))
  const path = `/api/sessions/tickets/${ticket.id}`
  await post(path, { digits: ticket.digits }, { authorization: `Bearer ${phone.access}` })
  const collected = z.parse(collectResponseSchema, await post(`${path}/session`, { secret: ticket.secret }))
  if (collected.state !== 'approved') throw new Error('the phone let it in')
  return collected.session
}

const setUp = async () => {
  const stage = await createStage(database, wechat.server)
  const scene = await createScene(stage, await stage.enter('oLin-00001'))
  const zhao = await stage.enter('oZhao-0001', [staff])
  const ask = async (name: string, session: SessionResponse) => {
    const one = everything.find((listed) => listed.name === name)
    if (!one) throw new Error(`there is no ${name}`)
    return outcomeOf(await send(scene, one, await one.ask(scene, zhao), session))
  }
  return { stage, zhao, ask }
}
const guarded = everything.filter(({ operation }) => operation.fresh)

describe('a fresh approval by the phone', () => {
  it('is asked for where powers are granted or taken, and where points are approved', () => {
    expect(guarded.map(({ name }) => name).sort()).toEqual([
      'decideAdjustment',
      'decideProposal',
      'decideRole',
      'grant',
      'revoke',
    ])
  })

  it('is asked for by a purpose that the phone can put into words, whichever operation it is', () => {
    const known = (purpose: object) => ticketPurposeSchema.safeParse(purpose).success
    for (const { name: kind, purpose } of guarded)
      expect({ kind, known: known({ kind, ...purpose }) }).toEqual({ kind, known: true })
    // A role is decided on with the purpose of its grant.
    const proposed = everything.filter(
      ({ operation, name }) => operation.secondApproval === 'second-person' && name !== 'grant',
    )
    const unknown = proposed.filter(
      ({ name }) => !known({ kind: 'decideProposal', approve: true, operation: name }),
    )
    expect(unknown.map(({ name }) => name)).toEqual([])
  })

  it.each(guarded.map(({ name }) => name))(
    'lets a desktop do it for ten minutes, and then again (%s)',
    async (name) => {
      const { stage, zhao, ask } = await setUp()
      const desktop = await letIn(stage, zhao.session)
      stage.time.now += 10 * minute
      expect(await ask(name, desktop)).toBe('200')
      stage.time.now += 1
      expect(await ask(name, desktop)).toBe('403 fresh-approval-needed')
      const phone = await stage.login(zhao.openid)
      expect(await ask(name, await letIn(stage, phone))).toBe('200')
    },
  )

  it('is asked of no phone, however long ago it logged in', async () => {
    const { stage, zhao, ask } = await setUp()
    stage.time.now += 14 * minute
    expect(await ask('grant', zhao.session)).toBe('200')
  })

  it('is not asked for what only looks', async () => {
    const { stage, zhao, ask } = await setUp()
    const desktop = await letIn(stage, zhao.session)
    stage.time.now += 14 * minute
    expect(await ask('roles', desktop)).toBe('200')
    expect(await ask('adjustments', desktop)).toBe('200')
  })
})
