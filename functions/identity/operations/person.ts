/** What a person sees and says of themself. */
import { operation } from '../../shared/declaration/operation'
import { exportMe } from '../endpoints/export'
import * as person from '../endpoints/person'
import { done } from './problems'

export const personOperations = {
  me: operation({
    ...person.me,
    summary: 'Who one is to us',
    answer: { schema: person.me.response, description: 'The person, with the roles as they are now.' },
  }),
  export: operation({
    ...exportMe,
    summary: 'Everything that is held about one',
    answer: {
      schema: exportMe.response,
      description: 'Identity, sessions, consents, points, orders.',
    },
  }),
  deleteMe: operation({
    ...person.deleteMe,
    summary: 'Delete what is personal, at once',
    description:
      'The person, the sessions and the link to WeChat go. Points left are written off; the entries of the ledger ' +
      'stay, without anything that leads to a person. Orders not picked up cannot be picked up any more. Every session ' +
      'ends in the first step. 503: it takes longer, and goes on by itself; asked again with the same token it is waited for.',
    answer: done,
  }),
  consent: operation({
    ...person.consent,
    summary: 'Record that one agrees to a text',
    answer: { schema: person.consent.response, description: 'With the consent on record.' },
  }),
  age: operation({
    ...person.age,
    summary: 'Keep what one said about being of age',
    answer: { schema: person.age.response, description: 'With the answer on record.' },
  }),
}
