/** What the desk asks the server. Every call is of one city, and the server judges whether one may. */
import { ok, type Result } from '@common/result'
import type * as z from '@common/zod'
import {
  doneSchema,
  type grantRequestSchema,
  holderSchema,
  holdersResponseSchema,
  identityPaths,
  type RoleKind,
  roleChangesResponseSchema,
} from '@contract/identity'
import {
  type openReportSchema,
  openReportsResponseSchema,
  placesPaths,
  type ReportDecision,
  reportDecisionSchema,
} from '@contract/places'
import {
  type Adjustment,
  type adjustmentRequestSchema,
  adjustmentSchema,
  adjustmentsResponseSchema,
  auditResponseSchema,
  type Batch,
  batchCodesSchema,
  batchesResponseSchema,
  batchSchema,
  type giftRequestSchema,
  ledgerResponseSchema,
  type newGiftRequestSchema,
  outliersResponseSchema,
  pointsPaths,
  type RulesOfCity,
  rulesResponseSchema,
  type StaffGift,
  staffGiftSchema,
  staffGiftsResponseSchema,
} from '@contract/points'
import { ask, type Failure, pathOf } from '@/shared/request'
import type { WaitingPage } from './waiting-pages'

type Answer<T> = Promise<Result<T, Failure>>

export type Ledger = z.infer<typeof ledgerResponseSchema>
export type Outliers = z.infer<typeof outliersResponseSchema>
export type Outlier = Outliers['outliers'][number]
export type AuditPage = z.infer<typeof auditResponseSchema>
export type BatchCodes = z.infer<typeof batchCodesSchema>
export type RoleChangesOfMonth = z.infer<typeof roleChangesResponseSchema>
export type Holders = z.infer<typeof holdersResponseSchema>
export type Holder = Holders['people'][number]
export type OpenReports = z.infer<typeof openReportsResponseSchema>
export type OpenReport = z.infer<typeof openReportSchema>

const inRegion = (path: string, region: string) => pathOf(path, {}, { region })

// ---- gifts

export const fetchGifts = (region: string): Answer<{ gifts: StaffGift[] }> =>
  ask({
    path: inRegion(pointsPaths.staffGifts, region),
    schema: staffGiftsResponseSchema,
    auth: true,
  })

export const createGift = (body: z.infer<typeof newGiftRequestSchema>, key: string): Answer<StaffGift> =>
  ask({ path: pointsPaths.staffGifts, schema: staffGiftSchema, auth: true, body, key })

export const changeGift = (id: string, body: z.infer<typeof giftRequestSchema>): Answer<StaffGift> =>
  ask({
    path: pathOf(pointsPaths.staffGift, { id }),
    schema: staffGiftSchema,
    auth: true,
    method: 'PUT',
    body,
  })

/** The version lets a repetition do nothing: after a lost answer it is told apart by `edited-meanwhile`. */
export const changeStock = (id: string, change: number, version: number): Answer<StaffGift> =>
  ask({
    path: pathOf(pointsPaths.staffStock, { id }),
    schema: staffGiftSchema,
    auth: true,
    body: { change, version },
  })

/** @param image base64 of a JPEG or WebP of at most 200 KB */
export const changePicture = (id: string, image: string): Answer<StaffGift> =>
  ask({
    path: pathOf(pointsPaths.staffPicture, { id }),
    schema: staffGiftSchema,
    auth: true,
    method: 'PUT',
    body: { image },
    timeout: 30_000,
  })

// ---- codes

export type Batches = z.infer<typeof batchesResponseSchema>
export const fetchBatches = (region: string, cursor?: string): Answer<Batches> =>
  ask({
    path: pathOf(pointsPaths.staffBatches, {}, { region, cursor }),
    schema: batchesResponseSchema,
    auth: true,
  })

export const fetchCodes = (id: string): Answer<BatchCodes> =>
  ask({
    path: pathOf(pointsPaths.staffBatchCodes, { id }),
    schema: batchCodesSchema,
    auth: true,
    timeout: 20_000,
  })

export const stopBatch = (id: string): Answer<Batch> =>
  ask({ path: pathOf(pointsPaths.staffBatchStop, { id }), schema: batchSchema, auth: true, body: {} })

