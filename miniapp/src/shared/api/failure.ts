/** What can go wrong between this phone and the server. */
import type { CommonCode, ProblemAbout } from '@contract/shared'
import type { CodeOf, DomainName } from '@functions/domains'

/**
 * `offline`: no way to the server; `timeout`: it did not answer in time; `bad-answer`: it answered what we cannot read.
 * `refused`: a later server refused it, for a reason that this version does not know; nothing was done.
 * `being-deleted`: nobody is logged in any more, for whoever was had asked for deletion.
 */
export const clientCodes = ['offline', 'timeout', 'bad-answer', 'refused', 'being-deleted'] as const
export type ClientCode = (typeof clientCodes)[number]
/** Those of every domain: messages/ has words for each, or does not compile. */
export type ServerCode = CommonCode | { [Name in DomainName]: CodeOf<Name> }[DomainName]
export type FailureCode = ServerCode | ClientCode

/** What went wrong. `field` is the first one the server refused; `requestId` is what support asks for. */
export interface Failure {
  code: FailureCode
  field?: string
  requestId?: string
  /** When it happened or where it belongs, for the codes that promise it. */
  about?: ProblemAbout
  /** What stands now, for the codes that promise it. */
  current?: unknown
}
