/** A printed code while it is typed: in groups of four as on the paper, forgiving what a hand does. Pure. */
import { alphabet, codeLength, readCode } from '@rules/points/code'

export type TypedCode = {
  /** As shown in the field: `7K2M-9QXA-4T`. */
  shown: string
  /** The code to send; null while it is not one. */
  code: string | null
  /** Why it is none although twelve characters stand there, or how many are missing. Null: nothing to say. */
  hint: string | null
}

/** From whatever was typed or pasted: small letters, blanks, dashes; O is 0, I and L are 1. */
export function typedCode(text: string): TypedCode {
  const characters = charactersOf(text)
  const kept = characters.slice(0, codeLength)
  const shown = kept.replace(/(.{4})(?=.)/g, '$1-')
  const code = readCode(kept)
  return { shown, code, hint: code ? null : hintOf(characters.length, text) }
}

function charactersOf(text: string): string {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return [...plain].filter((character) => alphabet.includes(character)).join('')
}

function hintOf(count: number, text: string): string | null {
  if (count === 0) return null
  if (/u/i.test(text.normalize('NFKC'))) return '码里没有字母 U，看看是不是 V 或 0。'
  if (count < codeLength) return `还差 ${codeLength - count} 位。`
  if (count > codeLength) return `多了 ${count - codeLength} 位，码只有 12 位。`
  return '有一位不对。对照着纸上再看一遍，可能是看错或调换了两位。'
}
