import { useCallback } from 'react'
import { useCity } from '.'

/** Names of places from the catalogue on the phone; null for one of another city, or one that was taken down. */
export function usePlaceName(): (id: string) => string | null {
  const city = useCity()
  const catalogue = city.status === 'ready' ? city.catalogue : null
  return useCallback((id: string) => catalogue?.byId.get(id)?.name ?? null, [catalogue])
}
