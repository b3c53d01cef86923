/** Something that a press does over the network: once at a time, with its failure beside it. */
import { err, type Result } from '@common/result'
import { useRef, useState } from 'react'
import type { Failure } from '@/shared/api/http'
import { session } from '@/shared/session/session'

export interface Action<Args extends unknown[], T> {
  /** A second press while the first is on its way does nothing. */
  run(...args: Args): Promise<void>
  busy: boolean
  /** Of the last press; null while it is on its way and after it went well. */
  failure: Failure | null
  /** What the last press brought, until the next one; null before. */
  value: T | null
  /** The last press once more, as it was: what is on the screen by now does not count. Nothing where there was none. */
  retry(): Promise<void>
  /** Back to before the first press. */
  reset(): void
}

export function useAction<Args extends unknown[], T>(
  act: (...args: Args) => Promise<Result<T, Failure>>,
  onDone?: (value: T) => void,
): Action<Args, T> {
  const [state, setState] = useState<{ busy: boolean; answer: Result<T, Failure> | null }>(nothing)
  // The second tap comes before React has drawn the first: the state alone would not stop it.
  const running = useRef(false)
  const isShownToCurrentPerson = useShownTo()
  const pressed = useRef<(() => Promise<Result<T, Failure>>) | null>(null)
  async function press(): Promise<void> {
    const request = pressed.current
    if (running.current || !request) return
    if (!isShownToCurrentPerson()) {
      setState({ busy: false, answer: err({ code: 'another-person' }) })
      return
    }
    running.current = true
    setState({ busy: true, answer: null })
    const answer = await request()
    running.current = false
    setState({ busy: false, answer })
    if (answer.ok) onDone?.(answer.value)
  }
  const { busy, answer } = state
  return {
    run(...args) {
      if (!running.current) pressed.current = () => act(...args)
      return press()
    },
    retry: press,
    busy,
    failure: answer && !answer.ok ? answer.error : null,
    value: answer?.ok ? answer.value : null,
    reset: () => setState(nothing),
  }
}

/**
 * Whether what stands on the screen was shown to whoever is logged in. A page follows a login or logout of its own tab, for
 * it is drawn anew; of one in another tab it may not have heard when it is pressed.
 */
function useShownTo(): () => boolean {
  const look = () => ({ person: session.get().me?.id ?? null, turn: session.turns() })
  const [first] = useState(look)
  const shown = useRef(first)
  return () => {
    const now = look()
    if (shown.current.turn !== now.turn) shown.current = now
    // Nobody any more: the server's answer leads to the login.
    return now.person === null || now.person === shown.current.person
  }
}

const nothing = { busy: false, answer: null }
