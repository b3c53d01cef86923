/** A list that leaves as a file: every page is on record, with the number of its rows, before it is given. */
import { createHash } from 'node:crypto'
import { cityOf } from '../shared/city-of'
import { base32 } from '../shared/codes/base32'
import type { Failure } from '../shared/http/problems'
import { err, ok, type Result } from '../shared/result'
import type { Action } from './store/writes'

/** Rows of a page: 500 records of ordinary length are some 200 KB. */
export const rowsPerExportPage = 500

type Request = { region: string; export?: string }
type Export = {
  by: string
  /** What is exported, by field: which list, which month. */
  filter: Record<string, string>
}
type Exported<Name extends string> = Export & { action: Name; rows: number }

export type ExportRecorder<Name extends string> = ReturnType<typeof exportRecorder<Name>>

/**
 * `open` names the export of a request: a new id for its first page, the given one for the others, if it is of this person
 * and this list. `record` notes a page.
 */
export const exportRecorder = <Name extends string>(
  records: { record(action: Action<Name>): Promise<void> },
  random: (bytes: number) => Uint8Array,
) => ({
  open({ region, export: given }: Request, request: Export): Result<string, Failure<never>> {
    if (given === undefined) return ok(exportId(region, request, base32(random(half), half).toLowerCase()))
    const start = given.slice(-2 * half, -half)
    return cityOf(given) === region && given === exportId(region, request, start)
      ? ok(given)
      : err(notOfExport)
  },

  record(id: string, { filter, rows, ...action }: Exported<Name>): Promise<void> {
    const changes = Object.entries({ ...filter, rows: String(rows) }).map(([field, after]) => ({
      field,
      before: '',
      after,
    }))
    return records.record({ ...action, region: cityOf(id), subject: id, changes })
  },
})

/** Characters of an id that are random; as many tell whose it is. */
const half = 5

/** The request alone decides whose it is, so that no page is put on record as one of somebody else's file. */
const exportId = (region: string, { by, filter }: Export, start: string): string => {
  const text = JSON.stringify([region, by, Object.entries(filter).sort(), start])
  const digest = createHash('sha256').update(text).digest()
  return `${region}-${start}${base32(digest, half).toLowerCase()}`
}

const notOfExport: Failure<never> = {
  code: 'invalid-request',
  errors: [{ field: 'export', message: 'is not one of this person, city and list' }],
}
