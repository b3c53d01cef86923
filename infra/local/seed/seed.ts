/** What the local run begins with: what every domain shows of itself. Whatever is there already is left as it is. */
import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type DomainName, domains } from '../../../functions/domains'
import { openObjects } from '../../../functions/shared/objects'
import { clientDefaults, documentClient, openTable } from '../../../functions/shared/table'
import { localConfig } from '../../config'
import { bucketName } from '../../names'
import { clientConfig } from '../engine/engine'
import type { Demonstration, Seed } from './demonstration'
import { seedExhibition } from './exhibition'
import { seedGifts } from './gifts'
import { seedPeople } from './people'
import { seedPlaces } from './places'

/** One for each domain; null: it has nothing to show. */
const seeds: Readonly<Record<DomainName, Seed | null>> = {
  places: ({ context }) => seedPlaces(context),
  // Before all others (below): they name people.
  identity: null,
  points: seedGifts,
  // What the gifts of points left in it.
  audit: null,
  // What waits is written with it.
  tasks: null,
  exhibition: seedExhibition,
  // Its pictures hang in the exhibition, and are there before it.
  media: null,
  meta: null,
}

export type Seeding = Pick<Demonstration, 'secretOf'> & {
  /** Of the database engine. */
  endpoint: string
  /** Where objects are. */
  objectsUrl: string
  /** By domain. */
  tableNames: Record<string, string>
}

/**
 * Returns what it did, in words.
 *
 * @param shown of the people and of these domains alone; of all where it is true or absent
 */
export const seedDemo = async (
  { endpoint, objectsUrl, tableNames, secretOf }: Seeding,
  shown: true | readonly DomainName[] = true,
): Promise<string> => {
  const client = new DynamoDBClient({ ...clientDefaults, ...clientConfig(endpoint) })
  try {
    const tableOf = (domain: string) =>
      openTable({ name: tableNames[domain] ?? domain, client: documentClient(client) })
    const context = { tableOf, clock: Date.now, random: randomBytes }
    const objects = openObjects(bucketName(localConfig, 'media'), clientConfig(objectsUrl))
    const people = await seedPeople(context)
    const idOf = (key: string) => {
      const person = people.get(key)
      if (!person) throw new Error(`there is no demo person ${key}`)
      return person.id
    }
    const summary = [`${people.size} people`]
    for (const { name } of domains.filter(({ name }) => shown === true || shown.includes(name))) {
      const did = await seeds[name]?.({ context, objects, secretOf, idOf })
      if (did !== undefined) summary.push(did)
    }
    return summary.join(', ')
  } finally {
    client.destroy()
  }
}
