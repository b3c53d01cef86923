/**
 * A session as the family of its refresh tokens (RFC 9700, section 4.14.2): each is good once and names its successor. One
 * that comes back shows that two hold the session, and it is unknown which of them stole it, so it ends for both.
 * An answer can also get lost on its way: for ten seconds the one before the current gets the current again.
 */

export const graceMs = 10_000

export type Family = {
  /** Id of the one refresh token that is good. */
  jti: string
  /** The one before it; null: it is the first. */
  previous: string | null
  /** Ms since 1970 at which the current one took over. */
  turnedAt: number
  /** Ms since 1970 after which the session is over. */
  until: number
}

export type Verdict = 'turn' | 'again' | 'reused' | 'ended'

/** What to do about a refresh token that comes in, its signature and its own times being good. */
export function judge(family: Family | null, jti: string, now: number): Verdict {
  if (family === null || now >= family.until) return 'ended'
  if (jti === family.jti) return 'turn'
  return jti === family.previous && now - family.turnedAt <= graceMs ? 'again' : 'reused'
}

/** The family once the current token has been traded. */
export const turned = ({ jti }: Family, next: string, now: number, until: number): Family => ({
  jti: next,
  previous: jti,
  turnedAt: now,
  until,
})
