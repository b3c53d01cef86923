/** What a person sees and says of themself. */
import { noBody, noParams, operation } from '../../shared/operation'
import {
  ageRequestSchema,
  consentRequestSchema,
  exportResponseSchema,
  identityPaths,
  meSchema,
} from '../contract'
import { done } from './problems'

export const personOperations = {
  me: operation({
    method: 'GET',
    path: identityPaths.me,
    access: 'person',
    summary: 'Who one is to us',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: { schema: meSchema, description: 'The person, with the roles as they are now.' },
    codes: [],
  }),
  export: operation({
    method: 'GET',
    path: identityPaths.export,
    access: 'person',
    summary: 'Everything that is held about one',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: { schema: exportResponseSchema, description: 'Identity, sessions, consents, points, orders.' },
    codes: [],
  }),
  deleteMe: operation({
    method: 'DELETE',
    path: identityPaths.me,
    access: 'person',
    summary: 'Delete what is personal, at once',
    description:
      'The person, the sessions and the link to WeChat go. Points left are written off; the entries of the ledger ' +
      'stay, without anything that leads to a person. Orders not picked up cannot be picked up any more.',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: done,
    codes: ['last-admin'],
  }),
  consent: operation({
    method: 'POST',
    path: identityPaths.consents,
    access: 'person',
    summary: 'Record that one agrees to a text',
    params: noParams,
    query: noParams,
    body: consentRequestSchema,
    answer: { schema: meSchema, description: 'With the consent on record.' },
    codes: ['consent-outdated'],
  }),
  age: operation({
    method: 'POST',
    path: identityPaths.age,
    access: 'person',
    summary: 'Keep what one said about being of age',
    params: noParams,
    query: noParams,
    body: ageRequestSchema,
    answer: { schema: meSchema, description: 'With the answer on record.' },
    codes: [],
  }),
}
