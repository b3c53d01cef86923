/** The points API on the stage: a valid request for each operation, about things of lin's or of lin's city. */
import { createPointsFunction } from '../../../../functions/points'
import type { pointsOperations } from '../../../../functions/points/operations'
import { city, outlets } from '../../worlds/points-world'
import { eachPart } from '../cast'
import { giftFields, jpeg } from '../scene'
import { logIn, type StageDomain } from '../stage-domain'

const ownOutlet = { owner: '403 own-outlet', salesperson: '403 own-outlet' }
const onlyOwn = {
  ...eachPart('404 unknown-order'),
  nobody: logIn,
  expired: logIn,
  self: '200',
  // An access token is good until it runs out; what is done to sessions and roles alone asks whether it still is one.
  'logged out': '200',
}

export const points: StageDomain<keyof typeof pointsOperations> = {
  create: createPointsFunction,
  requests: {
    account: () => ({ target: `/api/points/account?region=${city}` }),
    entries: () => ({ target: `/api/points/entries?region=${city}` }),
    checkIn: {
      ask: () => ({ target: '/api/points/check-ins', body: { region: city } }),
      onePerson: 'as the rules say',
    },
    visit: {
      ask: ({ counterDigits }) => ({
        target: '/api/points/visits',
        body: { place: outlets.first, digits: counterDigits() },
      }),
      onePerson: 'as the rules say, with the code of a counter',
      answers: ownOutlet,
    },
    redeemCode: {
      ask: async ({ newCode }) => ({ target: '/api/points/codes', body: { code: await newCode() } }),
      onePerson: 'a code of a batch that took two people',
    },
    gifts: () => ({ target: `/api/gifts?region=${city}` }),
    gift: ({ onSale }) => ({ target: `/api/gifts/${onSale.id}` }),
    giftPicture: ({ pictured }) => ({ target: pictured.picture ?? '' }),
    waiting: ({ soldOut }) => ({ target: `/api/gifts/${soldOut.id}/waiting` }),
    wait: {
      ask: ({ soldOut }) => ({ target: `/api/gifts/${soldOut.id}/waiting`, body: {} }),
      onePerson: 'a place in a list',
    },
    stopWaiting: {
      ask: ({ soldOut }) => ({ target: `/api/gifts/${soldOut.id}/waiting` }),
      onePerson: 'a place in a list',
    },
    order: {
      ask: async ({ onSale, give, lin }, who) => {
        if (who && who.session.me.id !== lin.session.me.id) await give(who, 10).catch(() => null)
        return { target: '/api/orders', body: { gift: onSale.id, outlet: outlets.first } }
      },
      onePerson: 'spends one’s own points at the price that two people set',
      answers: ownOutlet,
    },
    orders: () => ({ target: `/api/orders?region=${city}` }),
    readOrder: {
      ask: async ({ order }) => ({ target: `/api/orders/${(await order()).id}` }),
      answers: onlyOwn,
    },
    cancel: {
      ask: async ({ order }) => ({ target: `/api/orders/${(await order()).id}/cancel`, body: {} }),
      onePerson: 'gives back what was spent',
      answers: onlyOwn,
    },
    pickupCode: {
      ask: async ({ order }) => ({ target: `/api/orders/${(await order()).id}/pickup-code` }),
      answers: onlyOwn,
    },
    checkPickup: {
      ask: async ({ order, shownBy }) => ({
        target: '/api/pickups/checks',
        body: { place: outlets.first, digits: await shownBy(await order()) },
      }),
      onePerson: 'looks at a code',
    },
    pickUp: {
      ask: async ({ order, shownBy, ticketOf, keeper }, who) => {
        const digits = await shownBy(await order())
        // Whoever works at the outlet has seen the code themself; the others come with the ticket of somebody who has.
        const ticket = await ticketOf(who ?? keeper, digits).catch(() => ticketOf(keeper, digits))
        return { target: '/api/pickups', body: { place: outlets.first, ticket } }
      },
      onePerson: 'hands over what was paid for',
    },
    counterCode: () => ({ target: `/api/outlets/${outlets.first}/counter-code` }),
    handovers: {
      ask: () => ({ target: `/api/outlets/${outlets.first}/handovers` }),
      readWhole: 'what one counter handed over on one day',
    },
    staffGifts: {
      ask: () => ({ target: `/api/staff/gifts?region=${city}` }),
      readWhole:
        'the gifts of one city, some dozens: the desk finds a gift, its stock and its outlets in them',
    },
    createGift: {
      ask: () => ({ target: '/api/staff/gifts', body: { region: city, ...giftFields } }),
      onePerson: 'nobody can order it before it is published, which takes two',
    },
    changeGift: async ({ newGift }) => {
      const { id, version } = await newGift()
      return { target: `/api/staff/gifts/${id}`, body: { ...giftFields, isPublished: false, version } }
    },
    changeStock: {
      ask: async ({ newGift }) => {
        const { id, version } = await newGift()
        return { target: `/api/staff/gifts/${id}/stock`, body: { change: 5, version } }
      },
      onePerson:
        'pieces at the price that two people set; each is a thing on a shelf, and handed over with a code',
    },
    changePicture: async ({ newGift }) => ({
      target: `/api/staff/gifts/${(await newGift()).id}/picture`,
      body: { image: jpeg },
    }),
    staffRules: () => ({ target: `/api/staff/rules/${city}` }),
    changeRules: async ({ rules }) => ({ target: `/api/staff/rules/${city}`, body: await rules() }),
    batches: () => ({ target: `/api/staff/code-batches?region=${city}` }),
    createBatch: {
      ask: () => ({
        target: '/api/staff/code-batches',
        body: { region: city, label: '春季活动', count: 2, points: 1, until: '2036-12-31' },
      }),
      // Nobody makes a batch alone.
      answered: 409,
      answers: { gifts: '409 second-person-needed' },
    },
    batchCodes: ({ printed }) => ({ target: `/api/staff/code-batches/${printed.id}/codes` }),
    stopBatch: {
      ask: async ({ batch }) => ({
        target: `/api/staff/code-batches/${(await batch()).id}/stop`,
        body: {},
      }),
      onePerson: 'makes codes worthless',
    },
    adjustments: () => ({ target: `/api/staff/adjustments?region=${city}` }),
    proposeAdjustment: ({ lin }) => ({
      target: '/api/staff/adjustments',
      body: { region: city, person: lin.session.me.id, points: 1, text: '补记' },
    }),
    decideAdjustment: {
      ask: async ({ propose, lin }) => ({
        target: `/api/staff/adjustments/${(await propose(lin)).id}/decision`,
        body: { approve: true },
      }),
      purpose: { approve: true, points: 20 },
    },
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
    proposalPicture: async ({ proposePicture }) => ({
      target: `/api/staff/proposals/${(await proposePicture()).id}/picture`,
    }),
    decideProposal: {
      ask: async ({ proposeBatch }) => ({
        target: `/api/staff/proposals/${(await proposeBatch()).id}/decision`,
        body: { approve: true },
      }),
      purpose: { approve: true, operation: 'createBatch' },
    },
    withdrawProposal: async ({ proposeBatch }, who) => {
      // Whoever may propose withdraws their own; the others are refused another's.
      const { id } = await (who ? proposeBatch(1, who).catch(() => proposeBatch()) : proposeBatch())
      return { target: `/api/staff/proposals/${id}/withdrawal`, body: {} }
    },
    exportList: {
      ask: () => ({ target: '/api/staff/points/exports', body: { region: city, list: 'gifts' } }),
      onePerson: 'looks at lists, and the look is on record',
    },
    ledger: async ({ order }) => ({ target: `/api/staff/ledger?order=${(await order()).id}` }),
    outliers: {
      ask: () => ({ target: `/api/staff/outliers?region=${city}&month=2036-11` }),
      readWhole: 'who earns faster than people do, in one month',
    },
  },
}
