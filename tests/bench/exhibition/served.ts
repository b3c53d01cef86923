/** What the exhibition's function sends to whoever has nothing, and what it costs to tell whoever has it that nothing changed. */
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { gallerySchema, hallSchema } from '../../../functions/exhibition/contract'
import { bulletinHeadsKey, headsKey } from '../../../functions/exhibition/store/keys'
import { documentClient } from '../../../functions/shared/aws/table'
import { demoExhibition } from '../../../infra/demo/exhibition/exhibition'
import { demoPeople } from '../../../infra/demo/people'
import { localTemplate } from '../../../infra/local/builds/templates'
import { seed as seedExhibition } from '../../../infra/local/seed/domains/exhibition'
import { tablesOfDomain } from '../../support/engine/domain-engine'
import { openDatabase } from '../../support/engine/engine'
import { callerOf } from '../../support/worlds/api'
import { dataOn } from '../../support/worlds/context'
import { createObjects } from '../../support/worlds/objects'
import type { Bench } from '../bench'
import { kb, type Row, times } from '../harness'
import { type Cost, warmCost } from '../requests'
import { eventOf } from '../stage'
import { exhibitionOn } from './function'

const most = { hall: 10 * 1024, gallery: 20 * 1024, ratio: 1.3, readUnits: 0.5 }

type Served = Awaited<ReturnType<typeof settle>>

export async function servedRows(bench: Bench): Promise<Row[]> {
  bench.step('publish the exhibition of the demonstration')
  const served = await settle(bench)
  bench.step('ask for its documents')
  const rows = await sizeRows(served)
  const city = `/api/exhibition/${demoExhibition[0]?.adcode}`
  for (const { what, path, key } of [
    { what: 'hall', path: city, key: headsKey },
    { what: 'gallery', path: `${city}/galleries/history`, key: headsKey },
    { what: 'list of bulletins', path: `${city}/bulletins`, key: bulletinHeadsKey },
  ]) {
    bench.step(`ask again for the ${what}`)
    rows.push(costRow(what, await revalidation(served, path, key(demoExhibition[0]?.adcode ?? ''))))
  }
  return rows
}

async function settle({ stage }: Bench) {
  const { endpoint, client, meter } = await stage()
  const tables = openDatabase({ endpoint }, await localTemplate('data'), tablesOfDomain('exhibition'))
  await tables.clear()
  const idOf = (key: string) => `${demoPeople.findIndex((one) => one.key === key)}`.padStart(20, '0')
  const context = dataOn(tables)
  await seedExhibition({ context, objects: createObjects(), secretOf: () => '', idOf })
  // As on AWS, where requests are signed: a tenth of what one takes, and the yardstick pays it too.
  return { tables, client: documentClient(client), counted: meter }
}

const compressed = { 'accept-encoding': 'br' }

/** The largest of each kind in the cities of the demonstration, as they are sent. */
async function sizeRows({ tables, client }: Served): Promise<Row[]> {
  const { get } = callerOf(exhibitionOn(tables, client))
  const sizes: { hall: number[]; gallery: number[] } = { hall: [], gallery: [] }
  for (const { adcode } of demoExhibition) {
    const hall = await get(`/api/exhibition/${adcode}`, compressed)
    sizes.hall.push(hall.bytes.length)
    for (const { gallery } of hallSchema.parse(hall.json()).galleries) {
      const room = await get(`/api/exhibition/${adcode}/galleries/${gallery}`, compressed)
      gallerySchema.parse(room.json())
      sizes.gallery.push(room.bytes.length)
    }
  }
  return [
    sizeRow('hall, the index of a city', most.hall, sizes.hall),
    sizeRow('gallery with all its exhibits', most.gallery, sizes.gallery),
  ]
}

function sizeRow(what: string, limit: number, bytes: readonly number[]): Row {
  const largest = Math.max(...bytes)
  return {
    what: `exhibition: ${what}, brotli`,
    target: `≤ ${kb(limit)}`,
    measured: `${kb(largest)}, the largest of ${bytes.length}`,
    met: largest <= limit,
    values: { bytes: largest },
  }
}

/** Beside one eventually consistent GetItem of the item that answers it, in turns. */
async function revalidation(
  { tables, client, counted }: Served,
  path: string,
  Key: { PK: string; SK: string },
): Promise<Cost> {
  const api = exhibitionOn(tables, client)
  const { headers } = await api(eventOf(path, compressed))
  const known = { ...compressed, 'if-none-match': headers.etag ?? '' }
  const item = new GetCommand({ TableName: tables.tableNameOf('exhibition'), Key })
  const getItem = async () => {
    await client.send(item)
  }
  return warmCost(counted, { getItem }, () => api(eventOf(path, known)), 304)
}

function costRow(what: string, cost: Cost): Row {
  const { requests, readUnits, ratio } = cost
  return {
    what: `exhibition: 304 for the ${what}`,
    target: `1 request, ≤ ${most.readUnits} RCU, p50 ≤ ${most.ratio}× GetItem`,
    measured: `${requests} request, ${readUnits} RCU, ${times(ratio)}`,
    met: requests <= 1 && readUnits <= most.readUnits && ratio <= most.ratio,
    values: cost,
  }
}
