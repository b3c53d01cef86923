/** The operations of the points API, each described once: the router and the OpenAPI document both read them from here. */
import { accountOperations } from './operations/account'
import { counterOperations } from './operations/counter'
import { giftsOperations } from './operations/gifts'
import { ordersOperations } from './operations/orders'
import { adjustmentsOperations } from './operations/staff/adjustments'
import { batchesOperations } from './operations/staff/batches'
import { exportsOperations } from './operations/staff/exports'
import { staffGiftsOperations } from './operations/staff/gifts'
import { proposalsOperations } from './operations/staff/proposals'
import { recordsOperations } from './operations/staff/records'
import { rulesOperations } from './operations/staff/rules'

export { pointsProblems } from './operations/problems'

export const pointsOperations = {
  ...accountOperations,
  ...giftsOperations,
  ...ordersOperations,
  ...counterOperations,
  ...staffGiftsOperations,
  ...rulesOperations,
  ...batchesOperations,
  ...adjustmentsOperations,
  ...proposalsOperations,
  ...recordsOperations,
  ...exportsOperations,
}
