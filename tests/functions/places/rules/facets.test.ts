import fc from 'fast-check'
import { amenities, kinds, roles } from '../../../../functions/places/contract'
import { indexMatcher, matcher } from '../../../../functions/places/rules/filter'
import { buildIndex } from '../../../../functions/places/rules/nearby'
import { openAnswer } from '../../../../functions/places/rules/opening'
import { calendarFor } from '../../../../functions/places/service/catalogue/calendar'
import { manyPlaces } from '../../../support/samples/places'

const places = manyPlaces(300)
const index = buildIndex(places)
/** Weeks with a market closure, a public holiday, worked weekends and the start of winter in them. */
const calendar = calendarFor('2026-09-21')
const instants = fc.integer({
  min: Date.parse('2026-09-22T00:00:00+08:00'),
  max: Date.parse('2026-11-25T00:00:00+08:00'),
})
const subset = <T>(words: readonly T[], maxLength: number) => fc.subarray([...words], { maxLength })

test('a search by its columns finds exactly the places that the plain filter accepts', () => {
  fc.assert(
    fc.property(
      subset(kinds, 2),
      subset(roles, 1),
      subset(amenities, 2),
      fc.option(instants),
      instants,
      (wantedKinds, wantedRoles, wantedAmenities, openAt, now) => {
        const filter = { kinds: wantedKinds, roles: wantedRoles, amenities: wantedAmenities, openAt }
        const plain = matcher(filter, calendar, now)
        const quick = indexMatcher(index, filter, calendar, now)
        expect(places.filter((_, ordinal) => quick(ordinal)).map(({ id }) => id)).toEqual(
          places.filter(plain).map(({ id }) => id),
        )
      },
    ),
  )
})

test('an answer that was kept is the one that asking anew would give, at every minute of the weeks', () => {
  fc.assert(
    fc.property(
      fc.nat(places.length - 1),
      instants,
      fc.integer({ min: 0, max: 36 * 60 }),
      (at, first, minutes) => {
        const place = places[at]
        if (!place) throw new RangeError(`no place ${at}`)
        const later = first + minutes * 60_000
        openAnswer(place, calendar, first)
        expect(openAnswer(place, calendar, later)).toEqual(openAnswer(place, { ...calendar }, later))
      },
    ),
    { numRuns: 2_000 },
  )
})
