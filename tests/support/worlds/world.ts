/** A places API on a real engine at a set time: what a test tells it stands in the table, what it logs can be read. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createPlaceConfirming, createPlacesFunction, createPlacesStore } from '../../../functions/places'
import type { PlaceSummary } from '../../../functions/places/contract'
import { pinyinOf } from '../../../functions/places/service/catalogue/pinyin'
import type { PlacesStore } from '../../../functions/places/store'
import type { Table } from '../../../functions/shared/aws/table'
import type { TestDatabase } from '../engine/engine'
import { seeded } from '../samples/random'
import { type Caller, callerOf } from './api'
import { testContext } from './context'
import type { TestSessions } from './sessions'

export type World = Caller &
  ReturnType<typeof createPlaceConfirming> & {
    store: PlacesStore
    /** Ms since 1970; set it to let time pass. */
    time: { now: number }
    /** Every line logged. */
    logged: string[]
    /** Puts these places into the region, beside those it has. */
    load: (places: readonly PlaceSummary[], region?: { adcode: string; name: string }) => Promise<void>
    /** Signs tokens that the API takes. */
    sessions: TestSessions
    /** Another function of the same API: nothing in its memory. */
    another: () => Caller
  }
export type WorldOptions = {
  at?: string
  client?: DynamoDBDocumentClient
  originVerify?: string
  /** Compressed bytes of catalogues that each function may remember. */
  capacity?: number
  /** Stands between the function and a table, to make happen what seldom does. */
  between?: (table: Table, domain: string) => Table
}

/** A Wednesday, ten in the morning in China. */
export const ordinaryDay = '2026-11-18T10:00:00+08:00'

export const createWorld = (database: TestDatabase, options: WorldOptions = {}): World => {
  const { client = database.client(), originVerify, capacity, between = (table) => table } = options
  const time = { now: Date.parse(options.at ?? ordinaryDay) }
  const logged: string[] = []
  const bytes = seeded(1)
  const { context: given, sessions } = testContext(database, { clock: () => time.now, client, logged })
  const random = (n: number) => Uint8Array.from({ length: n }, () => bytes.between(0, 255))
  const context = { ...given, random, originVerify }
  const tableOf = (domain: string) => between(context.tableOf(domain), domain)
  const another = () => callerOf(createPlacesFunction({ ...context, tableOf }, { capacity }))
  return {
    ...another(),
    ...createPlaceConfirming(context),
    store: createPlacesStore(context),
    ...{ time, logged, sessions, load: loader(database), another },
  }
}

/** Loads without the faults that a test may have hung on its own client. */
const loader =
  (database: TestDatabase): World['load'] =>
  async (places, { adcode, name } = { adcode: '320800', name: '淮安' }) => {
    const store = createPlacesStore({ tableOf: database.tableOf, clock: Date.now })
    const region = await store.readRegion(adcode, { consistent: true })
    const content = await store.readContent(adcode)
    const texts = [...content.places, ...places].flatMap((place) => [
      place.name,
      place.district,
      place.address,
    ])
    const applied = await store.applyImport({
      adcode,
      name,
      region,
      places: content.places,
      upserts: places.map(({ doubts, ...place }) => ({ ...place, demo: false })),
      deletes: [],
      pinyin: pinyinOf(texts),
    })
    if (!applied.ok) throw new Error(`the import of the test was refused: ${applied.error}`)
  }
