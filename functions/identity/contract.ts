/** The contract of the identity API: who somebody is (as little as possible), their roles in each city, and their sessions. */

export * from '../shared/access/access'
export * from './contract/codes'
export * from './contract/export'
export * from './contract/held-roles'
export * from './contract/person'
export * from './contract/person-no'
export * from './contract/persons'
export * from './contract/role-proposals'
export * from './contract/roles'
export * from './contract/sessions'
export * from './contract/tickets'
