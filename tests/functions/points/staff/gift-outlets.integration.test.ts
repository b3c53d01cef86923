/** A gift may name 200 outlets; looking whether they are there is a matter of a few requests, not of one for each. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createPlacesStore } from '../../../../functions/places'
import { withDomain } from '../../../support/engine/domain-engine'
import type { TestDatabase } from '../../../support/engine/engine'
import { buildPlace } from '../../../support/samples/places'
import { city, createPointsWorld, refusal } from '../../../support/worlds/points-world'
import { giftFields, newGift } from './kit'

const database = withDomain('points')
const many = Array.from({ length: 200 }, (_, i) => `${city}-3208${String(1000 + i)}`)

const settleOutlets = async ({ tableOf }: TestDatabase) => {
  const store = createPlacesStore({ tableOf, clock: Date.now })
  const region = await store.readRegion(city, { consistent: true })
  const upserts = many.map((id) => {
    const { doubts, ...place } = buildPlace({ id, outletNo: id.slice(7), roles: [] })
    return { ...place, demo: false }
  })
  const asked = { adcode: city, name: '淮安', region, places: [], upserts, deletes: [], pinyin: {} }
  const applied = await store.applyImport(asked)
  if (!applied.ok) throw new Error(`the import of the test was refused: ${applied.error}`)
}

/** Counts what is asked of the table of places. */
const counting = (client: DynamoDBDocumentClient, table: string): { asked: () => number } => {
  let asked = 0
  client.middlewareStack.add(
    (next) => async (args) => {
      if (JSON.stringify(args.input).includes(table)) asked++
      return next(args)
    },
    { step: 'initialize', name: 'testPlaces' },
  )
  return { asked: () => asked }
}

it('saving a gift with 200 outlets asks for them in two requests, each outlet once', async () => {
  const client = database.client()
  const world = await createPointsWorld(database, { client })
  await settleOutlets(database)
  const staff = world.staff('staff')
  const { asked } = counting(client, database.tableNameOf('places'))
  const gift = await newGift(world, staff, { outlets: [...many.slice(1), many[0], many[1]].slice(0, 200) })
  expect(asked()).toBe(2)
  // Those that stood there already are not looked for again.
  const change = { ...giftFields, isPublished: false, version: gift.version }
  const changed = await staff.put(`/api/staff/gifts/${gift.id}`, { ...change, outlets: many })
  expect(changed.status).toBe(200)
  expect(asked()).toBe(2)
})

it('one outlet that is not there among 200 refuses the gift', async () => {
  const world = await createPointsWorld(database)
  await settleOutlets(database)
  const outlets = [...many.slice(1), `${city}-99999999`]
  const body = { region: city, ...giftFields, outlets }
  const answer = await world.staff('staff').post('/api/staff/gifts', body, { key: world.key() })
  expect(refusal(answer)).toBe('404 unknown-outlet')
})
