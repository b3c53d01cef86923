import {
  batchesResponseSchema,
  type Proposal,
  type ProposalRequest,
  proposalSchema,
  rulesResponseSchema,
} from '../../../../functions/points/contract'
import { dayMs } from '../../../../functions/shared/day'
import { withDomain } from '../../../support/engine/domain-engine'
import { type Fault, inTurn, withFaults } from '../../../support/faults/faults'
import {
  city,
  createPointsWorld,
  type Person,
  type PointsWorld,
  parsed,
  refusal,
} from '../../../support/worlds/points-world'
import {
  addStock,
  auditOf,
  batchOf,
  codesOf,
  decide,
  enter,
  firstCode,
  giftOf,
  newBatch,
  newGift,
  proposalsOf,
  propose,
  proposedBatch,
  publish,
  withdraw,
} from './kit'

const database = withDomain('points')

const batchesOf = async (staff: Person) =>
  parsed(batchesResponseSchema, await staff.get(`/api/staff/code-batches?region=${city}`)).batches
const rulesOf = async (staff: Person) =>
  parsed(rulesResponseSchema, await staff.get(`/api/staff/rules/${city}`))
const proposed = async (world: PointsWorld, by: Person, request: ProposalRequest): Promise<Proposal> =>
  parsed(proposalSchema, await propose(by, request, world.key()))
const both = (world: PointsWorld) => ({ staff: world.staff('staff'), colleague: world.staff('colleague') })
/** Rules with a higher cap of the month. */
const raised = async (staff: Person) => {
  const rules = await rulesOf(staff)
  const request = { ...rules, limits: { ...rules.limits, monthlyEarning: 100_000 } }
  return { operation: 'changeRules' as const, region: city, request }
}

describe('a batch of codes', () => {
  it('is not created by one person, who is refused with the reason', async () => {
    const world = await createPointsWorld(database)
    const { staff } = both(world)
    const body = { region: city, label: '冬季活动', count: 5, points: 30, until: '2026-12-31' }
    const answer = await staff.post('/api/staff/code-batches', body, { key: world.key() })
    expect(refusal(answer)).toBe('409 second-person-needed')
    await proposedBatch(world, staff)
    expect(await batchesOf(staff)).toEqual([])
  })

  it('is made when another person approves it, once', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const proposal = await proposedBatch(world, staff, { count: 150 })
    expect(proposal).toMatchObject({ state: 'proposed', proposedBy: staff.id, decidedBy: null })
    expect(refusal(await decide(staff, proposal))).toBe('409 own-proposal')
    expect(refusal(await decide(staff, proposal, false))).toBe('409 own-proposal')
    const approved = parsed(proposalSchema, await decide(colleague, proposal))
    expect(approved).toMatchObject({ state: 'approved', decidedBy: colleague.id })
    expect(parsed(proposalSchema, await decide(colleague, proposal))).toEqual(approved)
    expect(refusal(await decide(world.staff('third'), proposal))).toBe('409 proposal-decided')
    expect(await batchesOf(staff)).toMatchObject([{ id: approved.subject, count: 150, used: 0 }])
    expect(await codesOf(staff, { id: approved.subject })).toHaveLength(150)
  })

  it('is on record with both people', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const { id } = await newBatch(world, staff)
    const actions = (await auditOf(staff)).map(({ action, by, subject }) => [action, by, subject])
    expect(actions.sort()).toEqual(
      [
        ['batch-created', staff.id, id],
        ['proposal-approved', colleague.id, id],
        ['proposal-made', staff.id, id],
      ].sort(),
    )
  })

  it('gives no points to whoever proposed, approved or read it', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const batch = await newBatch(world, staff)
    const codes = await codesOf(world.staff('reader'), batch)
    const code = codes[0]?.code ?? ''
    for (const insider of [staff, colleague, world.staff('reader')])
      expect(refusal(await enter(insider, code))).toBe('403 own-batch')
    expect((await enter(world.as('lin'), code)).status).toBe(200)
    expect((await batchOf(staff, batch.id)).used).toBe(1)
  })

  it('raises an alarm where its codes are used within an hour of being read', async () => {
    const world = await createPointsWorld(database)
    const batch = await newBatch(world, world.staff('staff'))
    const codes = await codesOf(world.staff('staff'), batch)
    const alarms = () => world.logged.filter((line) => line.includes('fresh-code-used'))
    await enter(world.as('lin'), codes[0]?.code ?? '')
    expect(alarms()).toHaveLength(1)
    expect(alarms()[0]).toContain(batch.id)
    expect(alarms()[0]).not.toContain(world.as('lin').id)
    world.time.now += 60 * 60_000
    await enter(world.as('zhou'), codes[1]?.code ?? '')
    expect(alarms()).toHaveLength(1)
  })
})

