/**
 * Every failure in words: what happened, what is stored, what to do. What citizens meet is on every page, by `messages` of the domain
 * (`miniapp/src/<domain>/domain.ts`); what only staff meet the desk adds as it loads. tests/miniapp/shell/messages.test.ts names a code
 * that has its words in neither.
 */
import { domains } from '@/domains'
import { clientCodes, type Failure, type FailureCode, type ServerCode } from '../api/failure'
import type { DomainPart } from '../domain'
import { accountBeingDeleted, commonMessages } from './common'
import type { Message } from './message'

export type { Message } from './message'

type CodesOf<Part> = Part extends { messages: infer Messages } ? keyof Messages : never
type OwnCode = keyof typeof commonMessages | CodesOf<(typeof domains)[keyof typeof domains]>
/** What only staff are refused with. */
export type StaffCode = Exclude<FailureCode, OwnCode>

const byCode: Partial<Record<FailureCode, Message>> = { ...commonMessages }
for (const { messages } of Object.values<DomainPart>(domains)) Object.assign(byCode, messages)

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
  const message = byCode[failure.code] ?? commonMessages.refused
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
