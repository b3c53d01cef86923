/** People of the running stack, logged in over the API: for scenes and walks that are not about the login. */
import { randomBytes, randomUUID } from 'node:crypto'
import {
  collectResponseSchema,
  consentTexts,
  meSchema,
  type SessionResponse,
  sessionResponseSchema,
  type TicketPurpose,
  ticketResponseSchema,
} from '../../../functions/identity/contract'
import {
  type Account,
  accountSchema,
  adjustmentSchema,
  batchCodesSchema,
  earnedSchema,
  type Order,
  orderSchema,
  ordersResponseSchema,
  pickupCheckSchema,
  pickupCodeSchema,
  pickupResponseSchema,
  proposalSchema,
  staffGiftSchema,
} from '../../../functions/points/contract'
import { pickupDigits } from '../../../functions/points/rules/rolling-code'
import { keyOf } from '../../../functions/shared/codes/rolling-code'
import * as z from '../../../functions/shared/zod'
import { demoBatch, demoGifts } from '../../../infra/demo/gifts/gifts'
import { demoOutlet } from '../../../infra/demo/people'
import { uuid7 } from '../../support/worlds/points-world'
import { huaian, origin } from './server'

/** Somebody by the name that the stand-in for WeChat knows them by; any name is somebody. */
export type Member = {
  session: SessionResponse
  get<T>(path: string, schema: z.ZodMiniType<T>): Promise<T>
  post<T>(path: string, schema: z.ZodMiniType<T>, body: object, key?: string): Promise<T>
}

/** An access token lives for 15 minutes; one this old is not handed on. */
const freshFor = 8 * 60_000
const members = new Map<string, { member: Member; since: number }>()

/** Logs in, or goes on with a login of a few minutes ago: how often one address may is limited. */
export async function member(name: string): Promise<Member> {
  const known = members.get(name)
  if (known && Date.now() - known.since < freshFor) return known.member
  const { code } = await asked('/stand-in/codes', z.object({ code: z.string() }), { body: { person: name } })
  const session = await asked('/api/sessions', sessionResponseSchema, { body: { code } })
  const token = session.access
  const made: Member = {
    session,
    get: (path, schema) => asked(path, schema, { token }),
    post: (path, schema, body, key) => asked(path, schema, { token, body, key }),
  }
  for (const [text, version] of Object.entries(consentTexts))
    await made.post('/api/me/consents', z.unknown(), { text, version })
  // The phones of the tests say that they are of age: said already, so that none of them renews this session's token.
  session.me = await made.post('/api/me/age', meSchema, { age: 'adult' })
  members.set(name, { member: made, since: Date.now() })
  return made
}

