/** Every domain's operations and problems, for the document that describes them all. A new domain is one line here. */

import { identityOperations, identityProblems } from '../identity/operations'
import { placesOperations, placesProblems } from '../places/operations'
import { pointsOperations, pointsProblems } from '../points/operations'
import type { Operations } from '../shared/operation'
import type { ProblemKind } from '../shared/problems'
import { metaOperations } from './operations'

export type Described = {
  name: string
  about: string
  operations: Operations
  problems: Record<string, ProblemKind>
}

export const described: readonly Described[] = [
  {
    name: 'places',
    about: 'Outlets, love-aid stations, welfare projects and other places of the welfare map',
    operations: placesOperations,
    problems: placesProblems,
  },
  {
    name: 'identity',
    about: 'Sessions, the person, consents and roles',
    operations: identityOperations,
    problems: identityProblems,
  },
  {
    name: 'points',
    about: 'The ledger of points, gifts, orders and their handing over',
    operations: pointsOperations,
    problems: pointsProblems,
  },
  { name: 'meta', about: 'The API itself', operations: metaOperations, problems: {} },
]
