/** Money as an accountant of a centre types it: in ten thousand yuan. Pure. */

import { numberText } from '@/shared/blocks/words'
import { exactText } from '../../fund/money'

/** Fen; null for nothing; `wrong` for what is no amount, or one of less than a fen. */
export function fenTyped(text: string): number | null | 'wrong' {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '')
  if (plain === '') return null
  const found = /^(\d{1,8})(?:\.(\d{1,6}))?$/.exec(plain)
  if (!found) return 'wrong'
  const [, whole = '', fraction = ''] = found
  return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'))
}

/** As it is typed again. */
export const typedOf = (fen: number | null): string =>
  fen === null ? '' : exactText(fen).replaceAll(',', '')

/** `21,300,000 元`, to be checked beside what was typed. */
export function yuanText(text: string): string {
  const fen = fenTyped(text)
  return fen === null || fen === 'wrong' ? '单位：万元' : `等于 ${numberText(fen / 100)} 元`
}
