/** What there is in the city: gifts, orders, codes, reports, each made through the API by whoever makes them in life. */
import type { DomainName } from '../../../functions/domains'
import { powers, roleProposalSchema, ticketResponseSchema } from '../../../functions/identity/contract'
import { openReportsResponseSchema } from '../../../functions/places/contract'
import {
  adjustmentSchema,
  type Batch,
  batchCodesSchema,
  batchesResponseSchema,
  counterCodeSchema,
  type Order,
  orderSchema,
  type ProposalRequest,
  pickupCheckSchema,
  pickupCodeSchema,
  proposalSchema,
  rulesResponseSchema,
  type StaffGift,
  staffGiftSchema,
  staffGiftsResponseSchema,
} from '../../../functions/points/contract'
import { counterDigits, counterKey, pickupDigits } from '../../../functions/points/rules/rolling-code'
import { keyOf } from '../../../functions/shared/codes/rolling-code'
import { dayOf } from '../../../functions/shared/day'
import * as z from '../../../functions/shared/zod'
import { city, outlets } from '../worlds/points-world'
import type { Somebody, Stage } from './stage'

export type Scene = Awaited<ReturnType<typeof createScene>>

export const giftFields = {
  name: '慈善超市大米',
  category: 'charity-goods' as const,
  about: '真空包装。',
  price: 1,
  perPerson: null,
  onSaleFrom: null,
  onSaleUntil: null,
  outlets: [outlets.first, outlets.second],
}

/** The smallest that is taken for a JPEG. */
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, ...Buffer.alloc(30)]).toString('base64')

/** `lin`: whose things they are. */
type Batches = z.infer<typeof batchesResponseSchema>
type OpenReports = z.infer<typeof openReportsResponseSchema>

