import {
  addMonths,
  base32Typed,
  monthName,
  monthOf,
  orderTyped,
  personIdTyped,
  personNoTyped,
  typedDay,
  wholeNumber,
} from '@/desk/typed'
import { at } from '../places/builders'

it.each([
  ['120', 120],
  [' １２０ ', 120],
  ['1,200', 1200],
  ['+5', 5],
  ['-5', -5],
  ['−5', -5],
  ['', null],
  ['1.5', null],
  ['十', null],
  ['99999999999', null],
])('reads %j as %j', (text, number) => expect(wholeNumber(text)).toBe(number))

it.each([
  ['2026-03-05', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026.12.31', '2026-12-31'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['26-3-5', null],
  ['', null],
])('reads the day %j as %j', (text, day) => expect(typedDay(text)).toBe(day))

it('forgives what people do to a number while copying it', () => {
  expect(base32Typed(' 7k2m-9qxa ')).toBe('7K2M9QXA')
  expect(base32Typed('OIL')).toBe('011')
  expect(orderTyped('260304 7k2m9qxa4t')).toBe('260304-7K2M9QXA4T')
  expect(orderTyped('260304-7K2M9QXA4')).toBeNull()
  expect(personNoTyped('7k2m 9qxa')).toBe('7K2M9QXA')
  expect(personNoTyped('7k2m 9qx')).toBeNull()
  expect(personIdTyped('7K2M9QXA4T7K2M9QXA4T')).toBe('7k2m9qxa4t7k2m9qxa4t')
})

it('counts months over the turn of a year, by the calendar of China', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2025-12', 1)).toBe('2026-01')
  expect(addMonths('2026-03', -15)).toBe('2024-12')
  expect(monthName('2026-03')).toBe('2026年3月')
  expect(monthOf(at('2026-03-01 00:30'))).toBe('2026-03')
})
