/** The identity API: what each of its operations is answered by. */
import type { AddressLog } from '../shared/address-log'
import type { PublicKeySource } from '../shared/keyring'
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import type { Log } from '../shared/logger'
import { createRouter, route } from '../shared/router'
import { createSessionReader } from '../shared/session'
import { createSourceReader } from '../shared/source'
import { answerDeleteMe, answerExport, type Holdings, type Reporters } from './answers/leaving'
import { answerAge, answerConsent, answerMe } from './answers/me'
import { answerNameStaff, answerResolve } from './answers/persons'
import { answerGrant, answerRevoke, answerRoleChanges, answerRoles } from './answers/roles'
import {
  answerEndDevice,
  answerLogin,
  answerLogout,
  answerLogoutEverywhere,
  answerRefresh,
} from './answers/sessions'
import {
  answerApproveTicket,
  answerCollectTicket,
  answerOpenTicket,
  answerViewTicket,
} from './answers/tickets'
import { createLimit } from './limits'
import { identityOperations, identityProblems } from './operations'
import type { IdentityStore } from './store'
import { createTokens, type PrivateKeySource } from './tokens'
import type { WeChat } from './wechat/client'

export type IdentityDependencies = {
  store: IdentityStore
  holdings: Holdings
  reporters: Reporters
  wechat: WeChat
  privateKeys: PrivateKeySource
  publicKeys: PublicKeySource
  clock: () => number
  log: Log
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify?: string
  /** Where the law wants addresses kept (shared/address-log.ts). */
  addressLog?: AddressLog
}

export const createIdentityApi = (given: IdentityDependencies): GatewayHandler => {
  const { store, clock, log, originVerify } = given
  const dependencies = {
    ...given,
    tokens: createTokens(given),
    limit: createLimit({ store, clock, sourceOf: createSourceReader({ originVerify, log }) }),
  }
  const routes = {
    login: route(identityOperations.login, answerLogin(dependencies)),
    refresh: route(identityOperations.refresh, answerRefresh(dependencies)),
    logout: route(identityOperations.logout, answerLogout(dependencies)),
    endDevice: route(identityOperations.endDevice, answerEndDevice(dependencies)),
    logoutEverywhere: route(identityOperations.logoutEverywhere, answerLogoutEverywhere(dependencies)),
    openTicket: route(identityOperations.openTicket, answerOpenTicket(dependencies)),
    viewTicket: route(identityOperations.viewTicket, answerViewTicket(dependencies)),
    approveTicket: route(identityOperations.approveTicket, answerApproveTicket(dependencies)),
    collectTicket: route(identityOperations.collectTicket, answerCollectTicket(dependencies)),
    me: route(identityOperations.me, answerMe(dependencies)),
    export: route(identityOperations.export, answerExport(dependencies)),
    deleteMe: route(identityOperations.deleteMe, answerDeleteMe(dependencies)),
    consent: route(identityOperations.consent, answerConsent(dependencies)),
    age: route(identityOperations.age, answerAge(dependencies)),
    roles: route(identityOperations.roles, answerRoles(dependencies)),
    roleChanges: route(identityOperations.roleChanges, answerRoleChanges(dependencies)),
    grant: route(identityOperations.grant, answerGrant(dependencies)),
    revoke: route(identityOperations.revoke, answerRevoke(dependencies)),
    resolve: route(identityOperations.resolve, answerResolve(dependencies)),
    nameStaff: route(identityOperations.nameStaff, answerNameStaff(dependencies)),
  } satisfies Record<keyof typeof identityOperations, unknown>
  const sessions = createSessionReader({ ...given, isRevoked: store.isRevoked })
  const router = {
    routes: Object.values(routes),
    problems: identityProblems,
    log,
    clock,
    sessions,
    originVerify,
    addressLog: given.addressLog,
  }
  return gatewayHandler(createRouter(router))
}
