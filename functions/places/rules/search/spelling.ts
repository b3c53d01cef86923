/**
 * Where a text can be read as it was typed: in latin letters, by initials, or in other characters of the same sound.
 *
 * A character may be read in several ways, so a text is no one string of letters that `indexOf` could search. Instead each
 * character says how far it carries what was typed; a text that carries it to its end is a hit.
 */

import { type Alphabet, type Letter, type Letters, lineEnd } from './alphabet'
import { readingsOf } from './readings'
import { lineAt } from './text'

/** Places of what was typed at which one may be after a letter that meets it at `at`; its length is its end. */
type Steps = (letter: Letter, sounds: readonly string[], typed: string, at: number) => number[]

export type Manner = {
  steps: Steps
  /** Whether how a letter is read between its neighbours makes a hit better. */
  reads: boolean
}

const itself: Steps = ({ simple }, _, typed, at) => (typed.startsWith(simple, at) ? [at + simple.length] : [])

/** The last sound need not be typed to its end. */
const inFull: Steps = (letter, sounds, typed, at) => {
  const rest = typed.length - at
  const carried = sounds.flatMap((sound) => {
    if (typed.startsWith(sound, at)) return at + sound.length
    return sound.length > rest && sound.startsWith(typed.slice(at)) ? typed.length : []
  })
  return [...itself(letter, sounds, typed, at), ...carried]
}

const byInitials: Steps = (letter, sounds, typed, at) =>
  sounds.some((sound) => sound.charAt(0) === typed.charAt(at)) ? [at + 1] : itself(letter, sounds, typed, at)

const alike: Steps = (letter, sounds, typed, at) => {
  const character = String.fromCodePoint(typed.codePointAt(at) ?? 0)
  const isAlike = readingsOf(character).some((sound) => letter.sounds.includes(sound))
  return isAlike ? [at + character.length] : inFull(letter, sounds, typed, at)
}

export const manners = {
  inFull: { steps: inFull, reads: true },
  byInitials: { steps: byInitials, reads: true },
  alike: { steps: alike, reads: false },
} as const satisfies Record<string, Manner>

/** Lines with a hit, ascending: those read as their neighbours have it, and those read in another way. */
export type SpelledLines = { own: number[]; other: number[] }

export function linesSpelled(
  letters: Letters,
  alphabet: Alphabet,
  typed: string,
  { steps, reads }: Manner,
): SpelledLines {
  const lines: SpelledLines = { own: [], other: [] }
  const { text, starts } = letters
  const carry = remembered(alphabet, typed, steps)
  const begins = beginnersOf(alphabet, carry)
  let other = -1
  for (let at = 0; at < text.length; at++) {
    // Nearly every letter fails here.
    if (begins[text[at] ?? lineEnd] !== 1 || !reaches(text, at, 0, typed.length, carry)) continue
    const line = lineAt(starts, at)
    if (reads && reachesAsRead(text, at, 0, typed, alphabet, steps)) {
      if (line === other) lines.other.pop()
      lines.own.push(line)
      at = (starts[line + 1] ?? text.length) - 1
    } else if (line !== other) {
      lines.other.push(line)
      other = line
    }
  }
  return lines
}

/** 1 for each letter of the alphabet with which what was typed may begin. */
function beginnersOf(alphabet: Alphabet, carry: Carry): Uint8Array {
  const begins = new Uint8Array(alphabet.size)
  for (let number = 1; number < begins.length; number++) begins[number] = carry(number, 0).length > 0 ? 1 : 0
  return begins
}

type Carry = (number: number, at: number) => readonly number[]

/** A letter is met many times, and carries the same each time. */
function remembered(alphabet: Alphabet, typed: string, steps: Steps): Carry {
  const known: (readonly number[] | undefined)[][] = Array.from({ length: typed.length }, () => [])
  return (number, at) => {
    const row = known[at]
    if (!row) return []
    const letter = alphabet.letter(number)
    row[number] ??= steps(letter, letter.sounds, typed, at)
    return row[number]
  }
}

function reaches(text: Uint32Array, at: number, from: number, end: number, carry: Carry): boolean {
  if (from === end) return true
  const number = text[at] ?? lineEnd
  return number !== lineEnd && carry(number, from).some((next) => reaches(text, at + 1, next, end, carry))
}

function reachesAsRead(
  text: Uint32Array,
  at: number,
  from: number,
  typed: string,
  alphabet: Alphabet,
  steps: Steps,
): boolean {
  if (from === typed.length) return true
  const number = text[at] ?? lineEnd
  if (number === lineEnd) return false
  return steps(alphabet.letter(number), alphabet.soundsAt(text, at), typed, from).some((next) =>
    reachesAsRead(text, at + 1, next, typed, alphabet, steps),
  )
}

/** Whether the whole word is read as `typed`, e.g. 厕所 as `cesuo`. */
export function isSpelled(word: string, typed: string): boolean {
  const [first, ...rest] = word
  if (first === undefined) return typed === ''
  return readingsOf(first).some(
    (sound) => typed.startsWith(sound) && isSpelled(rest.join(''), typed.slice(sound.length)),
  )
}