async function asked<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  { token, body, key, agent }: { token?: string; body?: object; key?: string; agent?: string },
): Promise<T> {
  const response = await fetch(origin() + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(agent && { 'user-agent': agent }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return schema.parse(await response.json())
}

/** A name that nothing else on the shared stack has: no other file, and no earlier try of the same test. */
export const uniqueName = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0'

/** A login code as a desktop shows it; with a purpose and a session, what that desktop asks the phone for. */
export const openTicket = (asks: { purpose?: TicketPurpose; session?: SessionResponse } = {}) =>
  asked('/api/sessions/tickets', ticketResponseSchema, {
    body: asks.purpose ? { purpose: asks.purpose } : {},
    token: asks.session?.access,
    agent: windows,
  })

/** A session of theirs on a desktop that their phone lets in. */
export async function letIn(name: string): Promise<SessionResponse> {
  const { id, digits, secret } = await openTicket()
  await (await member(name)).post(`/api/sessions/tickets/${id}`, z.unknown(), { digits })
  const path = `/api/sessions/tickets/${id}/session`
  const collected = await asked(path, collectResponseSchema, { body: { secret } })
  if (collected.state !== 'approved') throw new Error('the phone let it in')
  return collected.session
}

const desktops = new Map<string, { session: SessionResponse; since: number }>()

/** The same, or one of a few minutes ago. */
export async function desktopOf(name: string): Promise<SessionResponse> {
  const known = desktops.get(name)
  if (known && Date.now() - known.since < freshFor) return known.session
  const session = await letIn(name)
  desktops.set(name, { session, since: Date.now() })
  return session
}

/** A gift that nobody can have yet, and that it comes on sale waits for a second person. */
export async function proposeOnSale(name: string, gift: string): Promise<void> {
  const staff = await member(name)
  const about = '超市卡，可在全市门店使用，当面核销。'
  const offer = {
    name: gift,
    category: 'charity-goods',
    about,
    price: 320,
    perPerson: 1,
    onSaleFrom: null,
    onSaleUntil: '2099-12-31T16:00:00.000Z',
    outlets: [demoOutlet],
  }
  const made = await staff.post('/api/staff/gifts', staffGiftSchema, { region: huaian, ...offer }, newKey())
  const request = { ...offer, isPublished: true, version: made.version }
  const body = { operation: 'changeGift', gift: made.id, request }
  await staff.post('/api/staff/proposals', proposalSchema, body, newKey())
}

export const newKey = (): string => uuid7(Date.now(), () => randomBytes(1).readUInt8() / 256)

export async function account(name: string): Promise<Account> {
  return (await member(name)).get(`/api/points/account?region=${huaian}`, accountSchema)
}

/** One's points as staff give them: checked in, then an adjustment that one proposes and another approves. */
export async function give(name: string, points: number): Promise<void> {
  const who = await member(name)
  await who.post('/api/points/check-ins', earnedSchema, { region: huaian })
  const [proposer, approver] = [await member('staff-gifts'), await member('staff-admin')]
  const body = { region: huaian, person: who.session.me.id, points, text: '活动积分补记' }
  const { id } = await proposer.post('/api/staff/adjustments', adjustmentSchema, body, newKey())
  await approver.post(`/api/staff/adjustments/${id}/decision`, adjustmentSchema, { approve: true })
}

/** A batch of codes that waits for a second person. */
export async function proposeBatch(name: string, label: string): Promise<void> {
  const request = { region: huaian, label, count: 40, points: 20, until: '2099-12-31' }
  const body = { operation: 'createBatch', request }
  await (await member(name)).post('/api/staff/proposals', proposalSchema, body, newKey())
}

/** Orders one of the demonstration's gifts by its name. */
export async function order(name: string, gift: string, outlet = demoOutlet): Promise<Order> {
  return (await member(name)).post('/api/orders', orderSchema, { gift: giftId(gift), outlet }, newKey())
}

export function giftId(name: string): string {
  const gift = demoGifts.find((one) => one.name === name && one.region === huaian)
  if (!gift) throw new Error(`the demonstration has no gift ${name}`)
  return gift.id
}

export async function orders(name: string): Promise<Order[]> {
  return (await (await member(name)).get(`/api/orders?region=${huaian}`, ordersResponseSchema)).orders
}

/** The eight digits that the order's phone shows now. */
export async function digitsOf(name: string, order: string): Promise<string> {
  const code = await (await member(name)).get(`/api/orders/${order}/pickup-code`, pickupCodeSchema)
  return pickupDigits(keyOf(code.key), code.slot, Date.parse(code.now))
}

/** Checked and confirmed at the counter of the demonstration's owner. */
export async function handOver(name: string, order: string): Promise<void> {
  const owner = await member('owner')
  const digits = await digitsOf(name, order)
  const { ticket } = await owner.post('/api/pickups/checks', pickupCheckSchema, { place: demoOutlet, digits })
  await owner.post('/api/pickups', pickupResponseSchema, { place: demoOutlet, ticket })
}

export async function cancel(name: string, order: string): Promise<void> {
  await (await member(name)).post(`/api/orders/${order}/cancel`, orderSchema, {})
}

/** Printed codes that nobody has used yet, as they are printed. */
export async function unusedCodes(): Promise<string[]> {
  const staff = await member('staff-gifts')
  const { codes } = await staff.get(`/api/staff/code-batches/${demoBatch.id}/codes`, batchCodesSchema)
  return codes.filter(({ used }) => !used).map(({ code }) => code)
}

/** What the phone keeps of a login (shared/session/session.ts), in the form that Taro gives it in a browser. */
export function storedSession({ access, expiresIn, refresh, me }: SessionResponse): {
  name: string
  value: string
} {
  const held = { access, accessUntil: Date.now() + expiresIn * 1000, refresh, me }
  return { name: 'fuyi.session', value: JSON.stringify({ data: JSON.stringify({ v: 1, value: held }) }) }
}
