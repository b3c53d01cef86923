import { useNow } from '@/shared/time/clock'
import { serverClock } from '@/shared/time/server-clock'

/** ms since 1970 by the server's clock, as far as this device knows it; a new value each minute at least. */
export function useServerClock(): number {
  useNow()
  return serverClock.now()
}
