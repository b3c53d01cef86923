/**
 * A valid request for each operation of the API, about things that are really there and are lin's, or of lin's city. A new
 * operation without one does not compile, and the tests say so too.
 */
import { identityOperations } from '../../../functions/identity/operations'
import { metaOperations } from '../../../functions/meta/operations'
import { placesOperations } from '../../../functions/places/operations'
import { pointsOperations } from '../../../functions/points/operations'
import type { Operation } from '../../../functions/shared/operation'
import { city, outlets } from '../points-world'
import { giftFields, jpeg, type Scene } from './scene'
import type { Domain, Somebody } from './stage'

export type Asked = { target: string; body?: unknown }
/** `who` asks; null where nobody is logged in. */
export type Asking = (scene: Scene, who: Somebody | null) => Asked | Promise<Asked>

const places: Record<keyof typeof placesOperations, Asking> = {
  regions: () => ({ target: '/api/regions' }),
  cityGrid: () => ({ target: '/api/regions/grid' }),
  catalogue: () => ({ target: `/api/regions/${city}/places` }),
  geojson: () => ({ target: `/api/regions/${city}/places.geojson?kind=outlet` }),
  nearby: () => ({ target: '/api/places/nearby?lng=119.03&lat=33.6' }),
  search: () => ({ target: `/api/places/search?q=huaihai&region=${city}` }),
  place: () => ({ target: `/api/places/${outlets.first}` }),
  reports: () => ({ target: `/api/places/${outlets.first}/reports`, body: { fact: 'locked' } }),
  openReports: () => ({ target: `/api/staff/reports?region=${city}` }),
  decideReport: async ({ report }) => ({
    target: `/api/staff/reports/${await report()}/decision`,
    body: { accept: true, settled: false },
  }),
}

let newcomers = 0
const newcomer = () => `oNewcomer-${String(++newcomers).padStart(6, '0')}`

const identity: Record<keyof typeof identityOperations, Asking> = {
  login: ({ stage }) => ({
    target: '/api/sessions',
    body: { code: stage.newLoginCode(newcomer()) },
  }),
  refresh: async ({ stage }) => ({
    target: '/api/sessions/refresh',
    body: { refresh: (await stage.login(newcomer())).refresh },
  }),
  logout: () => ({ target: '/api/sessions/current' }),
  endDevice: () => ({ target: `/api/sessions/devices/${'0'.repeat(20)}` }),
  logoutEverywhere: () => ({ target: '/api/sessions' }),
  openTicket: () => ({ target: '/api/sessions/tickets', body: {} }),
  viewTicket: async ({ openTicket }) => ({ target: `/api/sessions/tickets/${(await openTicket()).id}` }),
  approveTicket: async ({ openTicket }) => {
    const { id, digits } = await openTicket()
    return { target: `/api/sessions/tickets/${id}`, body: { digits } }
  },
  collectTicket: async ({ stage, openTicket, approve }) => {
    const ticket = await openTicket()
    // Of somebody new each time: sessions too many end the oldest.
    await approve(ticket, await stage.enter(newcomer()))
    return { target: `/api/sessions/tickets/${ticket.id}/session`, body: { secret: ticket.secret } }
  },
  me: () => ({ target: '/api/me' }),
  export: () => ({ target: '/api/me/export' }),
  deleteMe: () => ({ target: '/api/me' }),
  consent: () => ({ target: '/api/me/consents', body: { text: 'points', version: '2026-11' } }),
  age: () => ({ target: '/api/me/age', body: { age: 'adult' } }),
  roles: () => ({ target: `/api/staff/roles?region=${city}` }),
  roleChanges: () => ({ target: `/api/staff/roles/changes?region=${city}&month=2036-11` }),
  grant: ({ guest }) => ({
    target: '/api/staff/roles',
    body: { no: guest.session.me.no, role: { kind: 'salesperson', region: city, outlets: [outlets.plain] } },
  }),
  revoke: ({ guest }) => ({
    target: `/api/staff/roles/${guest.session.me.id}/salesperson?region=${city}`,
  }),
  resolve: ({ lin, guest }) => ({
    target: '/api/staff/persons/resolve',
    body: { region: city, ids: [lin.session.me.id], nos: [guest.session.me.no] },
  }),
  // Of their own: who may name others is asked in tests/functions/identity/persons.integration.test.ts.
  nameStaff: ({ keeper }, who) => ({
    target: `/api/staff/persons/${(who ?? keeper).session.me.id}/name`,
    body: { region: city, name: '王老师' },
  }),
}

