import type { DataContext } from '../../../functions/shared/aws/context'
import type { Objects } from '../../../functions/shared/aws/objects'

export type Demonstration = {
  /** With the table of any domain. */
  context: DataContext
  /** Those of the bucket of media. */
  objects: Objects
  /** What a secret of the product holds. */
  secretOf: (name: string) => string
  /** Id of a demo person (infra/demo/people.ts). */
  idOf: (key: string) => string
}
/** Returns what it did, in words. It may be called again, also where it was cut off. */
export type Seed = (demonstration: Demonstration) => Promise<string>
