import { identityOperations } from '../../../functions/identity/operations'
import { metaOperations } from '../../../functions/meta/operations'
import { placesOperations } from '../../../functions/places/operations'
import { pointsOperations } from '../../../functions/points/operations'
import { createLogger } from '../../../functions/shared/logger'
import { type Operation, operation } from '../../../functions/shared/operation'
import { ok } from '../../../functions/shared/result'
import { createRouter, route } from '../../../functions/shared/router'

const all: Record<string, Operation> = {
  ...identityOperations,
  ...placesOperations,
  ...pointsOperations,
  ...metaOperations,
}

/**
 * Operations that change something and take no second person, each with its reason. A new one belongs here, or declares
 * its `approval`.
 */
const alone: Record<string, string> = {
  // Nobody's points.
  login: 'a session',
  refresh: 'a session',
  logout: 'a session',
  logoutEverywhere: 'sessions',
  openTicket: 'a session',
  endDevice: 'a session',
  approveTicket: 'a session',
  collectTicket: 'a session',
  deleteMe: 'writes off one’s own points',
  consent: 'about oneself',
  age: 'about oneself',
  grant: 'powers; what they are used for takes its own second person',
  revoke: 'takes powers away',
  resolve: 'looks at numbers',
  nameStaff: 'what colleagues call each other',
  reports: 'earns nothing before one of the staff accepts it, who is another than its reporter',
  // Earn what the rules of the city say, which took two people.
  checkIn: 'as the rules say',
  visit: 'as the rules say, with the code of a counter',
  redeemCode: 'a code of a batch that took two people',
  decideReport: 'as the rules say, for another than oneself: reporter and decider are the two',
  // Spend, wait and hand over.
  order: 'spends one’s own points at the price that two people set',
  cancel: 'gives back what was spent',
  wait: 'a place in a list',
  stopWaiting: 'a place in a list',
  checkPickup: 'looks at a code',
  pickUp: 'hands over what was paid for',
  // Staff.
  createGift: 'nobody can order it before it is published, which takes two',
  changeStock:
    'pieces at the price that two people set; each is a thing on a shelf, and handed over with a code',
  changePicture: 'shows the gift',
  stopBatch: 'makes codes worthless',
}

const changing = Object.entries(all).filter(([, { method }]) => method !== 'GET')

describe('an operation that changes something', () => {
  it.each(changing)('%s says whether it takes two people, or why it does not', (name, { approval }) => {
    expect({ name, isSaid: (approval !== undefined) !== name in alone }).toEqual({ name, isSaid: true })
  })

  it('is on the list of those that take one person only while there is such an operation', () => {
    const names = changing.map(([name]) => name)
    expect(Object.keys(alone).filter((name) => !names.includes(name))).toEqual([])
  })

  it('takes two people where it makes codes, rules or prices', () => {
    const two = changing.flatMap(([name, { approval }]) => (approval === 'second-person' ? [name] : []))
    expect(two.sort()).toEqual(['changeGift', 'changeRules', 'createBatch'])
  })
})

it('is refused by the router where it takes two people and is answered by one', () => {
  const { createBatch } = pointsOperations
  const careless = route(operation(createBatch), async () => ok({ response: new Response() }))
  const log = createLogger({ write: () => {} })
  const options = { routes: [careless], problems: {}, log, clock: Date.now, originVerify: undefined }
  expect(() => createRouter(options)).toThrow('takes two people')
})
