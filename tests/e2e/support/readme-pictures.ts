/** The pictures of the README: each is a scene that the looks suite looks at in three modes. */
import type { Scene } from './scene'
import { inOldTown, scenes } from './scenes'
import { exhibitionScenes } from './scenes-exhibition'
import { memberScenes } from './scenes-members'
import type { VisitOptions } from './visitors'

/** `file`: in docs/pictures/, without its `.png`. */
type Picture = { file: string; scene: string; options: VisitOptions }

const small: VisitOptions = { deviceScaleFactor: 1.25 }
const inTown: VisitOptions = { ...small, ...inOldTown }
const desktop: VisitOptions = {
  viewport: { width: 1440, height: 900 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
}

export const picturesOfReadme: readonly Picture[] = [
  { file: 'home', scene: 'home-here', options: small },
  { file: 'map', scene: 'map', options: inTown },
  { file: 'place', scene: 'place', options: inTown },
  { file: 'hall', scene: 'hall', options: small },
  { file: 'exhibit', scene: 'exhibit-drawn', options: small },
  { file: 'fund', scene: 'fund', options: small },
  { file: 'points', scene: 'points', options: small },
  { file: 'gifts', scene: 'gifts', options: small },
  { file: 'order', scene: 'order-code', options: small },
  { file: 'desk', scene: 'staff-ledger-found', options: desktop },
]

export function sceneOf({ scene: name }: Picture): Scene {
  const scene = [...scenes, ...memberScenes, ...exhibitionScenes].find((one) => one.name === name)
  if (!scene) throw new RangeError(`the looks suite has no scene ${name}`)
  return scene
}
