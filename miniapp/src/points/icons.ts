/** Which drawing of the icon family stands for which kind of gift. */
import type { GiftCategory } from '@contract/points'
import type { IconName } from '@/shared/components/icon'

export const giftIcons: Record<GiftCategory, IconName> = {
  'charity-goods': 'supermarket',
  service: 'heart',
  coupon: 'ticket',
}