const points: Record<keyof typeof pointsOperations, Asking> = {
  account: () => ({ target: `/api/points/account?region=${city}` }),
  entries: () => ({ target: `/api/points/entries?region=${city}` }),
  checkIn: () => ({ target: '/api/points/check-ins', body: { region: city } }),
  visit: ({ counterDigits }) => ({
    target: '/api/points/visits',
    body: { place: outlets.first, digits: counterDigits() },
  }),
  redeemCode: async ({ newCode }) => ({ target: '/api/points/codes', body: { code: await newCode() } }),
  gifts: () => ({ target: `/api/gifts?region=${city}` }),
  gift: ({ onSale }) => ({ target: `/api/gifts/${onSale.id}` }),
  giftPicture: ({ pictured }) => ({ target: pictured.picture ?? '' }),
  waiting: ({ soldOut }) => ({ target: `/api/gifts/${soldOut.id}/waiting` }),
  wait: ({ soldOut }) => ({ target: `/api/gifts/${soldOut.id}/waiting`, body: {} }),
  stopWaiting: ({ soldOut }) => ({ target: `/api/gifts/${soldOut.id}/waiting` }),
  order: async ({ onSale, give, lin }, who) => {
    if (who && who.session.me.id !== lin.session.me.id) await give(who, 10).catch(() => null)
    return { target: '/api/orders', body: { gift: onSale.id, outlet: outlets.first } }
  },
  orders: () => ({ target: `/api/orders?region=${city}` }),
  readOrder: async ({ order }) => ({ target: `/api/orders/${(await order()).id}` }),
  cancel: async ({ order }) => ({ target: `/api/orders/${(await order()).id}/cancel`, body: {} }),
  pickupCode: async ({ order }) => ({ target: `/api/orders/${(await order()).id}/pickup-code` }),
  checkPickup: async ({ order, shownBy }) => ({
    target: '/api/pickups/checks',
    body: { place: outlets.first, digits: await shownBy(await order()) },
  }),
  pickUp: async ({ order, shownBy, ticketOf, keeper }, who) => {
    const digits = await shownBy(await order())
    // Whoever works at the outlet has seen the code themself; the others come with the ticket of somebody who has.
    const ticket = await ticketOf(who ?? keeper, digits).catch(() => ticketOf(keeper, digits))
    return { target: '/api/pickups', body: { place: outlets.first, ticket } }
  },
  counterCode: () => ({ target: `/api/outlets/${outlets.first}/counter-code` }),
  handovers: () => ({ target: `/api/outlets/${outlets.first}/handovers` }),
  staffGifts: () => ({ target: `/api/staff/gifts?region=${city}` }),
  createGift: () => ({ target: '/api/staff/gifts', body: { region: city, ...giftFields } }),
  changeGift: async ({ newGift }) => {
    const { id, version } = await newGift()
    return { target: `/api/staff/gifts/${id}`, body: { ...giftFields, isPublished: false, version } }
  },
  changeStock: async ({ newGift }) => {
    const { id, version } = await newGift()
    return { target: `/api/staff/gifts/${id}/stock`, body: { change: 5, version } }
  },
  changePicture: async ({ newGift }) => ({
    target: `/api/staff/gifts/${(await newGift()).id}/picture`,
    body: { image: jpeg },
  }),
  staffRules: () => ({ target: `/api/staff/rules/${city}` }),
  changeRules: async ({ rules }) => ({ target: `/api/staff/rules/${city}`, body: await rules() }),
  batches: () => ({ target: `/api/staff/code-batches?region=${city}` }),
  createBatch: () => ({
    target: '/api/staff/code-batches',
    body: { region: city, label: '春季活动', count: 2, points: 1, until: '2036-12-31' },
  }),
  batchCodes: ({ printed }) => ({ target: `/api/staff/code-batches/${printed.id}/codes` }),
  stopBatch: async ({ batch }) => ({
    target: `/api/staff/code-batches/${(await batch()).id}/stop`,
    body: {},
  }),
  adjustments: () => ({ target: `/api/staff/adjustments?region=${city}` }),
  proposeAdjustment: ({ lin }) => ({
    target: '/api/staff/adjustments',
    body: { region: city, person: lin.session.me.id, points: 1, text: '补记' },
  }),
  decideAdjustment: async ({ propose, lin }) => ({
    target: `/api/staff/adjustments/${(await propose(lin)).id}/decision`,
    body: { approve: true },
  }),
  withdrawAdjustment: async ({ propose, lin }, who) => {
    // Whoever may propose withdraws their own; the others are refused another's.
    const { id } = await (who ? propose(lin, 1, who).catch(() => propose(lin)) : propose(lin))
    return { target: `/api/staff/adjustments/${id}/withdrawal`, body: {} }
  },
  proposals: () => ({ target: `/api/staff/proposals?region=${city}` }),
  propose: () => ({
    target: '/api/staff/proposals',
    body: {
      operation: 'createBatch',
      request: { region: city, label: '春季活动', count: 2, points: 1, until: '2036-12-31' },
    },
  }),
  decideProposal: async ({ proposeBatch }) => ({
    target: `/api/staff/proposals/${(await proposeBatch()).id}/decision`,
    body: { approve: true },
  }),
  withdrawProposal: async ({ proposeBatch }, who) => {
    // Whoever may propose withdraws their own; the others are refused another's.
    const { id } = await (who ? proposeBatch(1, who).catch(() => proposeBatch()) : proposeBatch())
    return { target: `/api/staff/proposals/${id}/withdrawal`, body: {} }
  },
  ledger: async ({ order }) => ({ target: `/api/staff/ledger?order=${(await order()).id}` }),
  outliers: () => ({ target: `/api/staff/outliers?region=${city}&month=2036-11` }),
  audit: () => ({ target: `/api/staff/audit?region=${city}&month=2036-11` }),
}

