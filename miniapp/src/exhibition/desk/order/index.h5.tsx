import { lazy, Suspense } from 'react'
import { Waiting } from '@/shared/components/state'
import type { OrderProps } from './props'

const Ordering = lazy(() => import('./ordering'))

/** The browser's, loaded when it is asked for. */
export const Order: ((props: OrderProps) => JSX.Element) | null = (props) => (
  <Suspense fallback={<Waiting rows={4} />}>
    <Ordering {...props} />
  </Suspense>
)
