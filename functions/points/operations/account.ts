/** The account, its ledger and the ways to earn. */
import { operation } from '../../shared/declaration/operation'
import * as account from '../endpoints/account'

export const accountOperations = {
  account: operation({
    ...account.account,
    summary: 'Balance, what runs out when, and the ways to earn today',
    answer: {
      schema: account.account.response,
      description: 'The account; an empty one for whoever never earned.',
    },
  }),
  entries: operation({
    ...account.entries,
    summary: 'The ledger, newest first',
    answer: { schema: account.entries.response, description: 'A page of 30.' },
  }),
  checkIn: operation({
    ...account.checkIn,
    summary: 'Check in, once a day',
    answer: {
      schema: account.checkIn.response,
      description: 'The entry; the first one again if it was done today.',
    },
  }),
  visit: operation({
    ...account.visit,
    summary: 'Earn at a counter by the code shown there',
    description:
      'At a love-aid or post station, once a day and place, with the eight digits that its screen shows for 30 seconds.',
    answer: {
      schema: account.visit.response,
      description: 'The entry; the first one again for the same place and day.',
    },
  }),
  redeemCode: operation({
    ...account.redeemCode,
    summary: 'Earn by a printed code',
    description:
      'Ten wrong codes within an hour lock this person out of codes for an hour. What the check character shows to be a misprint does not count.',
    answer: {
      schema: account.redeemCode.response,
      description: 'The entry; the first one again if this person used the code.',
    },
  }),
}
