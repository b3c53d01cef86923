import { usePlaceName } from '@/shared/city/use-place-name'
import { useNow } from '@/shared/time/clock'
import { numberName } from '../place'
import type { RefusalOptions } from './view'

export function useRefusalOptions(): RefusalOptions {
  const now = useNow()
  const nameOf = usePlaceName()
  return { now, placeName: (id) => nameOf(id) ?? numberName(id) }
}
