/** The ways between the pages of the editor's desk. */
export const newEntryUrl = '/desk/pages/exhibition/entry/index'
export const newBulletinUrl = `${newEntryUrl}?kind=bulletin`
export const entryUrl = (id: string): string => `${newEntryUrl}?id=${encodeURIComponent(id)}`
