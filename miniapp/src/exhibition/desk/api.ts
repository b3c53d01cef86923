/** What the editor's desk asks the server. */

import { cityOf } from '@common/city-of'
import type { BodyOf } from '@common/declaration/endpoint'
import { ok, type Result } from '@common/result'
import type { BulletinCard } from '@functions/exhibition/contract/bulletins'
import { type EntryKind, type EntrySummary, entryKinds } from '@functions/exhibition/contract/entries'
import { bulletin, bulletinSearch, bulletins } from '@functions/exhibition/endpoints/bulletins'
import * as endpoints from '@functions/exhibition/endpoints/staff/entries'
import * as sheets from '@functions/exhibition/endpoints/staff/sheets'
import { call, type Failure } from '@/shared/api/request'

/** By kind, where what was not read yet begins; a kind that was read to its end has none. */
type Cursors = Partial<Record<EntryKind, string>>
/** `more`: there are others than these. `pages`: as far as they were read, of a kind. */
export type Entries = { entries: EntrySummary[]; more: boolean; cursors: Cursors; pages: number }

/** Of 30 each, of one kind. */
const pagesAtOnce = 10

/**
 * Everything of the city's hall: galleries, exhibits, bulletins, years of the fund.
 * @param pages as many of each kind, so that whoever looks again does not lose what they had read on to
 */
export const fetchEntries = (region: string, pages = pagesAtOnce) =>
  readKinds(
    region,
    entryKinds.map((kind) => [kind, undefined]),
    Math.max(pages, pagesAtOnce),
  )

/** What follows. */
export const nextEntries = (region: string, cursors: Cursors) =>
  readKinds(
    region,
    entryKinds.flatMap((kind): [EntryKind, string][] => {
      const cursor = cursors[kind]
      return cursor === undefined ? [] : [[kind, cursor]]
    }),
    pagesAtOnce,
  )

/** Each once, as it was read last. */
export function joinedEntries(before: Entries, next: Entries): Entries {
  const entries = [...new Map([...before.entries, ...next.entries].map((one) => [one.id, one])).values()]
  return { ...next, entries, pages: before.pages + next.pages }
}

async function readKinds(
  region: string,
  froms: readonly (readonly [kind: EntryKind, cursor: string | undefined])[],
  pages: number,
): Promise<Result<Entries, Failure>> {
  const read = await Promise.all(froms.map(([kind, cursor]) => entriesOf({ region, kind, cursor }, pages)))
  const all: Entries = { entries: [], more: false, cursors: {}, pages }
  for (const [at, answer] of read.entries()) {
    if (!answer.ok) return answer
    const { entries, cursor } = answer.value
    all.entries.push(...entries)
    const kind = froms[at]?.[0]
    if (kind !== undefined && cursor !== undefined) all.cursors[kind] = cursor
  }
  return ok({ ...all, more: Object.keys(all.cursors).length > 0 })
}

type From = { region: string; kind: EntryKind; cursor: string | undefined }
type Read = { entries: EntrySummary[]; cursor: string | undefined }

async function entriesOf(from: From, pages: number): Promise<Result<Read, Failure>> {
  const entries: EntrySummary[] = []
  let { cursor } = from
  for (let i = 0; i < pages; i++) {
    const answer = await call(endpoints.exhibitionEntries, { query: { ...from, cursor } })
    if (!answer.ok) return answer
    entries.push(...answer.value.entries)
    cursor = answer.value.cursor ?? undefined
    if (cursor === undefined) break
  }
  return ok({ entries, cursor })
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

export type PublicBulletin = Pick<BulletinCard, 'id' | 'title' | 'date' | 'category'>

/** Of the city, from the newest day on; of a search the best. */
export async function findBulletins(
  region: string,
  words: string,
): Promise<Result<PublicBulletin[], Failure>> {
  const params = { region }
  if (words === '') {
    const answer = await call(bulletins, { params })
    return answer.ok ? ok(answer.value.bulletins.slice(0, mostFound)) : answer
  }
  const answer = await call(bulletinSearch, { params, query: { q: words } })
  if (!answer.ok) return answer
  const found = answer.value.found.map(({ title, ...one }) => ({
    ...one,
    title: title.map(({ text }) => text).join(''),
  }))
  return ok(found.slice(0, mostFound))
}
const mostFound = 8

/** By id; null: it is not public. */
export async function fetchTitles(
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, string | null>, Failure>> {
  const titles = new Map<string, string | null>()
  const answers = await Promise.all(ids.map((id) => call(bulletin, { params: { region: cityOf(id), id } })))
  for (const [at, answer] of answers.entries()) {
    if (!answer.ok && answer.error.code !== 'unknown-bulletin') return answer
    titles.set(ids[at] ?? '', answer.ok ? answer.value.title : null)
  }
  return ok(titles)
}
