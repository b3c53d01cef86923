/** A file as anybody sees it once it is approved. Pure. */
import type { ShownMedia } from '../shared/blocks/shown'
import { servedKey } from './keys'
import type { MediaItem } from './rules'

export const shownOf = ({ id, width, height, renditions }: MediaItem): ShownMedia => ({
  id,
  kind: 'picture',
  width,
  height,
  seconds: null,
  renditions: renditions.map(({ name, ...about }) => ({ ...about, src: `/${servedKey(id, name)}` })),
})
