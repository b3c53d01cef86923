import type { CommonCode } from '@contract/shared'
import { lasting, type Message } from '@/shared/messages/message'

export const commonStaffMessages = {
  'second-person-needed': lasting('这一步要两个人', '没有改动任何东西。刷新后重新提交，再请另一位同事复核。'),
  'second-person-missing': lasting(
    '本市还没有第二个人能复核',
    '没有提交。请管理员给另一位同事授予“礼品与积分”权限。',
  ),
} as const satisfies Partial<Record<CommonCode, Message>>
