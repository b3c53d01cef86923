/** Galleries with all their exhibits, each kept for when there is no network. */
import { err } from '@common/result'
import { type Gallery, gallerySchema, gallerySlugSchema } from '@contract/exhibition'
import { gallery } from '@functions/exhibition/endpoints/gallery'
import { callOf, request } from '@/shared/api/request'
import { createKeptDocuments } from '@/shared/query/kept-documents'
import { createRemote, type Remote } from '@/shared/query/remote'
import { phoneStore } from '@/shared/storage/storage'
import { fresh, useCurrent } from '../current'
import type { GalleryAt } from '../go'

const nameOf = ({ region, gallery }: GalleryAt): string => `${region} ${gallery}`
const atOf = (name: string): GalleryAt => {
  const [region = '', gallery = ''] = name.split(' ')
  return { region, gallery }
}

/** Each under a name of its own: WeChat takes 1 MB under one. */
const kept = createKeptDocuments(
  phoneStore,
  (name) => `gallery.${atOf(name).gallery}`,
  gallerySchema,
  async (name, etag) => {
    const params = atOf(name)
    // A link that was cut or mistyped: the server could only say that the request is wrong.
    if (!gallerySlugSchema.safeParse(params.gallery).success) return err({ code: 'unknown-gallery' as const })
    return request(callOf(gallery, { params }, { etag }))
  },
)

const galleries = createRemote(kept.fetch, { fresh, seen: kept.seen })

export const useGallery = (at: GalleryAt): Remote<Gallery> & { retry: () => void } =>
  useCurrent(galleries, nameOf(at))
