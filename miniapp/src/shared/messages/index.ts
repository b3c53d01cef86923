/**
 * Every failure in words: what happened, what is stored, what to do. Those that only staff meet are in staff/, which the
 * desk adds as it loads. A code without its words in either does not compile.
 */
import { clientCodes, type Failure, type FailureCode, type ServerCode } from '../api/failure'
import { commonMessages } from './common'
import { exhibitionMessages } from './exhibition'
import { accountBeingDeleted, identityMessages } from './identity'
import type { Message } from './message'
import { placesMessages } from './places'
import { pointsMessages } from './points'

export type { Message } from './message'

const own = {
  ...commonMessages,
  ...exhibitionMessages,
  ...placesMessages,
  ...identityMessages,
  ...pointsMessages,
} satisfies Partial<Record<FailureCode, Message>>

/** What only staff are refused with. */
export type StaffCode = Exclude<FailureCode, keyof typeof own>

const byCode: Partial<Record<FailureCode, Message>> = { ...own }

/** From now on there are words for these as well. */
export function addMessages(more: Partial<Record<StaffCode, Message>>): void {
  Object.assign(byCode, more)
}

/**
 * Whether the server's code is one that this version has words for. Asked of the words, not of the contracts: their
 * schemas would all be in the first load.
 */
export function isServerCode(code: string): code is ServerCode {
  return Object.keys(byCode).includes(code) && !clientCodes.some((own) => own === code)
}

export function messageOf(failure: Failure): Message {
  // The server names a time only where the account is being deleted.
  if (failure.code === 'login-busy' && failure.about?.at) return accountBeingDeleted
  // Of another page's failure, met where its words are not loaded.
  const message = byCode[failure.code] ?? own.refused
  return failure.requestId && failure.code === 'internal'
    ? { ...message, text: `${message.text}（编号 ${failure.requestId}）` }
    : message
}

/** Nobody is logged in, or not any more: the way on is the login page. */
export function needsLogin({ code }: Failure): boolean {
  return code === 'unauthenticated' || code === 'session-ended' || code === 'being-deleted'
}

/** Which small drawing stands over a failure that leaves the page empty. */
export function sceneOf(failure: Failure): 'offline' | 'not-found' | 'error' {
  if (isUnreachable(failure)) return 'offline'
  return /^unknown-|^not-found$/.test(failure.code) ? 'not-found' : 'error'
}

/** The page was shown to somebody else than who is logged in: the way on is to open it anew. */
export function needsReopening({ code }: Failure): boolean {
  return code === 'another-person'
}

/** No answer from the server: stored data may be shown meanwhile. */
export function isUnreachable({ code }: Failure): boolean {
  return (
    code !== 'refused' && code !== 'being-deleted' && clientCodes.some((unreachable) => unreachable === code)
  )
}