// ---- rules

export const fetchRules = (region: string): Answer<RulesOfCity> =>
  ask({ path: pathOf(pointsPaths.staffRules, { region }), schema: rulesResponseSchema, auth: true })

export const changeRules = (region: string, body: RulesOfCity): Answer<RulesOfCity> =>
  ask({
    path: pathOf(pointsPaths.staffRules, { region }),
    schema: rulesResponseSchema,
    auth: true,
    method: 'PUT',
    body,
  })

// ---- adjustments, ledger, audit

/** `waiting`: those alone that wait. */
export const fetchAdjustments = async (
  region: string,
  cursor?: string,
  state?: 'waiting',
): Answer<WaitingPage<Adjustment>> => {
  const path = pathOf(pointsPaths.staffAdjustments, {}, { region, cursor, state })
  const answer = await ask({ path, schema: adjustmentsResponseSchema, auth: true })
  if (!answer.ok) return answer
  const { adjustments: items, ...page } = answer.value
  return ok({ items, ...page })
}

export const proposeAdjustment = (
  body: z.infer<typeof adjustmentRequestSchema>,
  key: string,
): Answer<Adjustment> =>
  ask({ path: pointsPaths.staffAdjustments, schema: adjustmentSchema, auth: true, body, key })

export const decideAdjustment = (id: string, approve: boolean): Answer<Adjustment> =>
  ask({
    path: pathOf(pointsPaths.staffAdjustment, { id }),
    schema: adjustmentSchema,
    auth: true,
    body: { approve },
  })

export const withdrawAdjustment = (id: string): Answer<Adjustment> =>
  ask({
    path: pathOf(pointsPaths.staffAdjustmentWithdrawal, { id }),
    schema: adjustmentSchema,
    auth: true,
    body: {},
  })

/** By the number of an order, or by the person in a city. */
export type LedgerOf = { order: string } | { person: string; region: string }

/** Every look is on record, at the server. */
export const fetchLedger = (of: LedgerOf, cursor?: string): Answer<Ledger> =>
  ask({
    path: pathOf(pointsPaths.staffLedger, {}, { ...of, cursor }),
    schema: ledgerResponseSchema,
    auth: true,
  })

export const fetchOutliers = (region: string, month: string): Answer<Outliers> =>
  ask({
    path: pathOf(pointsPaths.staffOutliers, {}, { region, month }),
    schema: outliersResponseSchema,
    auth: true,
  })

export const fetchAudit = (region: string, month: string, cursor?: string): Answer<AuditPage> =>
  ask({
    path: pathOf(pointsPaths.staffAudit, {}, { region, month, cursor }),
    schema: auditResponseSchema,
    auth: true,
  })

export const fetchRoleChanges = (region: string, month: string): Answer<RoleChangesOfMonth> =>
  ask({
    path: pathOf(identityPaths.roleChanges, {}, { region, month }),
    schema: roleChangesResponseSchema,
    auth: true,
  })

// ---- roles

export const fetchHolders = (region: string): Answer<Holders> =>
  ask({ path: inRegion(identityPaths.roles, region), schema: holdersResponseSchema, auth: true })

export const grantRole = (body: z.infer<typeof grantRequestSchema>): Answer<Holder> =>
  ask({ path: identityPaths.roles, schema: holderSchema, auth: true, body })

export const revokeRole = (person: string, kind: RoleKind, region: string): Answer<{ ok: true }> =>
  ask({
    path: pathOf(identityPaths.role, { person, kind }, { region }),
    schema: doneSchema,
    auth: true,
    method: 'DELETE',
  })

// ---- reports

export const fetchReports = (region: string, cursor?: string): Answer<OpenReports> =>
  ask({
    path: pathOf(placesPaths.openReports, {}, { region, cursor }),
    schema: openReportsResponseSchema,
    auth: true,
  })

export const decideReport = (
  id: string,
  decision: { accept: boolean; settled: boolean },
): Answer<ReportDecision> =>
  ask({
    path: pathOf(placesPaths.reportDecision, { id }),
    schema: reportDecisionSchema,
    auth: true,
    body: decision,
  })
