import type { PointsCode } from '@contract/points'
import { lasting, type Message, passing } from '@/shared/messages/message'

/** What citizens meet. */
const citizen = {
  'unknown-gift': lasting('没有找到这件礼品', '它可能已经下架。回到兑换页看看别的。'),
  'unknown-order': lasting('没有找到这张兑换单', '积分没有变动。到“我的兑换单”里看看。'),
  'account-closed': lasting('这个积分账户已经注销', '没有改动任何东西。重新登录后，会有一个新的账户。'),
  'account-busy': passing('你的账户正在办另一件事', '积分没有变动。过几秒再按一次。'),
  'rule-not-in-force': lasting('这种积分现在没有开放', '没有记分。看看今天别的方式。'),
  'cap-reached': lasting('这种积分已经到上限', '没有再记分，已有的都在。明天或下个月再来。'),
  'monthly-cap-reached': lasting('这个月的积分已经到上限', '没有再记分，已有的都在。下个月一号起可以再攒。'),
  'balance-cap-reached': lasting('账户里的积分已经满了', '没有再记分，已有的都在。一个账户最多一百万分。'),
  'yearly-cap-reached': lasting('今年兑换的积分已经到上限', '没有下单，积分都还在。明年可以再兑换。'),
  'own-outlet': lasting('在自己的网点不能积分和兑换', '积分没有变动。请到别的网点去。'),
  'under-age': lasting('未成年人不能攒积分', '没有记分。如果年龄按错了，到“我的”里改。'),
  'own-batch': lasting('你经手过这批积分码', '没有记分。提出、复核、取出这批码的人不能用它。'),
  'code-wrong': lasting('这个积分码不对', '没有记分。对照票面再输一遍，一共十二位。'),
  'code-used': lasting('这个积分码已经用过', '没有记分。每个码只能用一次。'),
  'code-expired': lasting('这个积分码已经过期', '没有记分。过了票面上的日期就不能用了。'),
  'too-many-tries': lasting('试的次数太多了', '为防有人猜码，先锁一小时，积分没有变动。一小时后再试。'),
  'points-short': lasting('积分不够', '没有下单，积分都还在。攒够了再来，或换一件。'),
  'sold-out': lasting('已兑完', '没有扣积分。可以排队，有货时按先后留给你。'),
  'not-on-sale': lasting('现在不在兑换时间', '没有扣积分。礼品页上写着什么时候可以兑换。'),
  'price-changed': lasting('这件礼品所需的积分刚刚改了', '没有扣积分。看看现在要多少，再决定要不要兑换。'),
  'person-limit-reached': lasting('这件礼品你已经兑够了', '没有扣积分。每人能兑的件数写在礼品页上。'),
  'not-sold-out': passing('现在有货', '不用排队，可以直接兑换。'),
  'order-ended': lasting('这张兑换单已经结束', '没有改动任何东西。到“我的兑换单”里看看它的结果。'),
} as const

/** What the people behind a counter meet. */
const outlet = {
  'unknown-outlet': lasting('没有找到这个网点', '没有改动任何东西。它可能已经撤下，请联系市福彩中心。'),
  'not-picked-up-here': lasting('不在这个网点领取', '请不要交付礼品。兑换单上写着去哪里领。'),
  'order-picked-up': lasting('这张单已经领过了', '请不要再交付。同一张单只能领一次。'),
  'order-cancelled': lasting('这张单已经取消', '请不要交付礼品。积分已经退给顾客。'),
  'order-expired': lasting('这张单已经过期', '请不要交付礼品。超过十四天没领，积分已经退回。'),
  'pickup-code-wrong': lasting('这个领取码不对', '还没有记为交付。码每 30 秒换一次，请顾客亮出最新的再扫。'),
  'pickup-ticket-old': passing('确认得太晚了', '还没有记为交付，请先不要给礼品。重新扫一次顾客的码。'),
} as const

export const pointsMessages = { ...citizen, ...outlet } satisfies Partial<Record<PointsCode, Message>>
