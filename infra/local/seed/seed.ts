/** What the local run begins with: what every domain shows of itself. Whatever is there already is left as it is. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type DomainName, domains } from '../../../functions/domains'
import { openObjects } from '../../../functions/shared/aws/objects'
import { clientDefaults, documentClient, openTable } from '../../../functions/shared/aws/table'
import * as z from '../../../functions/shared/zod'
import { localConfig } from '../../config'
import { bucketName } from '../../names'
import { clientConfig } from '../engine/engine'
import type { Demonstration, Seed } from './demonstration'
import { seedPeople } from './people'

const seedSchema = z.object({ seed: z.custom<Seed>((found) => typeof found === 'function') })

/** What `domains/<name>.ts` beside this file exports as `seed`; null: no such file, the domain has nothing of its own to show. */
const seedOf = async (name: string): Promise<Seed | null> => {
  const file = join(__dirname, 'domains', `${name}.ts`)
  return existsSync(file) ? z.parse(seedSchema, await import(file)).seed : null
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
    // In the order of the domains: what a later one shows may name what is there already.
    for (const { name } of domains.filter(({ name }) => shown === true || shown.includes(name))) {
      const seed = await seedOf(name)
      const did = await seed?.({ context, objects, secretOf, idOf })
      if (did !== undefined) summary.push(did)
    }
    return summary.join(', ')
  } finally {
    client.destroy()
  }
}
