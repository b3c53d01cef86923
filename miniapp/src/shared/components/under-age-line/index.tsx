import { useAge } from '../../settings'
import { underAgeText } from '../../under-age'
import { ResultLine } from '../result-line'

/** On a page with prices or ways to earn: nothing for whoever is of age. */
export function UnderAgeLine() {
  return useAge() === 'minor' ? <ResultLine tone="doubt">{underAgeText}</ResultLine> : null
}
