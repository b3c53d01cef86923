import { usePlaceName } from '@/shared/city/use-place-name'
import { useNow } from '@/shared/time/clock'
import { numberName } from '../place'
import type { SaidOptions } from './view'

export function useSaidOptions(): SaidOptions {
  const now = useNow()
  const nameOf = usePlaceName()
  return { now, placeName: (id) => nameOf(id) ?? numberName(id) }
}
