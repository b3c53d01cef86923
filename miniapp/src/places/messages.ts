import type { PlacesCode } from '@contract/places'
import { lasting, type Message, passing } from '@/shared/messages/message'

export const placesMessages = {
  'unknown-region': lasting('这个城市还没有加入', '换一个已经加入的城市看看。'),
  'unknown-place': lasting('没有找到这个地点', '它可能已经撤下。返回地图看看附近别处。'),
  'report-conflict': passing('刚好有人也在报告', '这一条没有记上。再按一次就好。'),
} as const satisfies Partial<Record<PlacesCode, Message>>
