/** What the desk asks the server. Every call is of one city, and the server judges whether one may. */
import type { BodyOf, ResponseOf } from '@common/declaration/endpoint'
import { ok } from '@common/result'
import type { RoleKind } from '@contract/identity'
import type { RulesOfCity } from '@contract/points'
import * as auditEndpoints from '@functions/audit/endpoints/audit'
import * as roles from '@functions/identity/endpoints/roles'
import * as reports from '@functions/places/endpoints/staff/reports'
import * as adjustments from '@functions/points/endpoints/staff/adjustments'
import * as batches from '@functions/points/endpoints/staff/batches'
import * as exportEndpoints from '@functions/points/endpoints/staff/exports'
import * as gifts from '@functions/points/endpoints/staff/gifts'
import * as records from '@functions/points/endpoints/staff/records'
import * as rules from '@functions/points/endpoints/staff/rules'
import { call } from '@/shared/api/request'

export type Ledger = ResponseOf<typeof records.ledger>
export type Outliers = ResponseOf<typeof records.outliers>
export type Outlier = Outliers['outliers'][number]
export type BatchCodes = ResponseOf<typeof batches.batchCodes>
export type Batches = ResponseOf<typeof batches.batches>
export type RoleChangesOfMonth = ResponseOf<typeof roles.roleChanges>
export type Holders = ResponseOf<typeof roles.roles>
export type Holder = Holders['people'][number]
export type OpenReports = ResponseOf<typeof reports.openReports>
export type OpenReport = OpenReports['reports'][number]

// ---- gifts

export const fetchGifts = (region: string) => call(gifts.staffGifts, { query: { region } })

export const createGift = (body: BodyOf<typeof gifts.createGift>, key: string) =>
  call(gifts.createGift, { body, key })

export const changeGift = (id: string, body: BodyOf<typeof gifts.changeGift>) =>
  call(gifts.changeGift, { params: { id }, body })

/** The version lets a repetition do nothing: after a lost answer the server answers `edited-meanwhile`. */
export const changeStock = (id: string, change: number, version: number) =>
  call(gifts.changeStock, { params: { id }, body: { change, version } })

/** @param media id of an uploaded picture */
export const changePicture = (id: string, media: string) =>
  call(gifts.changePicture, { params: { id }, body: { media } })

// ---- codes

export const fetchBatches = (region: string, cursor?: string) =>
  call(batches.batches, { query: { region, cursor } })

export const fetchCodes = (id: string) => call(batches.batchCodes, { params: { id } }, { timeout: 20_000 })

export const stopBatch = (id: string) => call(batches.stopBatch, { params: { id } })

// ---- rules

export const fetchRules = (region: string) => call(rules.staffRules, { params: { region } })

export const changeRules = (region: string, body: RulesOfCity) =>
  call(rules.changeRules, { params: { region }, body })

// ---- adjustments, ledger, audit

/** `waiting`: those alone that wait. */
export const fetchAdjustments = async (region: string, cursor?: string, state?: 'waiting') => {
  const answer = await call(adjustments.adjustments, { query: { region, cursor, state } })
  if (!answer.ok) return answer
  const { adjustments: items, ...page } = answer.value
  return ok({ items, ...page })
}

export const proposeAdjustment = (body: BodyOf<typeof adjustments.proposeAdjustment>, key: string) =>
  call(adjustments.proposeAdjustment, { body, key })

export const decideAdjustment = (id: string, approve: boolean) =>
  call(adjustments.decideAdjustment, { params: { id }, body: { approve } })

export const withdrawAdjustment = (id: string) => call(adjustments.withdrawAdjustment, { params: { id } })

/** By the number of an order, or by the person in a city. */
export type LedgerOf = { order: string } | { person: string; region: string }

/** Every look is on record, at the server. */
export const fetchLedger = (of: LedgerOf, cursor?: string) =>
  call(records.ledger, { query: { ...of, cursor } })

export const fetchOutliers = (region: string, month: string) =>
  call(records.outliers, { query: { region, month } })

export const fetchAudit = (region: string, month: string, cursor?: string) =>
  call(auditEndpoints.audit, { query: { region, month, cursor } })

/** What staff did to one thing, newest first. */
export const fetchHistory = (region: string, subject: string) =>
  call(auditEndpoints.history, { params: { subject }, query: { region } })

export const fetchRoleChanges = (region: string, month: string) =>
  call(roles.roleChanges, { query: { region, month } })

// ---- files: every page is on record, at the server

export const exportList = (
  region: string,
  list: BodyOf<typeof exportEndpoints.exportList>['list'],
  from: { export?: string; cursor?: string },
) => call(exportEndpoints.exportList, { body: { region, list, ...from } }, { timeout: 30_000 })

export const exportAudit = (region: string, month: string, from: { export?: string; cursor?: string }) =>
  call(auditEndpoints.exportAudit, { body: { region, month, ...from } }, { timeout: 30_000 })

// ---- roles

export const fetchHolders = (region: string) => call(roles.roles, { query: { region } })

export const grantRole = (body: BodyOf<typeof roles.grant>) => call(roles.grant, { body })

/** `scope`: the role within that part of the city. */
export const revokeRole = (
  person: string,
  kind: RoleKind,
  region: string,
  scope?: { kind: string; id: string },
) =>
  call(roles.revoke, {
    params: { person, kind },
    query: { region, ...(scope && { scope: `${scope.kind}.${scope.id}` }) },
  })

// ---- reports

export const fetchReports = (region: string, cursor?: string) =>
  call(reports.openReports, { query: { region, cursor } })

export const decideReport = (id: string, body: BodyOf<typeof reports.decideReport>) =>
  call(reports.decideReport, { params: { id }, body })
