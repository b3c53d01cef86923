/**
 * A session as a family of refresh tokens (RFC 9700, section 4.14.2): each is valid once and names its successor. A token that is used
 * again ends the session for everybody, as one of its two holders stole it. For ten seconds the previous token gets the same
 * successor again, because an answer can be lost.
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

export type Verdict = 'turn' | 'retry' | 'reused' | 'ended'

/** What to do about a refresh token that comes in, its signature and its own times being good. */
export function judge(family: Family | null, jti: string, now: number): Verdict {
  if (family === null || now >= family.until) return 'ended'
  if (jti === family.jti) return 'turn'
  return jti === family.previous && now - family.turnedAt <= graceMs ? 'retry' : 'reused'
}

/** The family once the current token has been traded. */
export const turned = ({ jti }: Family, next: string, now: number, until: number): Family => ({
  jti: next,
  previous: jti,
  turnedAt: now,
  until,
})
