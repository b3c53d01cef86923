import { lazy, Suspense } from 'react'
import { useMe } from '@/shared/session/session'

// The first screen without a login does not load the code of points.
const OfferedCard = lazy(() =>
  import('@/points/components/waiting-card').then((module) => ({ default: module.OfferedCard })),
)

export function Offers() {
  if (!useMe()) return null
  return (
    <Suspense fallback={null}>
      <OfferedCard />
    </Suspense>
  )
}
