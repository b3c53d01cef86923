import { kindOfId } from '@functions/exhibition/contract/kinds'

/** The ways between the pages of the editor's desk. */
export const newEntryUrl = '/desk/pages/exhibition/entry/index'
export const newBulletinUrl = `${newEntryUrl}?kind=bulletin`
export const newFundYearUrl = '/desk/pages/exhibition/fund/index'
export const entryUrl = (id: string): string =>
  `${kindOfId(id) === 'fund' ? newFundYearUrl : newEntryUrl}?id=${encodeURIComponent(id)}`
export const entriesUrl = '/desk/pages/exhibition/entries/index'
export const draftsUrl = `${entriesUrl}?tab=draft`
export const sheetsUrl = '/desk/pages/exhibition/sheets/index'
export const newGalleryUrl = `${newEntryUrl}?kind=gallery`
