/** A places API on a real engine at a set time: what a test tells it stands in the table, what it logs can be read. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createPlacesApi } from '../../functions/places/api'
import type { PlaceSummary } from '../../functions/places/contract'
import { pinyinOf } from '../../functions/places/service/catalogue/pinyin'
import {
  createPlacesStore,
  createReviewStore,
  type PlacesStore,
  type ReportAwards,
  type ReportTasks,
} from '../../functions/places/store'
import { createLogger } from '../../functions/shared/logger'
import { err } from '../../functions/shared/result'
import { openTable } from '../../functions/shared/table'
import { type Caller, callerOf } from './api'
import type { TestDatabase } from './engine'
import { seeded } from './random'
import { type TestSessions, testSessions } from './sessions'

export type World = Caller & {
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
  /** Stands between the API and its store, to make happen what seldom does. */
  between?: (store: PlacesStore) => PlacesStore
  /** What accepted reports bring, and where decisions are recorded; nothing is in force or recorded if absent. */
  awards?: ReportAwards
  /** Where reports wait; nowhere if absent. */
  tasks?: ReportTasks
}

/** A Wednesday, ten in the morning in China. */
export const ordinaryDay = '2026-11-18T10:00:00+08:00'

export const createWorld = (database: TestDatabase, options: WorldOptions = {}): World => {
  const time = { now: Date.parse(options.at ?? ordinaryDay) }
  const logged: string[] = []
  const clock = () => time.now
  const bytes = seeded(1)
  const table = openTable({
    name: database.tableName,
    client: options.client ?? database.client(),
    sleep: async () => {},
  })
  const store = createPlacesStore(table, {
    clock,
    tasks: options.tasks,
    random: (n) => Uint8Array.from({ length: n }, () => bytes.between(0, 255)),
  })
  const seen = options.between?.(store) ?? store
  const sessions = testSessions({ clock })
  const review = createReviewStore(table, options.awards ?? noAwards, clock)
  const log = createLogger({ clock, write: (line) => logged.push(line) })
  const another = () =>
    callerOf(
      createPlacesApi({
        store: seen,
        review,
        sessions: sessions.reader,
        clock,
        log,
        originVerify: options.originVerify,
        capacity: options.capacity,
      }),
    )
  return { ...another(), store, time, logged, sessions, load: loader(database), another }
}

/** Where reports bring no points. */
export const noAwards: ReportAwards = {
  prepare: async () => err('rule-not-in-force'),
  record: () => [],
  end: () => [],
}

/** Loads without the faults that a test may have hung on its own client. */
const loader =
  (database: TestDatabase): World['load'] =>
  async (places, { adcode, name } = { adcode: '320800', name: '淮安' }) => {
    const store = createPlacesStore(database.table)
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
