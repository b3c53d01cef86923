/** Which files may be uploaded: their types, the kind that each is, and how large it may be. */
import type { MediaKind } from '../../shared/blocks/shown'
import { pictureTypes } from '../../shared/picture'

export const recordingTypes = ['audio/mpeg', 'audio/mp4'] as const
export const filmTypes = ['video/mp4'] as const
export const documentTypes = ['application/pdf'] as const
/** What is shown as it was coded, once everything but its content was taken away. */
export const playedTypes = [...recordingTypes, ...filmTypes, ...documentTypes] as const
export type PlayedType = (typeof playedTypes)[number]

export const mediaTypes = [...pictureTypes, ...playedTypes] as const
export type MediaType = (typeof mediaTypes)[number]

export const isPlayed = (type: MediaType): type is PlayedType => playedTypes.some((one) => one === type)

const megabyte = 1024 * 1024
/**
 * Bytes of one file. A picture: of the largest cameras of phones. A recording: half an hour of speech in 128 kbit/s. A film: five minutes
 * in 720p, since a visitor's phone loads what was uploaded, and the function passes all of it on while whoever uploaded it waits.
 */
export const mostBytesOf: Readonly<Record<MediaKind, number>> = {
  picture: 20 * megabyte,
  audio: 30 * megabyte,
  video: 100 * megabyte,
  document: 20 * megabyte,
}

/** Of a type of this list alone; of any other it says `document`, which plays and shows nothing. */
export const kindOfType = (type: string): MediaKind => {
  if (type.startsWith('image/')) return 'picture'
  if (type.startsWith('audio/')) return 'audio'
  return type.startsWith('video/') ? 'video' : 'document'
}
