/** The operations of the points API, each told once: the router and the OpenAPI document both read them from here. */
import { citizenOperations } from './operations/citizen'
import { outletOperations } from './operations/outlet'
import { adjustmentsOperations } from './operations/staff/adjustments'
import { batchesOperations } from './operations/staff/batches'
import { giftsOperations } from './operations/staff/gifts'
import { proposalsOperations } from './operations/staff/proposals'
import { recordsOperations } from './operations/staff/records'
import { rulesOperations } from './operations/staff/rules'

export { pointsProblems } from './operations/problems'

export const pointsOperations = {
  ...citizenOperations,
  ...outletOperations,
  ...giftsOperations,
  ...rulesOperations,
  ...batchesOperations,
  ...adjustmentsOperations,
  ...proposalsOperations,
  ...recordsOperations,
}
