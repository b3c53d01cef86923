import { galleryKindOf } from '@contract/exhibition'
import type { IconName } from '@/shared/components/icon'

const icons = {
  history: 'history',
  games: 'ticket',
  footprints: 'project',
  stories: 'people',
  stations: 'aid',
  rational: 'scales',
  other: 'picture',
} as const satisfies Record<ReturnType<typeof galleryKindOf>, IconName>

export const galleryIcon = (gallery: string): IconName => icons[galleryKindOf(gallery)]
