/** What the local run begins with: demo cities, people, gifts. Whatever is there already is left as it is. */
import { seedPlaces } from './places'

export type Seed = {
  /** Of the database engine. */
  endpoint: string
  /** By domain. */
  tableNames: Record<string, string>
  pointsSecret: string
}

/** Returns what it did, in words. */
export const seedDemo = async ({ endpoint, tableNames }: Seed): Promise<string> =>
  seedPlaces(endpoint, tableNames.places ?? '')
