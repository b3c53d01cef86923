import * as z from '@common/zod'
import { manyLines, oneLine } from '@contract/shared'
import fc from 'fast-check'
import { refusedAt } from '@/desk/refused'
import { manyLinesTyped, oneLineTyped } from '@/shared/components/field/typed'

it('names the field that the server refused at that field alone', () => {
  const failure = { code: 'invalid-request', field: 'outlets.3' } as const
  expect(refusedAt(failure, 'outlets')).toContain('改一改')
  expect(refusedAt(failure, 'name')).toBeNull()
  expect(refusedAt({ code: 'invalid-request' }, 'name')).toBeNull()
  expect(refusedAt({ code: 'sold-out', field: 'name' }, 'name')).toBeNull()
  expect(refusedAt(null, 'name')).toBeNull()
})

it('takes out of a pasted text what nobody sees, and leaves the rest', () => {
  expect(oneLineTyped('社区\t义诊\r\n现场\u202e\u0007')).toBe('社区 义诊 现场')
  expect(manyLinesTyped('一行\r\n二行\t\u2066三\u0000')).toBe('一行\n二行 三')
  expect(oneLineTyped('👨‍👩‍👧 20 分')).toBe('👨‍👩‍👧 20 分')
})

it('leaves nothing that the server refuses as hidden, whatever was pasted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (pasted) => {
      expect(z.string().check(oneLine).safeParse(oneLineTyped(pasted)).success).toBe(true)
      expect(z.string().check(manyLines).safeParse(manyLinesTyped(pasted)).success).toBe(true)
    }),
  )
})
