/** A file as anybody sees it once it is approved. Pure. */
import type { ShownMedia } from '../shared/blocks/shown'
import type { MediaItem } from './rules'

/** Where an approved rendition lies in the bucket; behind a slash it is its address. */
export const servedKey = (id: string, name: string) => `media/${id}/${name}`

export const shownOf = ({ id, width, height, renditions }: MediaItem): ShownMedia => ({
  id,
  kind: 'picture',
  width,
  height,
  seconds: null,
  renditions: renditions.map(({ name, ...about }) => ({ ...about, src: `/${servedKey(id, name)}` })),
})
