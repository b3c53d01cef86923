/** The counter's code of the day on a phone whose clock is off, with and without a network. */

import { keyOf } from '@common/codes/rolling-code'
import { counterDigits } from '@functions/points/rules/rolling-code'
import { createCodeCache, shownAt } from '@/counter/code/live'
import { aStorage, at } from '../places/builders'

const person = '00000000000000000001'
const place = '320800-32080290'
/** The server's noon; the phone's clock is ten minutes slow. */
const noon = at('2026-03-04 12:00')
const slow = noon - 10 * 60_000
const code = {
  place,
  day: '2026-03-04',
  key: 'c2VjcmV0LWtleS1vZi10aGUtZGF5LTAx',
  now: new Date(noon).toISOString(),
}

it('shows the digits of the server’s time, whatever the phone’s clock says', () => {
  const kept = createCodeCache(aStorage()).write(person, code, slow)
  const shown = shownAt(kept, slow)
  expect(shown?.digits).toBe(counterDigits(keyOf(code.key), noon))
  expect(shown?.digits).toMatch(/^\d{8}$/)
})

it('changes them every half minute and says how long they stay', () => {
  const kept = createCodeCache(aStorage()).write(person, code, noon)
  expect(shownAt(kept, noon)).toMatchObject({ seconds: 30, left: 1 })
  expect(shownAt(kept, noon + 15_000)).toMatchObject({ seconds: 15, left: 0.5 })
  expect(shownAt(kept, noon + 29_999)?.digits).toBe(shownAt(kept, noon)?.digits)
  expect(shownAt(kept, noon + 30_000)?.digits).not.toBe(shownAt(kept, noon)?.digits)
})

it('goes on without a network until midnight in China, and not a second longer', () => {
  const storage = aStorage()
  createCodeCache(storage).write(person, code, noon)
  const later = createCodeCache(storage).read(person, place, at('2026-03-04 23:59'))
  expect(later && shownAt(later, at('2026-03-04 23:59'))).not.toBeNull()
  expect(later && shownAt(later, at('2026-03-05 00:00'))).toBeNull()
  expect(createCodeCache(storage).read(person, place, at('2026-03-05 00:00'))).toBeNull()
})

it('is nobody else’s, and of no other counter', () => {
  const storage = aStorage()
  const keep = createCodeCache(storage)
  keep.write(person, code, noon)
  expect(keep.read(person, place, noon)).not.toBeNull()
  expect(keep.read('00000000000000000002', place, noon)).toBeNull()
  expect(keep.read(person, '320800-32080216', noon)).toBeNull()
})
