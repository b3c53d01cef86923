import type { OrderProps } from './props'

/** WeChat: nothing is written there. */
export const Order: ((props: OrderProps) => JSX.Element) | null = null
