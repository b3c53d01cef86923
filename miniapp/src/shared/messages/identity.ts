import type { IdentityCode } from '@contract/identity'
import { lasting, type Message, passing } from './message'

/** For `login-busy` of an account whose deletion has begun. */
export const accountBeingDeleted = passing(
  '这个账号正在删除',
  '你要求删除的数据还在清除，一般几分钟就完，不用守着。删完再登录，就是一个新的人，从零开始。',
)

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
  'unknown-person': lasting('没有找到这个人', '没有改动任何东西。请对方在“我的”里再读一遍八位编号。'),
  'last-admin': lasting('这是最后一位管理员', '没有改动任何东西。先请另一位同事担任管理员，再来操作。'),
  'own-role': lasting('不能改自己的身份', '没有改动任何东西。请另一位管理员来改。'),
  'too-many-roles': lasting('这个人的身份太多了', '没有改动任何东西。先收回几个不再用的身份，再授予这一个。'),
  'unknown-role-proposal': lasting('没有这条授予申请', '没有改动任何东西。它可能已经过了保存期。刷新再看。'),
  'role-proposal-decided': lasting('已经有人处理了', '没有改动任何东西。刷新就能看到结果。'),
  'role-proposal-expired': lasting('已经过了期限', '没有授予。需要的话请重新提交。'),
  'own-role-proposal': lasting(
    '要另一位管理员来定',
    '没有改动任何东西。自己提交的、授予自己的，都不能自己同意。',
  ),
  'not-own-role-proposal': lasting('这不是你提交的', '没有改动任何东西。只有提交的人能撤回。'),
  'role-changed-meanwhile': lasting(
    '这个人的权限刚才变过',
    '没有授予，现有的权限没有动。这条申请作废即可，需要的话按现在的权限重新提交。',
  ),
  'role-proposer-not-admin': lasting(
    '提交的人已经不是管理员',
    '没有授予。需要的话由一位现任管理员重新提交，另一位来同意。',
  ),
  'role-proposal-limit': lasting('等着同意的太多了', '没有提交。本市最多 100 条同时等待，先处理或撤回一些。'),
  'consent-outdated': lasting('说明已经更新了', '没有记下同意。更新到最新版本，看过新的说明后再同意。'),
} as const satisfies Record<IdentityCode, Message>
