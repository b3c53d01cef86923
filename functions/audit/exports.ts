/** A list that leaves as a file: every page is on record, with the number of its rows, before it is given. */
import { base32 } from '../shared/base32'
import { cityOf } from '../shared/city-of'
import type { Failure } from '../shared/problems'
import { err, ok, type Result } from '../shared/result'
import type { Action } from './store/writes'

/** Rows of a page: 500 records of ordinary length are some 200 KB. */
export const rowsPerExportPage = 500

type Request = { region: string; export?: string }
type Exported<Name extends string> = {
  by: string
  action: Name
  /** What was exported, by field: which list, which month. */
  filter: Record<string, string>
  rows: number
}

export type ExportRecorder<Name extends string> = ReturnType<typeof exportRecorder<Name>>

/**
 * `open` names the export of a request: a new id for its first page, the given one for the others. `record` notes a page.
 */
export const exportRecorder = <Name extends string>(
  records: { record(action: Action<Name>): Promise<void> },
  random: (bytes: number) => Uint8Array,
) => ({
  open({ region, export: given }: Request): Result<string, Failure<never>> {
    if (given === undefined) return ok(`${region}-${base32(random(10), 10).toLowerCase()}`)
    return cityOf(given) === region ? ok(given) : err(notOfCity)
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

const notOfCity: Failure<never> = {
  code: 'invalid-request',
  errors: [{ field: 'export', message: 'is not one of this city' }],
}