export const createScene = async (stage: Stage, lin: Somebody) => {
  const all = [{ kind: 'staff' as const, region: city, powers: [...powers] }]
  const chief = await stage.enter('oStaff-chief', all)
  const second = await stage.enter('oStaff-second', all)
  const keeper = await stage.enter('oStaff-keeper', [
    { kind: 'owner', region: city, outlets: [outlets.first] },
  ])
  const guest = await stage.enter('oGuest-0001', [{ kind: 'owner', region: city, outlets: [outlets.plain] }])

  const ask = async <T extends z.ZodMiniType>(
    schema: T,
    [domain, method, target]: readonly [DomainName, string, string],
    who: Somebody | null,
    body?: unknown,
  ): Promise<z.infer<T>> => {
    const headers = {
      ...(who && { authorization: `Bearer ${who.session.access}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      'idempotency-key': stage.key(),
    }
    const answer = await stage.call(domain, method, target, { headers, body })
    if (answer.status !== 200) throw new Error(`${method} ${target}: ${answer.status} ${answer.bytes}`)
    return z.parse(schema, answer.json())
  }
  const anything = z.unknown()

  /** Checked in and given so many points by two of the staff. */
  const give = async (who: Somebody, points = 1000): Promise<void> => {
    await ask(anything, ['points', 'POST', '/api/points/check-ins'], who, { region: city })
    const { id } = await propose(who, points)
    await ask(anything, ['points', 'POST', `/api/staff/adjustments/${id}/decision`], second, {
      approve: true,
    })
  }
  const propose = (who: Somebody, points = 1, by = chief) => {
    const body = { region: city, person: who.session.me.id, points, text: '补记' }
    return ask(adjustmentSchema, ['points', 'POST', '/api/staff/adjustments'], by, body)
  }

  const proposal = (request: ProposalRequest, who = chief) =>
    ask(proposalSchema, ['points', 'POST', '/api/staff/proposals'], who, request)
  const proposeBatch = (count = 1, who = chief) => {
    const request = { region: city, label: '冬季活动', count, points: 1, until: '2036-12-31' }
    return proposal({ operation: 'createBatch', request }, who)
  }
  const approved = ({ id }: { id: string }) =>
    ask(proposalSchema, ['points', 'POST', `/api/staff/proposals/${id}/decision`], second, { approve: true })

  let proposedFor = 0
  /** Somebody new each time: whoever has the power already, since another approved, cannot be proposed for it. */
  const newPerson = () => stage.identity.personOf(`oProposed-${String(++proposedFor).padStart(4, '0')}`)
  const proposeRole = async (who = chief) =>
    ask(roleProposalSchema, ['identity', 'POST', '/api/staff/role-proposals'], who, {
      no: (await newPerson()).no,
      role: { kind: 'staff', region: city, powers: ['gifts'] },
    })

  const newGift = (): Promise<StaffGift> =>
    ask(staffGiftSchema, ['points', 'POST', '/api/staff/gifts'], chief, { region: city, ...giftFields })
  const giftNow = async (id: string): Promise<StaffGift> => {
    const list = ['points', 'GET', `/api/staff/gifts?region=${city}`] as const
    const { gifts } = await ask(staffGiftsResponseSchema, list, chief)
    const found = gifts.find((one) => one.id === id)
    if (!found) throw new Error('a gift that is not in the list of its city')
    return found
  }
  /** Published, with so many pieces. */
  const gift = async (pieces: number): Promise<StaffGift> => {
    const { id, version } = await newGift()
    const body = { ...giftFields, isPublished: true, version }
    await approved(await proposal({ operation: 'changeGift', gift: id, request: body }))
    const published = await giftNow(id)
    if (pieces === 0) return published
    const stock = { change: pieces, version: published.version }
    return ask(staffGiftSchema, ['points', 'POST', `/api/staff/gifts/${id}/stock`], chief, stock)
  }
  await give(lin)
  const onSale = await gift(1000)
  const soldOut = await gift(0)
  const proposePicture = () =>
    proposal({ operation: 'changePicture', gift: onSale.id, request: { image: jpeg } })
  await approved(await proposePicture())
  const pictured = await giftNow(onSale.id)

  /** Ids of lin's orders. */
  const linsOrders: string[] = []
  const order = async (): Promise<Order> => {
    const body = { gift: onSale.id, outlet: outlets.first }
    const made = await ask(orderSchema, ['points', 'POST', '/api/orders'], lin, body)
    linsOrders.push(made.id)
    return made
  }
  const pickupCode = ({ id }: Order, who: Somebody = lin) =>
    ask(pickupCodeSchema, ['points', 'GET', `/api/orders/${id}/pickup-code`], who)
  /** What that order's phone shows now. */
  const shownBy = async (order: Order, who: Somebody = lin): Promise<string> => {
    const code = await pickupCode(order, who)
    return pickupDigits(keyOf(code.key), code.slot, stage.time.now)
  }

  /** Proposed by the chief and approved by the second. */
  const batch = async (count = 1): Promise<Batch> => {
    const { subject } = await approved(await proposeBatch(count))
    let cursor: string | null | undefined = ''
    while (cursor !== null && cursor !== undefined) {
      const path = `/api/staff/code-batches?region=${city}${cursor && `&cursor=${cursor}`}`
      const page: Batches = await ask(batchesResponseSchema, ['points', 'GET', path], chief)
      const made = page.batches.find(({ id }) => id === subject)
      if (made) return made
      cursor = page.cursor
    }
    throw new Error('a batch that is not in the list of its city')
  }
  const codesOf = async ({ id }: Batch) =>
    (await ask(batchCodesSchema, ['points', 'GET', `/api/staff/code-batches/${id}/codes`], chief)).codes
  const printed = await batch()

  let number = 0
  /** Id of a report that is open. */
  const report = async (who: Somebody | null = null): Promise<string> => {
    // Each of another place or thing, so that none is the same report again.
    number++
    const place = [outlets.first, outlets.second, outlets.station, outlets.plain][number % 4]
    const fact = { fact: 'locked', note: `第 ${number} 次`, ...(who && { credit: true }) }
    await ask(anything, ['places', 'POST', `/api/places/${place}/reports`], who, fact)
    let id: string | undefined
    let cursor: string | null | undefined = ''
    while (cursor !== null && cursor !== undefined) {
      const path = `/api/staff/reports?region=${city}${cursor && `&cursor=${cursor}`}`
      const page: OpenReports = await ask(openReportsResponseSchema, ['places', 'GET', path], chief)
      id = page.reports.at(-1)?.id ?? id
      cursor = page.cursor
    }
    if (id === undefined) throw new Error('there is no open report')
    // The next one is younger.
    stage.time.now += 1
    return id
  }

  return {
    stage,
    lin,
    chief,
    second,
    keeper,
    guest,
    onSale,
    soldOut,
    pictured,
    printed,
    give,
    propose,
    newGift,
    gift,
    order,
    linsOrders,
    pickupCode,
    shownBy,
    batch,
    proposeBatch,
    proposePicture,
    newPerson,
    proposeRole,
    codesOf,
    report,
    ticketOf: async (who: Somebody, digits: string): Promise<string> => {
      const body = { place: outlets.first, digits }
      return (await ask(pickupCheckSchema, ['points', 'POST', '/api/pickups/checks'], who, body)).ticket
    },
    /** What the counter of the first outlet shows. */
    counterDigits: (): string =>
      counterDigits(counterKey(stage.secret, outlets.first, dayOf(stage.time.now)), stage.time.now),
    counterCode: () =>
      ask(counterCodeSchema, ['points', 'GET', `/api/outlets/${outlets.first}/counter-code`], keeper),
    rules: () => ask(rulesResponseSchema, ['points', 'GET', `/api/staff/rules/${city}`], chief),
    newCode: async (): Promise<string> => (await codesOf(await batch()))[0]?.code ?? '',
    /** A login on another screen. */
    openTicket: () => ask(ticketResponseSchema, ['identity', 'POST', '/api/sessions/tickets'], null, {}),
    approve: ({ id, digits }: { id: string; digits: string }, who: Somebody = lin) =>
      ask(anything, ['identity', 'POST', `/api/sessions/tickets/${id}`], who, { digits }),
  }
}
