import type { CellForm } from '@contract/places'
import { addedFacts, addedText } from '@/places/pages/detail/added-facts'
import { aPlace } from './builders'

test.each<[string, CellForm, unknown, string | null]>([
  ['a text as it is', { form: 'text', longest: 20 }, '中国银行旁', '中国银行旁'],
  ['yes as 有', { form: 'yes-no' }, true, '有'],
  ['no as 没有', { form: 'yes-no' }, false, '没有'],
  ['a word by its name', { form: 'word', words: { ramp: '坡道' } }, 'ramp', '坡道'],
  ['nothing for a word of a later server', { form: 'word', words: { ramp: '坡道' } }, 'lift', null],
  ['nothing for what is not known', { form: 'yes-no' }, undefined, null],
])('the detail page says %s', (_, form, value, text) => {
  expect(addedText(form, value)).toBe(text)
})

test('a place of which nothing is known beside the usual has no further rows', () => {
  expect(addedFacts(aPlace())).toEqual([])
})
