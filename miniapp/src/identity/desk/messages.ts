import type { IdentityCode } from '@contract/identity'
import { lasting, type Message } from '@/shared/messages/message'

export const identityStaffMessages = {
  'unknown-person': lasting('没有找到这个人', '没有改动任何东西。请对方在“我的”里再读一遍八位编号。'),
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
} as const satisfies Partial<Record<IdentityCode, Message>>
