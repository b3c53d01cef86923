import type { PlaceSummary } from '@contract/places'
import { aidAnswer } from '@/places/pages/aid/answer'
import { aCatalogue, aPlace, at } from './builders'

const here = { lng: 119, lat: 33.6 }
const morning = at('2026-03-04 10:00')
const night = at('2026-03-04 23:00')

/** A love-aid station `km` east of where the person is. */
function station(name: string, km: number, overrides: Partial<PlaceSummary> = {}): PlaceSummary {
  const lng = Number((here.lng + km / 92.7).toFixed(6))
  return aPlace({ id: `320800-${name}`, name, lng, lat: here.lat, roles: ['love-aid'], ...overrides })
}
const found = (places: PlaceSummary[], now = morning) => {
  const { first, others, opensNext } = aidAnswer(aCatalogue(places), here, now)
  return {
    first: first?.place.name,
    others: others.map((one) => one.place.name),
    next: opensNext?.place.name,
  }
}

it('is the nearest station that is open, and then the next ones', () => {
  const shut = station('shut', 1, { hours: 'Mo-Su 18:00-20:00' })
  expect(found([station('far', 5), shut, station('near', 2), station('middle', 3)])).toEqual({
    first: 'near',
    others: ['middle', 'far'],
    next: undefined,
  })
})

it('leaves out places that help nobody in need', () => {
  const outlet = aPlace({ id: '320800-plain', lng: here.lng, lat: here.lat })
  expect(found([outlet, station('aid', 4)]).first).toBe('aid')
})

it('knows warm cabins in winter alone', () => {
  const cabin = station('cabin', 1, { roles: ['warm-cabin'] })
  expect(found([cabin, station('aid', 4)], at('2026-01-10 10:00')).first).toBe('cabin')
  expect(found([cabin, station('aid', 4)], at('2026-07-10 10:00')).first).toBe('aid')
})

it('does not send a person first to a door that others found locked', () => {
  const locked = station('locked', 1, { doubts: [{ fact: 'locked', since: '2026-03-01' }] })
  expect(found([locked, station('sure', 3)])).toMatchObject({ first: 'sure', others: ['locked'] })
  expect(found([locked]).first).toBe('locked')
})

it('tells of unknown hours after what is known to be open', () => {
  const unknown = station('unknown', 1, { hours: null })
  expect(found([unknown, station('open', 3)])).toMatchObject({ first: 'open', others: ['unknown'] })
})

it('names the one that opens first where none is open, and then the nearest others', () => {
  const early = station('early', 9, { hours: 'Mo-Su 06:00-20:00' })
  const unknown = station('unknown', 7, { hours: null })
  expect(found([unknown, station('near', 1), early], night)).toEqual({
    first: undefined,
    others: ['near', 'unknown'],
    next: 'early',
  })
})

it('names an open shelter where every station is shut, and not while one is open', () => {
  const shelter = station('shelter', 4, { kind: 'shelter', roles: [], hours: '24/7' })
  const places = [station('near', 1), station('far', 8), shelter]
  expect(found(places, night)).toEqual({ first: undefined, others: ['shelter', 'far'], next: 'near' })
  expect(found(places)).toEqual({ first: 'near', others: ['far'], next: undefined })
})

it('stays open through a market closure, which stops the selling and not the helping', () => {
  const calendar = {
    from: '2026-01-01',
    until: '2026-12-31',
    days: [{ date: '2026-03-04', type: 'market-closure' as const, name: '春节休市' }],
  }
  const answer = aidAnswer(aCatalogue([station('aid', 1)], { calendar }), here, morning)
  expect(answer.first?.open).toMatchObject({ state: 'open', salesPaused: true })
})

it('has no answer where a city has no station', () => {
  expect(found([aPlace()])).toEqual({ first: undefined, others: [], next: undefined })
})
