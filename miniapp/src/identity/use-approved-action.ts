/** A press that the server may want the phone to approve first: it is asked, and then the very same press is repeated, once. */
import type { Result } from '@common/result'
import { useState } from 'react'
import type { Failure } from '@/shared/api/request'
import { type Action, useAction } from '@/shared/query/use-action'

export interface ApprovedAction<Args extends unknown[], T> extends Action<Args, T> {
  /** The phone has to approve what was pressed: show `ConfirmAgain`. */
  isAsking: boolean
  /** Asks after all what was put away; undefined on the phone, which logs in anew instead. */
  ask: (() => void) | undefined
  /** Puts it away: nothing was done. */
  close(): void
  /** The phone has approved. */
  approved(): void
}

const isDesktop = process.env.TARO_ENV !== 'weapp'

export function useApprovedAction<Args extends unknown[], T>(
  act: (...args: Args) => Promise<Result<T, Failure>>,
  onDone?: (value: T) => void,
): ApprovedAction<Args, T> {
  const action = useAction(act, onDone)
  const [isPutAway, setPutAway] = useState(false)
  return {
    ...action,
    run(...args) {
      setPutAway(false)
      return action.run(...args)
    },
    isAsking: isDesktop && !isPutAway && action.failure?.code === 'fresh-approval-needed',
    ask: isDesktop ? () => setPutAway(false) : undefined,
    close: () => setPutAway(true),
    approved() {
      // Were it refused for the same again, only another press asks the phone another time.
      setPutAway(true)
      void action.retry()
    },
  }
}
