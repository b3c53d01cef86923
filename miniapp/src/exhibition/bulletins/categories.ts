/** Bulletins in words. Pure. */
import {
  type BulletinCategory,
  bulletinCategories,
  categoryNames,
} from '@functions/exhibition/contract/categories'

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
