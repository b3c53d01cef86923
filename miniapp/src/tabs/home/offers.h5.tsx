import { lazy, Suspense } from 'react'
import { useMe } from '@/shared/session'

// The first screen of a stranger does without the program of points.
const HeldCard = lazy(() =>
  import('@/points/components/waiting-card').then((module) => ({ default: module.HeldCard })),
)

export function Held() {
  if (!useMe()) return null
  return (
    <Suspense fallback={null}>
      <HeldCard />
    </Suspense>
  )
}
