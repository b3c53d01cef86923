import { OfferedCard } from '@/points/components/waiting-card'
import { useMe } from '@/shared/session/session'

/** Gifts offered to the person logged in. */
export function Offers() {
  return useMe() ? <OfferedCard /> : null
}
