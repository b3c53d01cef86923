import { HeldCard } from '@/points/components/waiting-card'
import { useMe } from '@/shared/session'

/** What is kept for whoever is logged in. */
export function Held() {
  return useMe() ? <HeldCard /> : null
}
