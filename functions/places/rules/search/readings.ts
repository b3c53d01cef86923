/**
 * How a Chinese character is read and which simplified character stands for it, for the 6,763 characters of GB 2312 and
 * their traditional forms. 34 KB (25 KB gzip): on the phone it comes with the pages that search, never with the first load.
 */
import { readingsTable } from './readings-table'

type Readings = {
  sounds: Map<string, string[]>
  /** By traditional form. */
  simple: Map<string, string>
  /** Any traditional form. */
  traditional: RegExp
}
let parsed: Readings | null = null

/** Every way to type the sound of a character, without tones; empty where it has none. */
export function readingsOf(character: string): readonly string[] {
  const { sounds } = readings()
  // 乾 has a sound of its own (qian) and is also a traditional form of 干 (gan).
  return sounds.get(character) ?? sounds.get(simplified(character)) ?? []
}

/** The text in simplified characters, one for each; what has no other form stays. */
export function simplified(text: string): string {
  const { simple, traditional } = readings()
  return text.replace(traditional, (character) => simple.get(character) ?? character)
}

/**
 * The ways people type one sound of the dictionary, where ü is v: `lve` → lve, lue; `lv` → lv, lu, lyu; `ju` → ju, jv.
 */
export function spellingsOf(sound: string): readonly string[] {
  if (/^[ln]v/.test(sound)) return [sound, sound.replace('v', 'u'), sound.replace('v', 'yu')]
  if (/^[ln]ue$/.test(sound)) return [sound, sound.replace('u', 'v'), sound.replace('u', 'yu')]
  if (/^[jqxy]u/.test(sound)) return [sound, sound.replace('u', 'v')]
  return [sound]
}

function readings(): Readings {
  parsed ??= parse(readingsTable)
  return parsed
}

function parse(table: string): Readings {
  const sounds = new Map<string, string[]>()
  const simple = new Map<string, string>()
  for (const [, sound = '', characters = ''] of table.matchAll(/([a-z]+)([^a-z]+)/g)) {
    const spellings = spellingsOf(sound)
    let last = ''
    for (let at = 0; at < characters.length; at++) {
      if (characters[at] === '=') simple.set(characters[++at] ?? '', last)
      else {
        last = characters[at] ?? ''
        sounds.set(last, [...(sounds.get(last) ?? []), ...spellings])
      }
    }
  }
  return { sounds, simple, traditional: new RegExp(`[${[...simple.keys()].join('')}]`, 'g') }
}