describe('earning rules', () => {
  it('that let people earn more wait for another person', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const asked = await raised(staff)
    const { region, request } = asked
    expect(refusal(await staff.put(`/api/staff/rules/${region}`, request))).toBe('409 second-person-needed')
    const proposal = await proposed(world, staff, asked)
    expect(proposal.changes).toEqual([{ field: 'monthlyEarning', before: '600', after: '100000' }])
    expect((await rulesOf(staff)).limits.monthlyEarning).toBe(600)
    parsed(proposalSchema, await decide(colleague, proposal))
    expect((await rulesOf(staff)).limits.monthlyEarning).toBe(100_000)
  })

  it('that let nobody earn more are in force at once', async () => {
    const world = await createPointsWorld(database)
    const { staff } = both(world)
    const rules = await rulesOf(staff)
    const tighter = { ...rules, limits: { ...rules.limits, monthlyEarning: 300 } }
    const answer = await staff.put(`/api/staff/rules/${city}`, tighter)
    expect(parsed(rulesResponseSchema, answer).limits.monthlyEarning).toBe(300)
  })

  it('that others changed meanwhile are not overwritten by an approval', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const proposal = await proposed(world, staff, await raised(staff))
    const rules = await rulesOf(staff)
    const tighter = { ...rules, limits: { ...rules.limits, yearlyRedemption: 10 } }
    await staff.put(`/api/staff/rules/${city}`, tighter)
    expect(refusal(await decide(colleague, proposal))).toBe('409 edited-meanwhile')
    expect((await rulesOf(staff)).limits).toEqual(tighter.limits)
    expect(parsed(proposalSchema, await decide(colleague, proposal, false)).state).toBe('rejected')
  })
})

describe('a gift', () => {
  const sale = { onSaleFrom: '2026-11-10T00:00:00.000Z', onSaleUntil: '2026-12-31T16:00:00.000Z' }
  const changed = async (staff: Person, id: string, change: object) => {
    const {
      name,
      category,
      about,
      price,
      perPerson,
      onSaleFrom,
      onSaleUntil,
      outlets,
      isPublished,
      version,
    } = await giftOf(staff, id)
    const fields = { name, category, about, price, perPerson, onSaleFrom, onSaleUntil, outlets }
    return { ...fields, isPublished, version, ...change }
  }

  it('comes on sale by two people', async () => {
    const world = await createPointsWorld(database)
    const { staff } = both(world)
    const gift = await newGift(world, staff)
    const request = await changed(staff, gift.id, { isPublished: true })
    expect(refusal(await staff.put(`/api/staff/gifts/${gift.id}`, request))).toBe('409 second-person-needed')
    expect((await publish(world, staff, gift)).isPublished).toBe(true)
  })

  it('that comes on sale is shown whole to whoever approves it, and what has no limit too', async () => {
    const world = await createPointsWorld(database)
    const { staff } = both(world)
    const gift = await newGift(world, staff, { perPerson: null, onSaleUntil: '2026-12-31T16:00:00.000Z' })
    const request = await changed(staff, gift.id, { isPublished: true })
    const proposal = await proposed(world, staff, { operation: 'changeGift', gift: gift.id, request })
    expect(proposal.changes.every(({ before }) => before === '')).toBe(true)
    expect(Object.fromEntries(proposal.changes.map(({ field, after }) => [field, after]))).toEqual({
      name: gift.name,
      category: gift.category,
      about: gift.about,
      price: '100',
      perPerson: '',
      onSaleFrom: '',
      onSaleUntil: '2026-12-31T16:00:00.000Z',
      outlets: JSON.stringify(gift.outlets),
      isPublished: 'true',
    })
  })

  it.each([
    ['a lower price', { price: 99 }],
    ['a higher limit a person', { perPerson: 3 }],
    ['no limit a person', { perPerson: null }],
    ['a sale that begins earlier', { onSaleFrom: '2026-11-01T00:00:00.000Z' }],
    ['a sale without an end', { onSaleUntil: null }],
    ['another name', { name: '大米一袋，全新包装' }],
    ['another description', { about: '两公斤装。' }],
  ])('takes two people for %s', async (_, change) => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const { id } = await publish(world, staff, await newGift(world, staff, sale))
    const request = await changed(staff, id, change)
    expect(refusal(await staff.put(`/api/staff/gifts/${id}`, request))).toBe('409 second-person-needed')
    const proposal = await proposed(world, staff, { operation: 'changeGift', gift: id, request })
    parsed(proposalSchema, await decide(colleague, proposal))
    expect(await giftOf(staff, id)).toMatchObject(change)
  })

  it.each([
    ['a higher price', { price: 101 }],
    ['a lower limit a person', { perPerson: 1 }],
    ['another category', { category: 'coupon' }],
    ['being taken off', { isPublished: false }],
    ['a sale that ends earlier', { onSaleUntil: '2026-12-01T16:00:00.000Z' }],
  ])('takes one person for %s', async (_, change) => {
    const world = await createPointsWorld(database)
    const { staff } = both(world)
    const { id } = await publish(world, staff, await newGift(world, staff))
    expect((await staff.put(`/api/staff/gifts/${id}`, await changed(staff, id, change))).status).toBe(200)
    expect(await giftOf(staff, id)).toMatchObject(change)
  })

  it('takes its approved price though pieces came meanwhile', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const gift = await publish(world, staff, await newGift(world, staff))
    const request = await changed(staff, gift.id, { price: 50 })
    const proposal = await proposed(world, staff, { operation: 'changeGift', gift: gift.id, request })
    await addStock(staff, gift, 7)
    parsed(proposalSchema, await decide(colleague, proposal))
    expect(await giftOf(staff, gift.id)).toMatchObject({ price: 50, total: 7 })
  })
})

