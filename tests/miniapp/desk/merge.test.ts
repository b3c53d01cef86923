import fc from 'fast-check'
import { changedFields, merge } from '@/desk/merge'

const base = { name: '杂粮礼包', price: '120', about: '五谷' }

it('takes what only the other changed, and keeps what only I changed', () => {
  const { value, clashes, taken } = merge(base, { ...base, price: '100' }, { ...base, about: '六谷' })
  expect(value).toEqual({ name: '杂粮礼包', price: '100', about: '六谷' })
  expect(taken).toEqual(['about'])
  expect(clashes).toEqual([])
})

it('asks where both changed the same, and keeps mine until somebody has chosen', () => {
  const { value, clashes } = merge(base, { ...base, price: '100' }, { ...base, price: '90' })
  expect(value.price).toBe('100')
  expect(clashes).toEqual([{ field: 'price', mine: '100', theirs: '90' }])
})

it('sees no clash where both wrote the same', () => {
  expect(merge(base, { ...base, price: '90' }, { ...base, price: '90' }).clashes).toEqual([])
})

it('compares lists by what they hold', () => {
  const lists = { outlets: ['a', 'b'] }
  expect(changedFields(lists, { outlets: ['a', 'b'] })).toEqual([])
  expect(changedFields(lists, { outlets: ['a'] })).toEqual(['outlets'])
})

it('loses nothing: every value that anybody changed is in the result or shown as a clash', () => {
  const record = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) })
  fc.assert(
    fc.property(record, record, record, (base, mine, theirs) => {
      const { value, clashes } = merge(base, mine, theirs)
      for (const field of ['a', 'b', 'c'] as const) {
        const clash = clashes.find((one) => one.field === field)
        const shown = [value[field], clash?.theirs]
        if (mine[field] !== base[field]) expect(shown).toContain(mine[field])
        if (theirs[field] !== base[field]) expect(shown).toContain(theirs[field])
      }
    }),
  )
})
