/** What the home page and the page of one's own choose to show. */
import { latestProjects, lookedAfter, openFor } from '@/tabs/home/view'
import { favouritesOf } from '@/tabs/me/view'
import { aCatalogue, aPlace, at } from '../places/builders'

const aProject = (id: string, year: number, amount: number) =>
  aPlace({ id, kind: 'project', outletNo: null, project: { category: 'elderly', year, amount, purpose: '' } })

test('the latest projects come by year, then by amount', () => {
  const places = [
    aPlace(),
    aProject('320800-project-a', 2023, 900_000),
    aProject('320800-project-b', 2025, 100_000),
    aProject('320800-project-c', 2025, 800_000),
  ]
  expect(latestProjects(places, 2).map((place) => place.id)).toEqual(['320800-project-c', '320800-project-b'])
})

test('a station counts as looked after when anything there was verified within the days', () => {
  const station = (verifiedOn: string | null) =>
    aPlace({ roles: ['love-aid'], amenities: [{ amenity: 'water', verifiedOn }] })
  const outlet = aPlace({ amenities: [{ amenity: 'water', verifiedOn: '2026-03-04' }] })
  const places = [station('2026-03-04'), station('2026-02-25'), station('2026-02-24'), station(null), outlet]
  expect(lookedAfter(places, '2026-03-04', 7)).toBe(2)
})

test('a minor is shown the stations that help anyone, not where lottery is sold', () => {
  expect(openFor('minor').roles).toEqual(['love-aid'])
  expect(openFor('adult')).toEqual(openFor(null))
  expect(openFor('adult').kinds).not.toContain('project')
})

test('favourites keep their order, and those of another city are counted, not lost', () => {
  const near = aPlace({ id: '320800-1' })
  const far = aPlace({ id: '320800-2', lat: 33.7 })
  const city = aCatalogue([near, far])
  const now = at('2026-03-04 10:00')
  const { here, elsewhere } = favouritesOf(['320800-2', '371600-9', '320800-1'], city, near, now)
  expect(here.map((one) => one.place.id)).toEqual(['320800-2', '320800-1'])
  expect(here[1]).toMatchObject({ distance: 0, open: { state: 'open' } })
  expect(elsewhere).toBe(1)
})
