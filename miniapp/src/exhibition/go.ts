/** The ways between the hall, its galleries and their exhibits. */
import { openPage, openTab, replacePage } from '@/shared/navigation/navigation'

export type GalleryAt = { region: string; gallery: string }
export type ExhibitAt = GalleryAt & { exhibit: string }

const textOf = (at: Record<string, string>): string =>
  Object.entries(at)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

export const galleryUrl = ({ region, gallery }: GalleryAt): string =>
  `/exhibition/pages/gallery/index?${textOf({ region, gallery })}`

export const exhibitUrl = ({ region, gallery, exhibit }: ExhibitAt): string =>
  `/exhibition/pages/exhibit/index?${textOf({ region, gallery, exhibit })}`

export const fundUrl = (region: string): string => `/exhibition/pages/fund/index?${textOf({ region })}`

export const bulletinUrl = (id: string): string => `/exhibition/pages/bulletin/index?${textOf({ id })}`
export const bulletinsUrl = (region: string, category: string | null = null): string =>
  `/exhibition/pages/bulletins/index?${textOf({ region, ...(category !== null && { category }) })}`

export const goBulletin = (id: string): void => openPage(bulletinUrl(id))
export const goBulletins = (region: string): void => openPage(bulletinsUrl(region))
export const goHall = (): void => openTab('hall')
export const goFund = (region: string): void => openPage(fundUrl(region))
export const goGallery = (at: GalleryAt): void => openPage(galleryUrl(at))
export const goFavourites = (): void => openPage('/exhibition/pages/favourites/index')
export const goExhibit = (at: ExhibitAt): void => openPage(exhibitUrl(at))

/** In the place of the exhibit or gallery that one leaves: the way back is the way out, not through all that was seen. */
export const turnToExhibit = (at: ExhibitAt): void => replacePage(exhibitUrl(at))
export const turnToGallery = (at: GalleryAt): void => replacePage(galleryUrl(at))
