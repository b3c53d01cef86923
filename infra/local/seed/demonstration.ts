import type { Table } from '../../../functions/shared/table'

export type Demonstration = {
  /** Of the domain itself. */
  table: Table
  /** Of any domain. */
  tableOf: (domain: string) => Table
  /** What a secret of the product holds. */
  secretOf: (name: string) => string
  /** Id of a demo person (infra/demo/people.ts). */
  idOf: (key: string) => string
}
/** Returns what it did, in words. It may be called again, also where it was cut off. */
export type Seed = (demonstration: Demonstration) => Promise<string>
