/** What the server says of the demonstration city, for walks that look for the same on the phone. */
import { nearbyResponseSchema, regionsResponseSchema } from '../../functions/places/contract'
import { apiOrigin } from './built'
import type { Backend } from './harness/wx/network'

/** Name of the outlet nearest to the middle of the first city among those open `at` (ms). */
export async function nearestOutlet(backend: Backend, at: number): Promise<string> {
  const { regions } = regionsResponseSchema.parse(await get(backend, '/api/regions'))
  const [city] = regions
  if (city === undefined) throw new Error('the server knows no city')
  const { lng, lat } = city.centre
  const open = encodeURIComponent(new Date(at).toISOString())
  const query = `lng=${lng}&lat=${lat}&limit=1&kind=outlet&kind=hall&openAt=${open}`
  const [nearest] = nearbyResponseSchema.parse(await get(backend, `/api/places/nearby?${query}`)).places
  if (nearest === undefined) throw new Error(`no outlet of ${city.name} is open at ${open}`)
  return nearest.name
}

async function get(backend: Backend, target: string): Promise<unknown> {
  const answer = await backend({ url: apiOrigin + target, method: 'GET', headers: {}, body: undefined })
  return JSON.parse(Buffer.from(answer.body).toString('utf8'))
}
