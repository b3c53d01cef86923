/** The identity API: what each of its operations is answered by. */

import { plannedRoute } from '../shared/access/approval'
import type { AddressLog } from '../shared/aws/address-log'
import type { Invoke } from '../shared/aws/invoke'
import type { Log } from '../shared/aws/logger'
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { createRouter, route } from '../shared/http/router'
import { createSourceReader } from '../shared/http/source'
import type { PublicKeySource } from '../shared/session/keyring'
import { createSessionReader } from '../shared/session/session'
import type { ExportPart } from './contract'
import { handleDeleteMe, handleExport } from './handlers/leaving'
import { handleAge, handleConsent, handleMe } from './handlers/me'
import { handleNameStaff, handleResolve } from './handlers/persons'
import {
  handleDecideRole,
  handleProposeRole,
  handleRoleProposals,
  handleWithdrawRole,
} from './handlers/role-proposals'
import { handleRevoke, handleRoleChanges, handleRoles, planGrant } from './handlers/roles'
import {
  handleEndDevice,
  handleLogin,
  handleLogout,
  handleLogoutEverywhere,
  handleRefresh,
} from './handlers/sessions'
import {
  handleApproveTicket,
  handleCollectTicket,
  handleOpenTicket,
  handleViewTicket,
} from './handlers/tickets'
import { identityOperations, identityProblems } from './operations'
import type { IdentityService } from './service'
import { createLimit } from './service/limits'
import { createTokens, type PrivateKeySource } from './service/tokens'
import type { WeChat } from './wechat/client'

export type IdentityDependencies = {
  store: IdentityService
  /** What the other domains hold of a person, for their export. */
  exported: (person: string) => Promise<ExportPart>
  /** The privacy job. */
  privacy: Invoke
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
    login: route(identityOperations.login, handleLogin(dependencies)),
    refresh: route(identityOperations.refresh, handleRefresh(dependencies)),
    logout: route(identityOperations.logout, handleLogout(dependencies)),
    endDevice: route(identityOperations.endDevice, handleEndDevice(dependencies)),
    logoutEverywhere: route(identityOperations.logoutEverywhere, handleLogoutEverywhere(dependencies)),
    openTicket: route(identityOperations.openTicket, handleOpenTicket(dependencies)),
    viewTicket: route(identityOperations.viewTicket, handleViewTicket(dependencies)),
    approveTicket: route(identityOperations.approveTicket, handleApproveTicket(dependencies)),
    collectTicket: route(identityOperations.collectTicket, handleCollectTicket(dependencies)),
    me: route(identityOperations.me, handleMe(dependencies)),
    export: route(identityOperations.export, handleExport(dependencies)),
    deleteMe: route(identityOperations.deleteMe, handleDeleteMe(dependencies)),
    consent: route(identityOperations.consent, handleConsent(dependencies)),
    age: route(identityOperations.age, handleAge(dependencies)),
    roles: route(identityOperations.roles, handleRoles(dependencies)),
    roleChanges: route(identityOperations.roleChanges, handleRoleChanges(dependencies)),
    grant: plannedRoute(identityOperations.grant, planGrant(dependencies)),
    revoke: route(identityOperations.revoke, handleRevoke(dependencies)),
    roleProposals: route(identityOperations.roleProposals, handleRoleProposals(dependencies)),
    proposeRole: route(identityOperations.proposeRole, handleProposeRole(dependencies)),
    decideRole: route(identityOperations.decideRole, handleDecideRole(dependencies)),
    withdrawRole: route(identityOperations.withdrawRole, handleWithdrawRole(dependencies)),
    resolve: route(identityOperations.resolve, handleResolve(dependencies)),
    nameStaff: route(identityOperations.nameStaff, handleNameStaff(dependencies)),
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
