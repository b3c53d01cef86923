import fc from 'fast-check'
import { JsonText } from '../../../functions/shared/http/json-text'

const object = (name: string) => fc.dictionary(fc.constant(name), fc.jsonValue(), { minKeys: 1 })

describe('JSON put together from what is written already', () => {
  it('says what the whole would say', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(object('a'), object('b"\\'))), fc.string(), (pairs, name) => {
        const items = pairs.map(([a, b]) => JsonText.merge(JsonText.of(a), JsonText.of(b)))
        const whole = { [name]: pairs.map(([a, b]) => ({ ...a, ...b })) }
        expect(JsonText.field(name, JsonText.list(items)).text).toBe(JSON.stringify(whole))
      }),
    )
  })

  it('writes a whole number as JSON does', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(JsonText.whole('distance', n).text).toBe(JSON.stringify({ distance: n }))
      }),
    )
  })
})
