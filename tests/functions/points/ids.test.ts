import { codeHash, codeOf } from '../../../functions/points/rules/ids'
import { cityThingId, digestOf } from '../../../functions/shared/codes/ids'

/** Printed codes and stored ids are made again from these: another answer would disown all that there are. */
describe('what is made again from its secret', () => {
  const key = { text: '01900000-0000-7000-8000-000000000001', madeAt: Date.parse('2036-11-18T02:00:01Z') }

  it('is the id of a gift', () =>
    expect(cityThingId('secret', { what: 'gift', region: '320800', by: 'me', key })).toBe(
      '320800-fw279104he',
    ))

  it('is a printed code, and what is stored of it', () => {
    expect(codeOf('secret', 'b', 7)).toBe('6YCVQF0KDHW8')
    expect(codeHash('secret', 'ABC')).toBe('XQ26Z1HRBKQ56CYSR5X5MKY88Z')
  })

  it('is the digest of a request', () => expect(digestOf('secret', { a: 1 })).toBe('HY6FWRFFEVHRT02MT9XW'))
})
