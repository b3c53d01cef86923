/** What a bulletin is about: the headings of 公益发布. A later server may know more. */
export const bulletinCategories = [
  'funding',
  'disclosure',
  'activity',
  'service',
  'notice',
  'honour',
] as const
export type BulletinCategory = (typeof bulletinCategories)[number]