describe('a proposal', () => {
  it('for the same key is the same, and for another request none', async () => {
    const world = await createPointsWorld(database)
    const { staff } = both(world)
    const key = world.key()
    const first = await proposedBatch(world, staff, { key })
    expect(await proposedBatch(world, staff, { key })).toEqual(first)
    const request = { region: city, label: '另一个', count: 5, points: 30, until: '2026-12-31' }
    const other = await propose(staff, { operation: 'createBatch', request }, key)
    expect(refusal(other)).toBe('409 idempotency-key-reused')
    expect(await proposalsOf(staff)).toEqual([first])
  })

  it('is not made where nobody else of the city could approve it', async () => {
    const world = await createPointsWorld(database, { isHeldByAnother: async () => false })
    const { staff } = both(world)
    const request = { region: city, label: '冬季活动', count: 5, points: 30, until: '2026-12-31' }
    const answer = await propose(staff, { operation: 'createBatch', request }, world.key())
    expect(refusal(answer)).toBe('409 second-person-missing')
    await world.give('lin', 10)
    const adjustment = { region: city, person: world.as('lin').id, points: 5, text: '补记' }
    const adjusted = await staff.post('/api/staff/adjustments', adjustment, { key: world.key() })
    expect(refusal(adjusted)).toBe('409 second-person-missing')
  })

  it('is refused with a reason, which whoever proposed can read, and never approved after', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const proposal = await proposedBatch(world, staff)
    const body = { approve: false, why: '分值写错了' }
    await colleague.post(`/api/staff/proposals/${proposal.id}/decision`, body)
    expect(await proposalsOf(staff)).toMatchObject([{ state: 'rejected', why: '分值写错了' }])
    expect(refusal(await decide(colleague, proposal))).toBe('409 proposal-decided')
    expect(await batchesOf(staff)).toEqual([])
  })

  it('is withdrawn by whoever made it, and by nobody else', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const proposal = await proposedBatch(world, staff)
    expect(refusal(await withdraw(colleague, proposal))).toBe('409 not-own-proposal')
    const withdrawn = parsed(proposalSchema, await withdraw(staff, proposal))
    expect(withdrawn.state).toBe('withdrawn')
    expect(parsed(proposalSchema, await withdraw(staff, proposal))).toEqual(withdrawn)
    expect(refusal(await decide(colleague, proposal))).toBe('409 proposal-decided')
  })

  it('is too old to be approved after fourteen days', async () => {
    const world = await createPointsWorld(database)
    const { staff, colleague } = both(world)
    const proposal = await proposedBatch(world, staff)
    world.time.now += 14 * dayMs
    expect(await proposalsOf(staff)).toMatchObject([{ state: 'expired' }])
    expect(refusal(await decide(colleague, proposal))).toBe('409 proposal-expired')
    expect(await batchesOf(staff)).toEqual([])
  })

  it('approved by two at the same moment is carried out once, by one of them', async () => {
    const world = await createPointsWorld(database)
    const proposal = await proposedBatch(world, world.staff('staff'))
    const answers = await Promise.all(
      ['colleague', 'third'].map((name) => decide(world.another().staff(name), proposal)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const created = (await auditOf(world.staff('staff'))).filter(({ action }) => action === 'batch-created')
    expect(created).toHaveLength(1)
  })

  it.each<Fault>(['lost-answer', 'conflict', 'throttle'])(
    'survives a %s while it is approved',
    async (fault) => {
      const world = await createPointsWorld(database)
      const { staff, colleague } = both(world)
      const proposal = await proposed(world, staff, await raised(staff))
      const shaky = await createPointsWorld(database, {
        client: withFaults(database.client(), inTurn([fault])),
        seed: 2,
      })
      parsed(proposalSchema, await decide(shaky.staff('colleague'), proposal))
      expect((await rulesOf(colleague)).version).toBe(1)
      const approvals = (await auditOf(staff)).filter(({ action }) => action === 'proposal-approved')
      expect(approvals).toHaveLength(1)
    },
  )
})

it('a person who prints codes gains nothing: caps, codes and their use each need another person', async () => {
  const world = await createPointsWorld(database)
  const { staff } = both(world)
  const code = await firstCode(staff, await newBatch(world, staff, { points: 1000 }))
  expect(refusal(await enter(staff, code))).toBe('403 own-batch')
  expect(refusal(await staff.put(`/api/staff/rules/${city}`, (await raised(staff)).request))).toBe(
    '409 second-person-needed',
  )
  expect((await staff.account()).balance).toBe(0)
})
