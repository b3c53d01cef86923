import { useNow } from '@/places/clock'
import { usePlaceName } from '@/points/use-place-name'
import { numberName } from '../place'
import type { SaidOptions } from './view'

export function useSaidOptions(): SaidOptions {
  const now = useNow()
  const nameOf = usePlaceName()
  return { now, placeName: (id) => nameOf(id) ?? numberName(id) }
}
