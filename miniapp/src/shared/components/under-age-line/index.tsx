import { underAgeText } from '../../session/under-age'
import { useAge } from '../../storage/settings'
import { ResultLine } from '../result-line'

/** On a page with prices or ways to earn: nothing for whoever is of age. */
export function UnderAgeLine() {
  return useAge() === 'minor' ? <ResultLine tone="doubt">{underAgeText}</ResultLine> : null
}
