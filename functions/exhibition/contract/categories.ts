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

/** As readers, feeds and files call them. */
export const categoryNames: Readonly<Record<BulletinCategory, string>> = {
  funding: '公益资助',
  disclosure: '信息公开',
  activity: '公益活动',
  service: '便民服务',
  notice: '通知公告',
  honour: '荣誉',
}
