/** The operations of the points API, each told once: the router and the OpenAPI document both read them from here. */
import { citizenOperations } from './operations/citizen'
import { outletOperations } from './operations/outlet'
import { staffOperations } from './operations/staff'

export { pointsProblems } from './operations/problems'

export const pointsOperations = { ...citizenOperations, ...outletOperations, ...staffOperations }
