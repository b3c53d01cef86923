/**
 * What the identity API promises: who somebody is to us (as little as possible), which roles they hold in which city,
 * and how a session begins, goes on and ends.
 */

export * from '../shared/access'
export * from './contract/codes'
export * from './contract/export'
export * from './contract/person'
export * from './contract/persons'
export * from './contract/roles'
export * from './contract/sessions'
export * from './contract/tickets'
