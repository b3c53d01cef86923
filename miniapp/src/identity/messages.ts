import type { IdentityCode } from '@contract/identity'
import { lasting, type Message, passing } from '@/shared/messages/message'

export const identityMessages = {
  'login-code-refused': passing('这次登录没有成功', '微信给的登录凭据已经用过或过期了。再按一次登录就好。'),
  'login-busy': passing('微信登录正在忙', '还没有登录，手机里的内容都还在。过一分钟再试。'),
  'session-ended': lasting('登录已经失效', '你写的内容都还在，什么也没有提交。重新登录后接着做。'),
  'ticket-ended': lasting('这个登录码已经失效', '没有登录。在电脑上换一个新的登录码，再扫一次。'),
  'wrong-digits': passing('数字不对', '还没有允许。看一下电脑上登录码下面的四位数字，再填一次。最多填三次。'),
  'phone-needed': lasting('要在手机上允许', '没有允许。在手机微信里打开福驿，进“我的”，按“登录电脑”。'),
  'another-account': lasting(
    '电脑上登录的是另一个人',
    '没有确认，那台电脑上什么也没有变。要由登录在那台电脑上的人，用自己的手机来扫。',
  ),
  'last-admin': lasting('这是最后一位管理员', '没有改动任何东西。先请另一位同事担任管理员，再来操作。'),
  'consent-outdated': lasting('说明已经更新了', '没有记下同意。更新到最新版本，看过新的说明后再同意。'),
} as const satisfies Partial<Record<IdentityCode, Message>>
