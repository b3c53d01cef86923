/** What the local run begins with: demo cities, people, gifts. Whatever is there already is left as it is. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientDefaults, documentClient, openTable } from '../../../functions/shared/table'
import { clientConfig } from '../engine/engine'
import { seedGifts } from './gifts'
import { seedPeople } from './people'
import { seedPlaces } from './places'

export type Seed = {
  /** Of the database engine. */
  endpoint: string
  /** By domain. */
  tableNames: Record<string, string>
  pointsSecret: string
}

/** Returns what it did, in words. */
export const seedDemo = async ({ endpoint, tableNames, pointsSecret }: Seed): Promise<string> => {
  const client = new DynamoDBClient({ ...clientDefaults, ...clientConfig(endpoint) })
  try {
    const table = (domain: string) =>
      openTable({ name: tableNames[domain] ?? domain, client: documentClient(client) })
    const places = await seedPlaces(table('places'))
    const people = await seedPeople(table('identity'))
    const idOf = (key: string) => {
      const person = people.get(key)
      if (!person) throw new Error(`there is no demo person ${key}`)
      return person.id
    }
    const gifts = await seedGifts({ table: table('points'), pointsSecret, idOf })
    return `${places}, ${people.size} people, ${gifts}`
  } finally {
    client.destroy()
  }
}
