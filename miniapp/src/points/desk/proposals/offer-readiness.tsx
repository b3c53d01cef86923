import { useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { pointsText } from '@/shared/components/points'
import { ResultLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { leftOf } from '../gift/draft'
import { giftList } from '../stores'

/** How many pieces of a gift there are, and what it lacks: whoever lets it come on sale answers for that as well. */
export function OfferReadiness({ desk, gift: id }: { desk: Desk; gift: string }) {
  const gift = useListed(giftList, desk.name).value?.gifts.find((one) => one.id === id)
  if (!gift) return null
  const left = leftOf(gift)
  return (
    <Stack gap={2}>
      <ResultLine tone="waiting">
        {left > 0
          ? `现在的库存还能兑换 ${pointsText(left)} 件。`
          : '还没有库存：上架后市民看得到它，暂时换不了。'}
      </ResultLine>
      {gift.picture === null && <ResultLine tone="waiting">还没有图片：市民只看到文字。</ResultLine>}
    </Stack>
  )
}
