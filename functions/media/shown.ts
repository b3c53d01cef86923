/** A file as anybody sees it once it is approved. Pure. */
import type { ShownMedia } from '../shared/blocks/shown'
import { kindOfType } from './contract/kinds'
import { servedKey } from './keys'
import type { MediaItem } from './rules'

export const shownOf = ({ id, type, width, height, seconds, renditions }: MediaItem): ShownMedia => ({
  id,
  kind: kindOfType(type),
  width,
  height,
  seconds,
  renditions: renditions.map(({ name, ...about }) => ({ ...about, src: `/${servedKey(id, name)}` })),
})
