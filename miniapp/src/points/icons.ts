/** Which drawing of the icon family stands for which kind of gift. */
import type { Gift } from '@contract/points'
import type { IconName } from '@/shared/components/icon'

export const giftIcons: Record<Gift['category'], IconName> = {
  'charity-goods': 'supermarket',
  service: 'heart',
  coupon: 'ticket',
  other: 'supermarket',
}
