/** The demo cities, loaded into an empty table through the same import as anyone's file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { importPlaces } from '../../../functions/places/import/import'
import { createPlacesStore } from '../../../functions/places/store'
import { clientDefaults, documentClient, openTable } from '../../../functions/shared/table'
import { clientConfig } from '../engine/engine'
import { Failure } from '../failure'

const cities = [
  { adcode: '320800', name: '淮安' },
  { adcode: '371600', name: '滨州' },
]

/** Loads both demo cities unless the table holds anything; returns what it did, in words. */
export const seedPlaces = async (endpoint: string, tableName: string): Promise<string> => {
  const client = new DynamoDBClient({ ...clientDefaults, ...clientConfig(endpoint) })
  try {
    const { Count } = await client.send(new ScanCommand({ TableName: tableName, Limit: 1 }))
    if (Count) return 'there already'
    const table = openTable({ name: tableName, client: documentClient(client) })
    const loaded: string[] = []
    for (const { adcode, name } of cities) {
      const report = await importPlaces({
        store: createPlacesStore(table, { clock: Date.now }),
        clock: Date.now,
        bytes: readFileSync(join(__dirname, '../../demo', `places-${adcode}.csv`)),
        format: 'csv',
        adcode,
        name,
        demo: true,
        strict: true,
      })
      if (!report.ok) throw new Failure(`The demo city ${name} cannot be loaded: ${report.error.details[0]}`)
      loaded.push(`${name} ${report.value.added}`)
    }
    return `loaded ${loaded.join(', ')} places`
  } finally {
    client.destroy()
  }
}
