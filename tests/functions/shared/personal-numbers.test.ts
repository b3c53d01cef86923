/** What is found in free text, and what must not be taken for it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { personalNumberIn } from '../../../functions/shared/personal-numbers'

const kindIn = (text: string) => personalNumberIn(text)?.kind ?? null

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)

const wideDigits = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
const inChinese = (text: string) =>
  text.replace(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)))
const grouped =
  (mark: string) =>
  (text: string): string =>
    [text.slice(0, 3), text.slice(3, 7), text.slice(7)].join(mark)
const ways = [
  (text: string) => text,
  grouped(' '),
  grouped('-'),
  grouped('－'),
  grouped(' - '),
  (text: string) => Array.from(text).join(' '),
  (text: string) => `+86 ${text}`,
  (text: string) => `86${text}`,
  wideDigits,
  inChinese,
]
const around = fc.constantFrom(
  (text: string) => text,
  (text: string) => `请打${text}找王姐`,
  (text: string) => `电话：${text}。`,
  (text: string) => `微信同号tel${text}`,
  (text: string) => `周一${text}，周二不在`,
  (text: string) => `（${text}）`,
)

const checkDigit = (text: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, i) => all + weight * Number(text.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11)
}
const born = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2015-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const idNumber = fc
  .tuple(fc.constantFrom('320803', '371602', '110105', '650102'), born, digits(3))
  .map((parts) => parts.join(''))
  .map((text) => text + checkDigit(text))
const luhn = (text: string) => {
  const sum = Array.from(text)
    .reverse()
    .reduce((all, digit, i) => {
      const twice = Number(digit) * (i % 2 === 0 ? 2 : 1)
      return all + (twice > 9 ? twice - 9 : twice)
    }, 0)
  return String((10 - (sum % 10)) % 10)
}
const card = fc
  .integer({ min: 12, max: 18 })
  .chain((length) => fc.tuple(fc.integer({ min: 3, max: 9 }), digits(length - 1)))
  .map((parts) => parts.join(''))
  .map((text) => text + luhn(text))
  // Eighteen digits that begin with 5 or 9 may be a credit code, which is no card's.
  .filter((text) => !/^[59]\d{17}$/.test(text))

describe('a number that leads to a person', () => {
  it('is a mobile’s, however it is written and whatever stands around it', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...ways), around, (number, way, text) => {
        expect(kindIn(text(way(number)))).toBe('telephone')
      }),
    )
  })

  it.each([
    '0517-83901234',
    '0517 8390123',
    '(0517)83901234',
    '（0543）3162345',
    '010-62345678',
    '02583901234',
  ])('is that of a landline with its area code: %s', (number) => {
    expect(kindIn(`店里${number}没人接`)).toBe('telephone')
  })

  it('is an identity card’s, where its day and its check digit are right', () => {
    fc.assert(
      fc.property(
        idNumber,
        fc.constantFrom((text: string) => text, wideDigits),
        (number, way) => {
          expect(kindIn(`身份证${way(number)}，本人`)).not.toBeNull()
          expect(personalNumberIn(way(number), ['id-number'])?.found).toBe(way(number))
        },
      ),
    )
  })

  it('is not one with another check digit', () => {
    fc.assert(
      fc.property(idNumber, (number) => {
        const wrong = number.endsWith('7') ? '8' : '7'
        expect(personalNumberIn(`${number.slice(0, 17)}${wrong}`, ['id-number'])).toBeNull()
      }),
    )
  })

  it.each(['37160219400430983X', '110105193005273187'])(
    'is an identity card’s also where it could be a bank card’s or a credit code: %s',
    (number) => {
      expect(personalNumberIn(number)).toEqual({ kind: 'id-number', found: number })
    },
  )

  it('is one of the old identity cards of 15 digits', () => {
    expect(kindIn('320802700114321')).toBe('id-number')
    expect(kindIn('320802701314321')).not.toBe('id-number')
  })

  it('is a bank card’s by its check digit, in one or in fours', () => {
    fc.assert(
      fc.property(card, fc.boolean(), (number, inFours) => {
        const written = inFours ? (number.match(/.{1,4}/g) ?? []).join(' ') : number
        expect(personalNumberIn(written, ['telephone', 'id-number', 'bank-card'])).not.toBeNull()
      }),
    )
  })

  it('is shown as it was written, so that one finds it', () => {
    expect(personalNumberIn('找王姐 １３８-0013 8000 就行')).toEqual({
      kind: 'telephone',
      found: '１３８-0013 8000',
    })
    expect(personalNumberIn('一三八零零一三八零零零')?.found).toBe('一三八零零一三八零零零')
  })
})

const day = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const crockford = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 10, maxLength: 10 })
  .map((all) => all.join(''))
const order = fc.tuple(day, crockford).map(([at, rest]) => `${at.slice(2, 10).replaceAll('-', '')}-${rest}`)
const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '12', '52', '11'),
    fc.constantFrom('320800', '371602', '320812', '110105'),
    fc.array(fc.constantFrom(...codeAlphabet), { minLength: 9, maxLength: 9 }).map((all) => all.join('')),
  )
  .map((parts) => parts.join(''))
  .map((text) => {
    const sum = Array.from(text).reduce((all, one, i) => all + codeAlphabet.indexOf(one) * (3 ** i % 31), 0)
    return text + codeAlphabet.charAt((31 - (sum % 31)) % 31)
  })
const harmless = {
  'an order’s number': order.map((number) => `兑换单${number}没有领到`),
  'a day': day.map((at) => `${at.slice(0, 10)}起，到${at.slice(0, 10).replaceAll('-', '/')}`),
  'a day with its time': day.map((at) => `${at.slice(0, 10)} ${at.slice(11, 16)}至18:30`),
  'a day and its time without marks': day.map((at) => at.slice(0, 19).replace(/\D/g, '')),
  'an amount': fc
    .integer({ min: 0, max: 100_000_000 })
    .map((fen) => `补记${(fen / 100).toFixed(2)}元，${fen}分，${fen}-${fen + 50}分`),
  'a credit code': creditCode.map((code) => `统一社会信用代码${code}`),
  'a hotline': fc
    .tuple(fc.constantFrom('12345', '12315', '110', '95566', '400-822-0000', '4008220000', '800 810 1234'))
    .map(([number]) => `打${number}`),
  'an outlet’s number': digits(4).map((rest) => `网点3208${rest}，3208${rest}旁边`),
  'a batch’s or gift’s id': digits(6).map((rest) => `320800-${rest}abcd`),
  'what is said in Chinese numerals': fc.constantFrom(
    '二〇二六年十一月二十八日',
    '一天两次，三五个人',
    '七八十件',
  ),
}

it('is looked for with no lookbehind, which old phones refuse to read with the whole program', () => {
  const source = readFileSync(join(__dirname, '../../../functions/shared/personal-numbers.ts'), 'utf8')
  expect(source).not.toMatch(/\(\?<[!=]/)
})

describe('a number that leads to nobody', () => {
  it.each(Object.entries(harmless))('is %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(personalNumberIn(text)).toBeNull()
      }),
    )
  })
})
