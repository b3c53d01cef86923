/** Requests to the function, each with what it costs: counted in requests and read units, timed in turns with one GetItem. */
import type { Point } from '../../functions/places/contract'
import { race } from './harness'
import type { Bill, Meter } from './meter'
import { type Called, cataloguePath, type StagedCity } from './stage'

/**
 * `ratio`: the median as a multiple of the median of one GetItem, taken in turns. `ownMs`: processor time of the call beyond that of
 * the GetItem.
 */
export type Cost = Pick<Bill, 'requests' | 'readUnits'> & {
  ratio: number
  ownMs: number
  p50Ms: number
  getItemP50Ms: number
}

const rounds = 2_000
/** As many as it takes V8 to compile what a function runs all day. */
const warmUp = 4_000

/** What one more call costs when all before it were answered; throws where an answer is not `status`. */
export async function warmCost(
  meter: Meter,
  { getItem }: Pick<StagedCity, 'getItem'>,
  call: (round: number) => ReturnType<Called>,
  status: number,
): Promise<Cost> {
  await expectStatus(call(0), status)
  meter.take()
  await expectStatus(call(1), status)
  const { requests, readUnits } = meter.take()
  const timed = await race(
    { call: (round) => expectStatus(call(round), status), getItem },
    { rounds, warmUp },
  )
  meter.take()
  return {
    requests,
    readUnits,
    ratio: timed.ratio('call', 'getItem'),
    ownMs: timed.processor('call') - timed.processor('getItem'),
    p50Ms: timed.p50('call'),
    getItemP50Ms: timed.p50('getItem'),
  }
}

export async function revalidation(meter: Meter, city: StagedCity): Promise<Cost> {
  const called = city.startFunction()
  const { headers } = await called(cataloguePath)
  const ifNoneMatch = { 'if-none-match': headers.etag ?? '' }
  return warmCost(meter, city, () => called(cataloguePath, ifNoneMatch), 304)
}

export async function nearbyWarm(meter: Meter, city: StagedCity, points: readonly Point[]): Promise<Cost> {
  const called = city.startFunction()
  return warmCost(meter, city, (round) => called(nearbyPath(points, round)), 200)
}

export async function placeWarm(meter: Meter, city: StagedCity): Promise<Cost> {
  const called = city.startFunction()
  const path = (round: number) => `/api/places/${city.places[(round * 7) % city.places.length]?.id}`
  return warmCost(meter, city, (round) => called(path(round)), 200)
}

/** The first catalogue of a function that just started; another one packed the same version before. */
export async function coldCatalogue(meter: Meter, city: StagedCity): Promise<Bill & { bytes: number }> {
  await expectStatus(city.startFunction()(cataloguePath), 200)
  meter.take()
  const { body } = await expectStatus(city.startFunction()(cataloguePath), 200)
  return { ...meter.take(), bytes: Buffer.from(body, 'base64').byteLength }
}

export const nearbyPath = (points: readonly Point[], round: number, limit = 20): string => {
  const { lng, lat } = points[round % points.length] ?? { lng: 0, lat: 0 }
  return `/api/places/nearby?lng=${lng.toFixed(6)}&lat=${lat.toFixed(6)}&limit=${limit}`
}

async function expectStatus(answer: ReturnType<Called>, status: number): ReturnType<Called> {
  const result = await answer
  if (result.statusCode !== status)
    throw new Error(`answered ${result.statusCode}, not ${status}: ${result.body}`)
  return result
}
