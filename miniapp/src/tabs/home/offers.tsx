import { OfferedCard } from '@/points/components/waiting-card'
import { useMe } from '@/shared/session'

/** What is kept for whoever is logged in. */
export function Offers() {
  return useMe() ? <OfferedCard /> : null
}
