/**
 * Values on a line, as in `地点：371600-ab｜附注`: a bar parts them, half-width or full-width, and a backslash keeps a bar, a line break
 * or a space at an end from being one. Whatever is written reads back as it was. Pure.
 */

const space = /^\s|\s$/g

export const escaped = (text: string): string =>
  text
    .replace(/[\\｜|]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n')
    .replace(space, (blank) => `\\${blank}`)

/** Spaces around it, which the writer of the file did not mean, are left out. */
export const unescaped = (text: string): string =>
  text
    .trimStart()
    .replace(/(?<!\\)\s+$/, '')
    .replace(/\\([\s\S]?)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark))

/** A list of none; `escaped` writes no such thing. */
const none = '\\-'

export const listLine = (texts: readonly string[]): string =>
  texts.length === 0 ? none : texts.map(escaped).join('｜')

export function listOf(line: string): string[] {
  if (line.trim() === none) return []
  const parts = ['']
  for (const piece of line.match(/\\[\s\S]|[\s\S]/g) ?? []) {
    if (piece === '｜' || piece === '|') parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts.map(unescaped)
}
