import { withCheck } from '@functions/points/rules/code'
import { typedCode } from '@/points/code-view'
import { isVisited, typedDigits } from '@/points/visit-view'
import { aPlace } from '../places/builders'

const code = withCheck('7K2M9QXA4T0')

describe('a printed code', () => {
  const grouped = (code.match(/.{4}/g) ?? []).join('-')

  it.each([
    ['as it is printed', grouped],
    ['in small letters', code.toLowerCase()],
    ['with blanks around and between', ` ${code.slice(0, 6)}  ${code.slice(6)}\n`],
    ['in full width', [...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')],
    ['with O for 0', code.replaceAll('0', 'o')],
  ])('is taken %s', (_, text) => {
    expect(typedCode(text)).toMatchObject({ shown: grouped, code, error: null })
  })

  it('is grouped while it is typed, with what is missing', () => {
    expect(typedCode('7k2m9')).toEqual({ shown: '7K2M-9', code: null, hint: '还差 7 位。', error: null })
    expect(typedCode('7K2M-').shown).toBe('7K2M')
    expect(typedCode('')).toEqual({ shown: '', code: null, hint: null, error: null })
  })

  it('tells a slip before it is sent, and costs no try', () => {
    const slipped = code.replace('K', 'M')
    expect(typedCode(slipped)).toMatchObject({ code: null, error: expect.stringContaining('有一位不对') })
    expect(typedCode(`7${code}`)).toMatchObject({ error: expect.stringContaining('多了 1 位') })
    expect(typedCode('7K2U').error).toContain('没有字母 U')
  })
})

it('takes eight digits however they are written', () => {
  expect(typedDigits('12 34-5678')).toEqual({ shown: '1234 5678', digits: '12345678' })
  expect(typedDigits('１２３４')).toEqual({ shown: '1234', digits: null })
  expect(typedDigits('123456789').digits).toBe('12345678')
})

it('counts a visit at love-aid and post stations alone', () => {
  expect(isVisited(aPlace({ roles: ['love-aid'] }), '2026-03-04')).toBe(true)
  expect(isVisited(aPlace({ roles: ['exemplary', 'post-station'] }), '2026-03-04')).toBe(true)
  expect(isVisited(aPlace({ roles: ['warm-cabin'] }), '2026-03-04')).toBe(false)
})
