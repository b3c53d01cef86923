/** Which drawing of the icon family stands for what on the map of welfare. */
import type { PlaceSummary, ReportFact } from '@contract/places'
import type { IconName } from '@/shared/components/icon'
import { type PinShape, pinShape } from './pins'

const shapeIcons: Record<PinShape, IconName> = {
  round: 'outlet',
  heart: 'aid',
  house: 'warm',
  parcel: 'post',
  star: 'hall',
  leaf: 'project',
  cup: 'shelter',
}

export const factIcons: Record<ReportFact, IconName> = {
  locked: 'lock',
  moved: 'moved',
  gone: 'gone',
  'wrong-hours': 'clock',
  'out-of-stock': 'water',
}

/** The same choice as the pin's outline, so that list and map tell one story. */
export function placeIcon(place: Pick<PlaceSummary, 'kind' | 'roles'>, today: string): IconName {
  return shapeIcons[pinShape(place, today)]
}
