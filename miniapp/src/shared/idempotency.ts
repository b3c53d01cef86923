/**
 * Idempotency keys: UUIDs of version 7 (RFC 9562), whose first
 * 48 bits are the time. By the server's clock, for it takes none that is a day old.
 */
import type { Result } from '@common/result'
import { useRef } from 'react'
import { serverClock } from '@/shared/time/server-clock'
import { isOutcomeUnknown } from './api/doubt'
import type { Failure } from './api/http'
import { randomBytes } from './platform/random'

/** @param at milliseconds since 1970 @param random ten bytes */
export function uuidv7(at: number, random: Uint8Array): string {
  const time = Math.floor(at).toString(16).padStart(12, '0')
  const [a = 0, b = 0, c = 0, ...rest] = random
  const version = byte((a & 0x0f) | 0x70) + byte(b)
  const variant = byte((c & 0x3f) | 0x80) + byte(rest[0] ?? 0)
  const tail = Array.from({ length: 6 }, (_, n) => byte(rest[n + 1] ?? 0)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail}`
}

const byte = (n: number): string => n.toString(16).padStart(2, '0')

export async function newKey(): Promise<string> {
  return uuidv7(serverClock.now(), await randomBytes(10))
}

/** One action of the person, from the first press to a definite answer. */
export interface IdempotentAction {
  /** The same key until an answer settles it. */
  key(): Promise<string>
  /** Settled by a success or a refusal; open while nobody knows whether it was done, and while the phone has to approve it. */
  onAnswer(answer: Result<unknown, Failure>): void
}

export function createIdempotentAction(make: () => Promise<string> = newKey): IdempotentAction {
  let key: Promise<string> | null = null
  let mayBeDone = false
  return {
    key() {
      key ??= make()
      return key
    },
    onAnswer(answer) {
      mayBeDone = !answer.ok && isOutcomeUnknown(answer.error, mayBeDone)
      // Not begun yet: after the phone has approved it, the same action is sent again.
      const waits = !answer.ok && answer.error.code === 'fresh-approval-needed'
      if (!mayBeDone && !waits) key = null
    },
  }
}

/** The action of a screen; a new one whenever `what` changes. */
export function useIdempotentAction(what: string): IdempotentAction {
  const current = useRef<{ what: string; action: IdempotentAction } | null>(null)
  if (current.current?.what !== what) current.current = { what, action: createIdempotentAction() }
  return current.current.action
}
