/** The two header negotiations of RFC 9110 that a catalogue needs: which coding, and whether it changed. */

/** In the order of our preference. */
export const codings = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof codings)[number]

/**
 * The coding a client likes best, ours first among equals. A client that says nothing gets the plain one; so does
 * one that refuses everything, for then any answer is wrong and this one can at least be read.
 */
export function codingFor(acceptEncoding: string | null): Coding {
  const wishes = new Map<string, number>((acceptEncoding ?? '').split(',').map(wishOf))
  const weigh = (coding: Coding) => wishes.get(coding) ?? wishes.get('*') ?? 0
  const best = codings.reduce((a, b) => (weigh(b) > weigh(a) ? b : a))
  return weigh(best) > 0 ? best : 'identity'
}

function wishOf(text: string): [string, number] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
  const weight = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0
  return [name === 'x-gzip' ? 'gzip' : name, weight]
}

/** Whether `If-None-Match` names the tag: a list, `*`, weak marks do not matter. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch.trim() === '*') return true
  const tags: string[] = ifNoneMatch.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []
  return tags.includes(etag)
}
