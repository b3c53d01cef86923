import type { BulletinCategory } from '../../contract/categories'

/** As feeds and files call them. */
export const categoryNames: Readonly<Record<BulletinCategory, string>> = {
  funding: '公益资助',
  disclosure: '信息公开',
  activity: '公益活动',
  service: '便民服务',
  notice: '通知公告',
  honour: '荣誉',
}
