/** A printed code while it is typed: in groups of four as on the paper, forgiving what a hand does. Pure. */
import { alphabet, codeLength, readCode } from '@functions/points/rules/code'

export type TypedCode = {
  /** As shown in the field: `7K2M-9QXA-4T`. */
  shown: string
  /** The code to send; null while it is not one. */
  code: string | null
  /** How many are missing. Null: nothing to say. */
  hint: string | null
  /** Why it is none although twelve characters stand there. */
  error: string | null
}

/** From whatever was typed or pasted: small letters, blanks, dashes; O is 0, I and L are 1. */
export function typedCode(text: string): TypedCode {
  const characters = charactersOf(text)
  const kept = characters.slice(0, codeLength)
  const shown = kept.replace(/(.{4})(?=.)/g, '$1-')
  const code = readCode(kept)
  return {
    shown,
    code,
    ...(code ? { hint: '位数对了，可以提交。', error: null } : said(characters.length, text)),
  }
}

function charactersOf(text: string): string {
  const plain = text.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return [...plain].filter((character) => alphabet.includes(character)).join('')
}

function said(count: number, text: string): Pick<TypedCode, 'hint' | 'error'> {
  const wrong = (error: string) => ({ hint: null, error })
  if (/u/i.test(text.normalize('NFKC'))) return wrong('码里没有字母 U，看看是不是 V 或 0。')
  if (count > codeLength) return wrong(`多了 ${count - codeLength} 位，码只有 12 位。`)
  if (count === codeLength) return wrong('有一位不对。对照纸上再看一遍，可能看错了，或前后调换了。')
  return { hint: count === 0 ? null : `还差 ${codeLength - count} 位。`, error: null }
}
