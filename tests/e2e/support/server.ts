/** What the tests know from the server itself, to hold the screens against. Nothing here goes through a browser. */
import { request as httpRequest } from 'node:http'
import {
  nearbyResponseSchema,
  type PlaceSummary,
  type Point,
  placeResponseSchema,
  regionsResponseSchema,
  reportResponseSchema,
} from '../../../functions/places/contract'
import {
  type Catalogue,
  packedCatalogueSchema,
  unpackCatalogue,
} from '../../../functions/places/rules/catalogue'
import { addDays, dayOf, startOfDay, weekdayOf } from '../../../functions/shared/day'
import type * as z from '../../../functions/shared/zod'

export const huaian = '320800'
export const binzhou = '371600'

/** Of the stack that setup.ts started, e.g. `http://localhost:32839`. */
export function origin(): string {
  const url = process.env.E2E_URL
  if (!url) throw new Error('E2E_URL is not set: run these tests with --config tests/jest.config.cjs')
  return url
}

export async function get<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
  const response = await fetch(origin() + path)
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${await response.text()}`)
  return schema.parse(await response.json())
}

export async function region(adcode: string) {
  const { regions } = await get('/api/regions', regionsResponseSchema)
  const found = regions.find((one) => one.adcode === adcode)
  if (!found) throw new Error(`the stack has no region ${adcode}`)
  return found
}

export async function catalogue(adcode = huaian): Promise<Catalogue> {
  return unpackCatalogue(await get(`/api/regions/${adcode}/places`, packedCatalogueSchema))
}

export const place = (id: string) => get(`/api/places/${id}`, placeResponseSchema)

/** The server's own nearest, which is exact. */
export async function nearby(from: Point, query: string) {
  const asked = `/api/places/nearby?lng=${from.lng}&lat=${from.lat}&${query}`
  return (await get(asked, nearbyResponseSchema)).places
}

/** Half past ten (ms) on the first plain working day from today on, so that most doors are open. */
export function ordinaryMorning({ calendar }: Catalogue): number {
  let day = dayOf(Date.now())
  while (weekdayOf(day) > 3 || calendar.days.some(({ date }) => date === day)) day = addDays(day, 1)
  if (day > calendar.until) throw new Error('the calendar knows no ordinary day')
  return startOfDay(day) + 10.5 * 3_600_000
}

/** The first place that is so; the tests fail with `what` where the demo data have none. */
export function placeThat(
  { places }: Pick<Catalogue, 'places'>,
  what: string,
  is: (place: PlaceSummary) => boolean,
): PlaceSummary {
  const found = places.find(is)
  if (!found) throw new Error(`the demo city has no ${what}`)
  return found
}

/** Reports as somebody at another network address of this machine, e.g. `127.0.0.2`. */
export function reportFrom(address: string, id: string, body: { fact: string }) {
  const { hostname, port } = new URL(origin())
  const text = JSON.stringify(body)
  return new Promise<z.infer<typeof reportResponseSchema>>((done, fail) => {
    const request = httpRequest(
      {
        host: hostname === 'localhost' ? '127.0.0.1' : hostname,
        port,
        localAddress: address,
        method: 'POST',
        path: `/api/places/${id}/reports`,
        headers: { 'content-type': 'application/json' },
      },
      async (response) => {
        let answer = ''
        for await (const chunk of response) answer += chunk
        const parsed = reportResponseSchema.safeParse(JSON.parse(answer))
        if (parsed.success) done(parsed.data)
        else fail(new Error(`POST from ${address} answered ${response.statusCode}: ${answer}`))
      },
    )
    request.once('error', fail)
    request.end(text)
  })
}
