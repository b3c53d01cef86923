import type { PlacesCode } from '@contract/places'
import { lasting, type Message } from '@/shared/messages/message'

export const placesStaffMessages = {
  'unknown-report': lasting('没有找到这条报告', '没有改动任何东西。它可能已经过了保留期。'),
  'report-decided': lasting('这条报告已经处理过', '没有再改动。刷新看看结果。'),
} as const satisfies Partial<Record<PlacesCode, Message>>
