/** What staff see of people: their numbers, and what colleagues call each other. */
import { operation } from '../../shared/declaration/operation'
import { maxResolved } from '../contract'
import * as persons from '../endpoints/persons'

export const personsOperations = {
  resolve: operation({
    ...persons.resolve,
    region: 'body.region',
    summary:
      'Numbers and internal names of persons by their ids, and ids by their numbers; a hundred at once',
    description:
      'For those of the city’s staff whose pages show or take a person: `gifts`, `audit`, `admin`, `publish`. Of a person of any city ' +
      'number and id are told, never roles, cities or anything else; internal names are those of the city that is asked for.',
    answer: {
      schema: persons.resolve.response,
      description:
        'In no order. Whoever is missing has deleted their account, or there never was such a person.',
    },
    maxReadUnits: 2 * maxResolved,
  }),
  nameStaff: operation({
    ...persons.nameStaff,
    region: 'body.region',
    power: { needs: 'admin', unlessOwn: 'params.person' },
    summary: 'Set what a city’s staff call somebody who holds a role there, or take it away',
    description:
      'An admin of the city for whoever holds a role there; any of its staff for themself. On record.',
    answer: { schema: persons.nameStaff.response, description: 'The person with the name as it is now.' },
  }),
}
