/** The states of an order. docs/states.md draws them. */
import type { OrderState } from '../contract'

/** From which states an order may come to each of the others. `reserved` is how it begins. */
export const comesFrom = {
  'picked-up': ['reserved'],
  cancelled: ['reserved'],
  expired: ['reserved'],
} as const satisfies Record<Exclude<OrderState, 'reserved'>, readonly OrderState[]>
export type EndState = keyof typeof comesFrom
