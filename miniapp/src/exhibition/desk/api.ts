/** What the editor's desk asks the server. */
import type { BodyOf } from '@common/declaration/endpoint'
import { ok, type Result } from '@common/result'
import { type EntryKind, type EntrySummary, entryKinds } from '@functions/exhibition/contract/entries'
import * as endpoints from '@functions/exhibition/endpoints/staff/entries'
import * as sheets from '@functions/exhibition/endpoints/staff/sheets'
import { call, type Failure } from '@/shared/api/request'

/** `more`: there are others than these. */
export type Entries = { entries: EntrySummary[]; more: boolean }

/** Of 30 each. */
const mostPages = 10

/** Everything of the city's hall: exhibits and galleries. */
export async function fetchEntries(region: string): Promise<Result<Entries, Failure>> {
  const read = await Promise.all(entryKinds.map((kind) => entriesOf(region, kind)))
  const all: Entries = { entries: [], more: false }
  for (const answer of read) {
    if (!answer.ok) return answer
    all.entries.push(...answer.value.entries)
    all.more = all.more || answer.value.more
  }
  return ok(all)
}

async function entriesOf(region: string, kind: EntryKind): Promise<Result<Entries, Failure>> {
  const entries: EntrySummary[] = []
  let cursor: string | undefined
  for (let i = 0; i < mostPages; i++) {
    const answer = await call(endpoints.exhibitionEntries, { query: { region, kind, cursor } })
    if (!answer.ok) return answer
    entries.push(...answer.value.entries)
    cursor = answer.value.cursor ?? undefined
    if (cursor === undefined) break
  }
  return ok({ entries, more: cursor !== undefined })
}

export const fetchEntry = (id: string) => call(endpoints.exhibitionEntry, { params: { id } })

export const createEntry = (body: BodyOf<typeof endpoints.createEntry>, key: string) =>
  call(endpoints.createEntry, { body, key })

/** The revision lets a repetition do nothing. */
export const saveEntry = (id: string, body: BodyOf<typeof endpoints.saveEntry>) =>
  call(endpoints.saveEntry, { params: { id }, body })

export const submitEntry = (id: string, body: BodyOf<typeof endpoints.submitEntry>) =>
  call(endpoints.submitEntry, { params: { id }, body })

export const withdrawEntry = (id: string) => call(endpoints.withdrawEntry, { params: { id }, body: {} })

/** Newest first. */
export async function fetchVersions(id: string, cursor: string | undefined) {
  const answer = await call(endpoints.entryVersions, { params: { id }, query: { cursor } })
  return answer.ok ? ok({ items: answer.value.versions, cursor: answer.value.cursor }) : answer
}

/** The revision lets a repetition do nothing. */
export const restoreVersion = (id: string, body: BodyOf<typeof endpoints.restoreVersion>) =>
  call(endpoints.restoreVersion, { params: { id }, body })

export const fetchVersion = (id: string, version: number) =>
  call(endpoints.entryVersion, { params: { id, version: String(version) } })

export const approveEntry = (id: string, body: BodyOf<typeof endpoints.approveEntry>) =>
  call(endpoints.approveEntry, { params: { id }, body })

export const rescheduleEntry = (id: string, body: BodyOf<typeof endpoints.rescheduleEntry>) =>
  call(endpoints.rescheduleEntry, { params: { id }, body })

export const returnEntry = (id: string, body: BodyOf<typeof endpoints.returnEntry>) =>
  call(endpoints.returnEntry, { params: { id }, body })

/** Up to 500 texts are read or written. Milliseconds. */
const sheetPatience = { timeout: 30_000 }

export const checkSheet = (body: BodyOf<typeof sheets.checkSheet>) =>
  call(sheets.checkSheet, { body }, sheetPatience)

/** The plan lets a repetition do nothing. */
export const importSheet = (body: BodyOf<typeof sheets.importSheet>) =>
  call(sheets.importSheet, { body }, sheetPatience)

export const exportSheet = (body: BodyOf<typeof sheets.exportSheet>) =>
  call(sheets.exportSheet, { body }, sheetPatience)
