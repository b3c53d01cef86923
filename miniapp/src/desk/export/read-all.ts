/** All pages of an export, one after the other, and the names of the persons in it. */
import { ok, type Result } from '@common/result'
import { maxResolved } from '@contract/identity'
import type { Failure } from '@/shared/api/request'
import { resolvePersons } from '../persons/api'
import { personText } from '../persons/text'
import { ownNames } from '../words'

/** Where the next page begins, and the export that it belongs to; nothing for the first. */
export type From = { export?: string; cursor?: string }
export type ExportPage<T> = { export: string; rows: readonly T[]; cursor: string | null }
export type LoadPage<T> = (from: From) => Promise<Result<ExportPage<T>, Failure>>

/** Nothing where a page is refused: half a list in a file would pass for the whole. */
export async function readAll<T>(
  load: LoadPage<T>,
  onRows: (count: number) => void,
): Promise<Result<T[], Failure>> {
  const rows: T[] = []
  let from: From | null = {}
  while (from) {
    const page: Result<ExportPage<T>, Failure> = await load(from)
    if (!page.ok) return page
    rows.push(...page.value.rows)
    onRows(rows.length)
    const { cursor } = page.value
    from = cursor === null ? null : { export: page.value.export, cursor }
  }
  return ok(rows)
}

/** By id; whoever is missing has left. */
export async function namesOf(
  region: string,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, string>, Failure>> {
  const all = [...new Set(ids)].filter((id) => !(id in ownNames))
  const names = new Map(Object.entries(ownNames))
  for (let at = 0; at < all.length; at += maxResolved) {
    const answer = await resolvePersons(region, { ids: all.slice(at, at + maxResolved) })
    if (!answer.ok) return answer
    for (const person of answer.value.persons) names.set(person.id, personText(person))
  }
  return ok(names)
}
