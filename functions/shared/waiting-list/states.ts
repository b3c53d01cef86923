/** The states of a place in a waiting list. docs/states.md draws them. */

export const waitingStates = ['waiting', 'offered'] as const
export type WaitingState = (typeof waitingStates)[number]

/** From which states a place may be offered something, and from which it may leave the list. */
export const waitingComesFrom = {
  offered: ['waiting'],
  /** The offer was taken. */
  taken: ['offered'],
  /** The offer was not taken in time. */
  lapsed: ['offered'],
  /** The person waits no more. */
  left: ['waiting', 'offered'],
} as const satisfies Record<string, readonly WaitingState[]>
