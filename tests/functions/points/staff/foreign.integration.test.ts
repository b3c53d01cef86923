import type { Power, Role } from '../../../../functions/identity/contract'
import { proposalSchema } from '../../../../functions/points/contract'
import { pointsOperations } from '../../../../functions/points/operations'
import { withDomain } from '../../../support/engine/domain-engine'
import {
  city,
  createPointsWorld,
  outlets,
  type PointsWorld,
  parsed,
  refusal,
} from '../../../support/worlds/points-world'
import { giftFields, newBatch, propose, proposedBatch } from './kit'

const database = withDomain('points')

type Name = {
  [N in keyof typeof pointsOperations]: (typeof pointsOperations)[N]['access'] extends `staff:${Power}`
    ? N
    : never
}[keyof typeof pointsOperations]
type Asked = { path: string; body?: unknown }

/** Every operation of staff, on things of Huai’an that are really there. A new operation without a line does not compile. */
const askedOf = async (world: PointsWorld): Promise<Record<Name, Asked>> => {
  const staff = world.staff('staff')
  const gift = await world.gift({ price: 10 })
  const batch = await newBatch(world, staff)
  await world.give('lin', 100)
  const order = await world.as('lin').ordered(gift)
  const proposal = { region: city, person: world.as('lin').id, points: 5, text: '补' }
  const proposedBy = async (by: typeof staff): Promise<string> => {
    const answer = await by.post('/api/staff/adjustments', proposal, { key: world.key() })
    return JSON.parse(answer.bytes.toString()).id
  }
  const id = await proposedBy(staff)
  const ownAdjustment = await proposedBy(world.staff('asker'))
  const anotherBatch = { region: city, label: '冬', count: 1, points: 1, until: '2026-12-31' }
  const waiting = await proposedBatch(world, staff)
  const own = await proposedBatch(world, world.staff('asker'))
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, ...Buffer.alloc(30)]).toString('base64')
  const proposePicture = { operation: 'changePicture' as const, gift: gift.id, request: { image: jpeg } }
  const picture = parsed(proposalSchema, await propose(staff, proposePicture, world.key()))
  const rules = (await staff.get(`/api/staff/rules/${city}`)).json()
  const ofGift = `/api/staff/gifts/${gift.id}`
  const ofBatch = `/api/staff/code-batches/${batch.id}`
  return {
    staffGifts: { path: `/api/staff/gifts?region=${city}` },
    createGift: { path: '/api/staff/gifts', body: { region: city, ...giftFields, outlets: [outlets.first] } },
    changeGift: { path: ofGift, body: { ...giftFields, isPublished: false, version: gift.version } },
    changeStock: { path: `${ofGift}/stock`, body: { change: 1, version: gift.version } },
    changePicture: { path: `${ofGift}/picture`, body: { image: jpeg } },
    staffRules: { path: `/api/staff/rules/${city}` },
    changeRules: { path: `/api/staff/rules/${city}`, body: rules },
    batches: { path: `/api/staff/code-batches?region=${city}` },
    createBatch: {
      path: '/api/staff/code-batches',
      body: anotherBatch,
    },
    batchCodes: { path: `${ofBatch}/codes` },
    stopBatch: { path: `${ofBatch}/stop`, body: {} },
    adjustments: { path: `/api/staff/adjustments?region=${city}` },
    proposeAdjustment: { path: '/api/staff/adjustments', body: proposal },
    withdrawAdjustment: { path: `/api/staff/adjustments/${ownAdjustment}/withdrawal`, body: {} },
    decideAdjustment: { path: `/api/staff/adjustments/${id}/decision`, body: { approve: true } },
    proposals: { path: `/api/staff/proposals?region=${city}` },
    propose: { path: '/api/staff/proposals', body: { operation: 'createBatch', request: anotherBatch } },
    proposalPicture: { path: `/api/staff/proposals/${picture.id}/picture` },
    decideProposal: { path: `/api/staff/proposals/${waiting.id}/decision`, body: { approve: true } },
    withdrawProposal: { path: `/api/staff/proposals/${own.id}/withdrawal`, body: {} },
    ledger: { path: `/api/staff/ledger?order=${order.id}` },
    outliers: { path: `/api/staff/outliers?region=${city}&month=2026-11` },
    exportList: { path: '/api/staff/points/exports', body: { region: city, list: 'gifts' } },
  }
}

const all: Power[] = ['publish', 'gifts', 'review', 'audit', 'admin']
const staffOf = (region: string, powers: Power[]): Role => ({ kind: 'staff', region, powers })

const askAll = async (world: PointsWorld, asked: Record<Name, Asked>, roles: Role[]) => {
  const answers: Record<string, string> = {}
  for (const [name, { path, body }] of Object.entries(asked)) {
    const operation = Object.entries(pointsOperations).find(([one]) => one === name)?.[1]
    const answer = await world.call(operation?.method ?? '', path, {
      body,
      headers: {
        ...world.sessions.as(world.as('asker').id, roles),
        'content-type': 'application/json',
        'idempotency-key': world.key(),
      },
    })
    answers[name] = answer.status < 400 ? 'answered' : refusal(answer)
  }
  return answers
}
const each = (asked: object, answer: string) =>
  Object.fromEntries(Object.keys(asked).map((name) => [name, answer]))

describe('every operation of staff', () => {
  it('is answered to staff of the city who hold its power', async () => {
    const world = await createPointsWorld(database)
    const asked = await askedOf(world)
    const { changeStock, createBatch, ...others } = await askAll(world, asked, [staffOf(city, all)])
    // The gift was changed by the request before it.
    expect(changeStock).toBe('409 edited-meanwhile')
    // Nobody makes a batch alone.
    expect(createBatch).toBe('409 second-person-needed')
    const { changeStock: _, createBatch: __, ...rest } = each(asked, 'answered')
    expect(others).toEqual(rest)
  })

  it.each<[string, Role[]]>([
    ['staff of another city with every power', [staffOf('371600', all)]],
    ['staff of the city whose powers are others', [staffOf(city, ['publish', 'review', 'admin'])]],
    [
      'whoever holds the power in one city and works in the other',
      [staffOf('371600', all), { kind: 'owner', region: city, outlets: [outlets.first] }],
    ],
    ['an owner of its outlet', [{ kind: 'owner', region: city, outlets: [outlets.first] }]],
    ['a manager of its district', [{ kind: 'manager', region: city, districts: ['清江浦'] }]],
    ['a citizen', []],
  ])('is forbidden to %s, and writes nothing', async (_, roles) => {
    const world = await createPointsWorld(database)
    const asked = await askedOf(world)
    const before = await database.scan('points')
    expect(await askAll(world, asked, roles)).toEqual(each(asked, '403 forbidden'))
    expect(await database.scan('points')).toEqual(before)
  })
})
