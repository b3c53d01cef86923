import { usedWords } from '@functions/places/rules/filter'
import { useMemo } from 'react'
import { useCity } from '@/shared/city'

/** The kinds, roles and amenities that places of this city have, as this person may see it; null before it has come. */
export function useWordsInUse(): ReadonlySet<string> | null {
  const city = useCity()
  const index = city.status === 'ready' ? city.catalogue.index : null
  return useMemo(() => index && usedWords(index), [index])
}
