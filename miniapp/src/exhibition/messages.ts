import type { ExhibitionCode } from '@contract/exhibition'
import { lasting, type Message } from '@/shared/messages/message'

export const exhibitionMessages = {
  'unknown-exhibition': lasting('这个城市还没有展馆', '换一个城市看看，或过几天再来。'),
  'unknown-gallery': lasting('这个展厅现在没有开放', '回到展馆，看看其他展厅。'),
  'unknown-fund': lasting('这个城市还没有公布公益金去向', '过几天再来看，或者换一个城市。'),
  'unknown-bulletin': lasting('这条公益发布已经撤下或不存在', '回到公益发布，看看其他的。'),
} as const satisfies Partial<Record<ExhibitionCode, Message>>
