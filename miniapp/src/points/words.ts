/** The Chinese words of points and gifts: one name for one thing, wherever it is shown. */
import type { EarningRuleId, Gift, Order } from '@contract/points'

export const earningRuleNames: Record<EarningRuleId, string> = {
  'check-in': '签到',
  visit: '到站打卡',
  report: '报告被采纳',
  code: '积分码',
  quiz: '展馆答题',
  event: '主题活动',
}

export const categoryNames: Record<Gift['category'], string> = {
  'charity-goods': '超市好物',
  service: '便民服务',
  coupon: '优惠券',
  other: '其他',
}

/** What pieces of it are counted in. */
export const measureNames: Record<Gift['category'], string> = {
  'charity-goods': '件',
  service: '次',
  coupon: '份',
  other: '份',
}

export const orderStateNames: Record<Order['state'], string> = {
  reserved: '待领取',
  'picked-up': '已领取',
  cancelled: '已取消',
  expired: '过期未领',
  other: '其他',
}
