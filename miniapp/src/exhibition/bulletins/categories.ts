/** Bulletins in words. Pure. */
import { type BulletinCategory, bulletinCategories } from '@functions/exhibition/contract/categories'

export const categoryNames: Readonly<Record<BulletinCategory, string>> = {
  funding: '公益资助',
  disclosure: '信息公开',
  activity: '公益活动',
  service: '便民服务',
  notice: '通知公告',
  honour: '荣誉',
}

/** One that this program does not know is a bulletin all the same. */
export const categoryName = (category: BulletinCategory | 'other'): string =>
  category === 'other' ? '公益发布' : categoryNames[category]

export const categoryOf = (text: string | undefined): BulletinCategory | null =>
  bulletinCategories.find((one) => one === text) ?? null

/** `2026年11月20日`. */
export function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
