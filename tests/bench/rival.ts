/**
 * The rival: dynamodb-geo 0.4.0, used as its readme shows, on the same client and engine as ours. It is installed on
 * demand into `.cache/`, without its peer (SDK v2, 100 MB): it only ever calls `query` and `batchWriteItem` on the client
 * it is given, so a few lines let it speak through SDK v3, which also spares the comparison a difference of SDKs.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type BatchWriteItemCommandInput,
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb'
import type { PlaceSummary, Point } from '../../functions/places/contract'

const version = '0.4.0'
const home = resolve(__dirname, '../../.cache/bench')
const tableName = 'rival'

/** The part of the SDK v2 client that the library calls. */
type ClientV2 = {
  query(input: QueryCommandInput): { promise(): Promise<unknown> }
  batchWriteItem(input: BatchWriteItemCommandInput): { promise(): Promise<unknown> }
}
type GeoPoint = { latitude: number; longitude: number }
type PutPoint = {
  RangeKeyValue: AttributeValue
  GeoPoint: GeoPoint
  PutItemInput: { Item: Record<string, AttributeValue> }
}
type Configuration = { hashKeyLength: number }
type Manager = {
  batchWritePoints(points: PutPoint[]): { promise(): Promise<unknown> }
  queryRadius(input: {
    RadiusInMeter: number
    CenterPoint: GeoPoint
  }): Promise<Record<string, AttributeValue>[]>
}
type Library = {
  GeoDataManagerConfiguration: new (client: ClientV2, table: string) => Configuration
  GeoDataManager: new (configuration: Configuration) => Manager
  GeoTableUtil: { getCreateTableRequest(configuration: Configuration): CreateTableCommandInput }
}

export type Rival = {
  load(places: readonly PlaceSummary[]): Promise<void>
  /** Ids of the places within `radius` metres, in no order: the library has no “nearest”. */
  within(point: Point, radius: number): Promise<string[]>
}

export async function startRival(client: DynamoDBClient, log: (step: string) => void): Promise<Rival> {
  const library = install(log)
  const configuration = new library.GeoDataManagerConfiguration(asV2(client), tableName)
  configuration.hashKeyLength = 3 // as in the readme's example
  await client.send(new CreateTableCommand(library.GeoTableUtil.getCreateTableRequest(configuration)))
  const manager = new library.GeoDataManager(configuration)
  return {
    async load(places) {
      for (let from = 0; from < places.length; from += 25) {
        await manager.batchWritePoints(places.slice(from, from + 25).map(putPoint)).promise()
      }
    },
    async within(point, radius) {
      const items = await manager.queryRadius({ RadiusInMeter: radius, CenterPoint: geoPoint(point) })
      return items.flatMap((item) => item.rangeKey?.S ?? [])
    },
  }
}

function install(log: (step: string) => void): Library {
  if (!existsSync(join(home, 'node_modules/dynamodb-geo/package.json'))) {
    log(`install dynamodb-geo ${version} into .cache/bench`)
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, name: 'fuyi-bench-rival' }))
    const quiet = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', ['install', '--prefix', home, '--save-exact', ...quiet, `dynamodb-geo@${version}`], {
      stdio: 'inherit',
    })
  }
  return createRequire(join(home, 'package.json'))('dynamodb-geo')
}

const asV2 = (client: DynamoDBClient): ClientV2 => ({
  query: (input) => ({ promise: () => client.send(new QueryCommand(input)) }),
  batchWriteItem: (input) => ({ promise: () => client.send(new BatchWriteItemCommand(input)) }),
})

const geoPoint = ({ lng, lat }: Point): GeoPoint => ({ latitude: lat, longitude: lng })

/** A list row's fields and no more, so that the library's items are as light as they can usefully be. */
const putPoint = (place: PlaceSummary): PutPoint => ({
  RangeKeyValue: { S: place.id },
  GeoPoint: geoPoint(place),
  PutItemInput: {
    Item: {
      name: { S: place.name },
      kind: { S: place.kind },
      roles: { S: place.roles.join('|') },
      district: { S: place.district },
      address: { S: place.address },
      hours: { S: place.hours ?? '' },
      phone: { S: place.phone ?? '' },
      amenities: { S: place.amenities.map(({ amenity }) => amenity).join('|') },
    },
  },
})
