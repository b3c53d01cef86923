/**
 * Where the server's figures are measured: a real engine, a table of the synthesized template for each city, and the
 * function's own handler, called with the events that API Gateway sends. Everything goes through one metered client.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { createPlacesFunction, createPlacesStore } from '../../functions/places'
import type { PlaceSummary } from '../../functions/places/contract'
import { pinyinOf } from '../../functions/places/service/catalogue/pinyin'
import type { PlacesStore } from '../../functions/places/store'
import { createLogger } from '../../functions/shared/aws/logger'
import { clientDefaults, documentClient } from '../../functions/shared/aws/table'
import { originVerifyHeader } from '../../functions/shared/http/edge'
import type { GatewayResult } from '../../functions/shared/http/lambda'
import { localTemplate } from '../../infra/local/builds/templates'
import { type Engine, localCredentials, localRegion, startEngine } from '../../infra/local/engine/engine'
import { createTables } from '../../infra/local/engine/tables'
import { renamed } from '../support/engine/engine'
import { type Tables, testContext } from '../support/worlds/context'
import { type Meter, meter } from './meter'

export const adcode = '320800'
export const cataloguePath = `/api/regions/${adcode}/places`

/** A function with a memory of its own; a fresh one is cold. */
export type Called = (path: string, headers?: Record<string, string>) => Promise<GatewayResult>

/** A table with one city in it. */
export type StagedCity = {
  places: PlaceSummary[]
  startFunction(): Called
  /** The yardstick: one eventually consistent GetItem of the region's head, of half a unit. */
  getItem(): Promise<void>
}

export type Stage = {
  endpoint: string
  client: DynamoDBClient
  meter: Meter
  /** A table of places of that name; the figures ask no other. */
  emptyTables(name: string): Promise<Tables>
  /** Fills a table of its own; the same name is filled once. */
  city(name: string, fill: (store: PlacesStore) => Promise<void>): Promise<StagedCity>
  stop(): Promise<void>
}

export async function openStage(clock: () => number): Promise<Stage> {
  const engine: Engine = await startEngine()
  const { endpoint } = engine
  const client = new DynamoDBClient({
    ...clientDefaults,
    endpoint,
    region: localRegion,
    credentials: localCredentials,
  })
  const documents = documentClient(client)
  const cities = new Map<string, Promise<StagedCity>>()
  const emptyTables = async (name: string): Promise<Tables> => {
    await createTables(renamed(await localTemplate('data'), { places: name }), client)
    return {
      tableNameOf: (domain) => (domain === 'places' ? name : `${name}-${domain}`),
      client: () => documents,
    }
  }
  const fillTable = async (name: string, fill: (store: PlacesStore) => Promise<void>) => {
    const tables = await emptyTables(name)
    await fill(createPlacesStore(testContext(tables, { clock }).context))
    return stagedCity(tables, clock)
  }
  return {
    endpoint,
    client,
    meter: meter(client),
    emptyTables,
    city(name, fill) {
      const city = cities.get(name) ?? fillTable(name, fill)
      cities.set(name, city)
      return city
    },
    stop: engine.stop,
  }
}

/** A city's places written as an import writes them. */
export const fillWith =
  (places: readonly PlaceSummary[]) =>
  async (store: PlacesStore): Promise<void> => {
    const outcome = await store.applyImport({
      adcode,
      name: '淮安',
      region: null,
      places: [],
      upserts: places.map(({ doubts: _, ...place }) => ({ ...place, demo: true })),
      deletes: [],
      pinyin: pinyinOf(places.flatMap(({ name, district, address }) => [name, district, address])),
    })
    if (!outcome.ok) throw new Error(`the city could not be written: ${outcome.error}`)
  }

async function stagedCity(tables: Tables, clock: () => number): Promise<StagedCity> {
  const { context } = testContext(tables, { clock })
  const client = tables.client()
  const head = new GetCommand({ TableName: tables.tableNameOf('places'), Key: { PK: 'REGIONS', SK: adcode } })
  return {
    places: (await createPlacesStore(context).readContent(adcode)).places,
    startFunction() {
      // The log is written as in production and thrown away here: a terminal would be slower than a pipe.
      const log = createLogger({ clock, write: () => {} })
      const api = createPlacesFunction({ ...context, log })
      return (path, headers = {}) => api(eventOf(path, headers))
    },
    async getItem() {
      await client.send(head)
    },
  }
}

/** The secret by which the functions that are measured know CloudFront. */
export const originVerify = 'bench'

/** What API Gateway sends for a request that came through CloudFront. */
export function eventOf(
  address: string,
  headers: Record<string, string>,
  { method = 'GET', body }: { method?: string; body?: string } = {},
) {
  const [rawPath, rawQueryString = ''] = address.split('?')
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers: {
      host: 'localhost',
      'accept-encoding': 'br, gzip',
      [originVerifyHeader]: originVerify,
      ...headers,
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
    requestContext: { requestId: 'bench', http: { method, sourceIp: '203.0.113.7' } },
  }
}
