/**
 * What was typed or pasted, without what nobody sees and the server refuses (`oneLine` and `manyLines` of the shared
 * contract): a tab or a break becomes a blank, control characters and turns of direction go. Pure.
 */
export function oneLineTyped(text: string): string {
  return manyLinesTyped(text).replace(/\n/g, ' ')
}

/** As above; breaks stay. */
export function manyLinesTyped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
}
