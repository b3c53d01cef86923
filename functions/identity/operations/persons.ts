/** What staff see of people: their numbers, and what colleagues call each other. */
import { noParams, operation } from '../../shared/operation'
import * as z from '../../shared/zod'
import {
  identityPaths,
  maxResolved,
  personIdSchema,
  resolvedPersonSchema,
  resolveRequestSchema,
  resolveResponseSchema,
  staffNameRequestSchema,
} from '../contract'

export const personsOperations = {
  resolve: operation({
    method: 'POST',
    path: identityPaths.resolve,
    access: 'staff',
    summary:
      'Numbers and internal names of persons by their ids, and ids by their numbers; a hundred at once',
    description:
      'For those of the city’s staff whose pages show or take a person: `gifts`, `audit`, `admin`. Of a person of any city ' +
      'number and id are told, never roles, cities or anything else; internal names are those of the city that is asked for.',
    params: noParams,
    query: noParams,
    body: resolveRequestSchema,
    answer: {
      schema: resolveResponseSchema,
      description:
        'In no order. Whoever is missing has deleted their account, or there never was such a person.',
    },
    codes: [],
    maxReadUnits: 2 * maxResolved,
  }),
  nameStaff: operation({
    method: 'PUT',
    path: identityPaths.staffName,
    access: 'staff',
    summary: 'Set what a city’s staff call somebody who holds a role there, or take it away',
    description:
      'An admin of the city for whoever holds a role there; any of its staff for themself. On record.',
    params: z.object({ person: personIdSchema }),
    query: noParams,
    body: staffNameRequestSchema,
    answer: { schema: resolvedPersonSchema, description: 'The person with the name as it is now.' },
    codes: ['unknown-person'],
  }),
}
