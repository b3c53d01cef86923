/** The states of an order, and of somebody's place in a waiting list. docs/states.md draws both. */
import type { OrderState } from '../contract'

/** From which states an order may come to each of the others. `reserved` is how it begins. */
export const comesFrom = {
  'picked-up': ['reserved'],
  cancelled: ['reserved'],
  expired: ['reserved'],
} as const satisfies Record<Exclude<OrderState, 'reserved'>, readonly OrderState[]>
export type EndState = keyof typeof comesFrom

export const waitingStates = ['waiting', 'offered'] as const
export type WaitingState = (typeof waitingStates)[number]

/** From which states a place in the waiting list may be offered a piece, and from which it may go. */
export const waitingComesFrom = {
  offered: ['waiting'],
  /** The offer was taken: an order came of it. */
  taken: ['offered'],
  /** The offer was not taken in time. */
  lapsed: ['offered'],
  /** The person waits no more. */
  left: ['waiting', 'offered'],
} as const satisfies Record<string, readonly WaitingState[]>
