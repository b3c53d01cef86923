/** Events of a function's log that somebody should know of, and how many of them are no accident any more. */
import type { EventCode } from '../aws/logger'

export type EventAlarm = {
  event: EventCode
  /** More than so many within so many minutes wake somebody. */
  most: number
  withinMinutes: number
  /** The end of the sentence that begins with the function's name. */
  says: string
}

/** Watched in the log of every function that answers requests. */
export const everyFunctionAlarms: readonly EventAlarm[] = [
  {
    event: 'request-crashed',
    most: 0,
    withinMinutes: 5,
    says: 'answered 500 for an exception nobody expected',
  },
  {
    event: 'address-not-logged',
    most: 5,
    withinMinutes: 5,
    says: 'could not write addresses to their log, which the Cybersecurity Law asks for: see that its stream is active',
  },
]

/** For domains that limit what one caller may do. */
export const sourceUnknown: EventAlarm = {
  event: 'source-unknown',
  most: 0,
  withinMinutes: 5,
  says: 'was not told who called: CloudFront does not hand on CloudFront-Viewer-Address, and all callers share one limit',
}

/** Mean the same in every domain. */
export const sharedEvents: readonly EventAlarm[] = [...everyFunctionAlarms, sourceUnknown]
