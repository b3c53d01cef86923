/** How long a session lasts, by how it began. */
import { dayMs, minuteMs } from '../../shared/day'

export const sessionKinds = {
  /** By WeChat's own login on one's phone: for as long as it is used once in thirty days. */
  phone: { lifeMs: 30 * dayMs, renews: true },
  /** Let in by a phone, on a screen that may be anybody's: one working day, however much it is used. */
  desktop: { lifeMs: 12 * 60 * minuteMs, renews: false },
} as const
export type SessionKind = keyof typeof sessionKinds

/** When the session is over, once its refresh token has been traded. */
export const untilAfter = (kind: SessionKind, until: number, now: number): number =>
  sessionKinds[kind].renews ? now + sessionKinds[kind].lifeMs : until