const meta: Record<keyof typeof metaOperations, Asking> = {
  health: () => ({ target: '/api/health' }),
  openapi: () => ({ target: '/api/openapi.json' }),
}

/** The status of what one person asks for with every right to: nobody makes a batch of codes alone. */
export const answeredAs = ({ name }: Pick<Listed, 'name'>): number => (name === 'createBatch' ? 409 : 200)

const requests: Record<Domain, Record<string, Asking>> = { places, identity, points, meta }

export type Listed = {
  domain: Domain
  name: string
  operation: Operation
  /** Throws where the operation has no request here. */
  ask: Asking
}

/** Every operation of the product with its request. */
export const everything: readonly Listed[] = [
  listed('places', placesOperations),
  listed('identity', identityOperations),
  listed('points', pointsOperations),
  listed('meta', metaOperations),
].flat()

function listed(domain: Domain, operations: Record<string, Operation>): Listed[] {
  return Object.entries(operations).map(([name, operation]) => {
    const ask = requests[domain][name]
    return {
      domain,
      name,
      operation,
      ask: (scene, who) => {
        if (!ask)
          throw new Error(`no request for ${domain}.${name}: write one in tests/support/stage/requests.ts`)
        return ask(scene, who)
      },
    }
  })
}

/** Sends it as that person's phone would. */
export const send = (
  { stage }: Scene,
  { domain, operation }: Pick<Listed, 'domain' | 'operation'>,
  { target, body }: Asked,
  who: { access: string } | null,
  headers: Record<string, string> = {},
) =>
  stage.call(domain, operation.method, target, {
    body,
    headers: {
      ...(who && { authorization: `Bearer ${who.access}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(operation.idempotent && { 'idempotency-key': stage.key() }),
      ...headers,
    },
  })
