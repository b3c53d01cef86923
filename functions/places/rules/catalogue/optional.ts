/**
 * The fields of a place that joined the catalogue after its `format` was fixed (contract/added-fields.ts). For one of the whole
 * city, give Region an optional field and name it in `headMask` (packed.ts). A build that does not know a column passes over
 * it, and what cannot be read of one is left out; the rest of the catalogue is read either way.
 *
 * In the document they stand under `optional`, each a list of `[position, value]` under the field's own name.
 */
import * as z from '../../../shared/zod'
import type { PlaceSummary } from '../../contract'
import { addedNames, addedSchema } from '../../contract/added-fields'

/** Of a place; a field it has no value for is absent. */
export type OptionalFields = z.infer<typeof addedSchema>
/** By name of the field. What this build does not know travels along. */
export const optionalColumnsSchema = z.catch(z.record(z.string(), z.unknown()), {})
type OptionalColumns = z.infer<typeof optionalColumnsSchema>

/** The names of all the columns this build writes: a document of another build may have others. */
export const optionalNames: readonly string[] = addedNames

export function writeOptional(places: readonly PlaceSummary[]): OptionalColumns {
  const columns = addedNames.map((name): [string, unknown[]] => [
    name,
    places.flatMap(({ [name]: value }, i) => (value === undefined ? [] : [[i, value]])),
  ])
  return Object.fromEntries(columns.filter(([, entries]) => entries.length > 0))
}

/** By position of the place; only places that have any. */
export function readOptional(columns: OptionalColumns, count: number): ReadonlyMap<number, OptionalFields> {
  const fields = new Map<number, OptionalFields>()
  for (const name of addedNames) {
    for (const [i, value] of entriesOf(columns[name])) {
      const read = i < count ? addedSchema.safeParse({ ...fields.get(i), [name]: value }) : null
      if (read?.success) fields.set(i, read.data)
    }
  }
  return fields
}

const columnSchema = z.array(z.tuple([z.int().check(z.minimum(0)), z.unknown()]))

function entriesOf(column: unknown): z.infer<typeof columnSchema> {
  const read = columnSchema.safeParse(column)
  return read.success ? read.data : []
}
