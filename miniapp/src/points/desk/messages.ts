import type { PointsCode } from '@contract/points'
import { lasting, type Message } from '@/shared/messages/message'

export const pointsStaffMessages = {
  'unknown-batch': lasting('没有找到这批积分码', '没有改动任何东西。回到列表看看。'),
  'unknown-adjustment': lasting('没有找到这笔调整', '没有改动任何东西。回到列表看看。'),
  'unknown-account': lasting('没有找到这个人的积分账户', '这个人在本市还没有得过积分。回到列表看看。'),
  'edited-meanwhile': lasting('刚才有人改过', '你的修改没有保存，还留在这里。刷新看看对方改了什么，再决定。'),
  'stock-taken': lasting('库存不够减', '库存没有变动。已经兑换出去的不能再减，把数量改小后再试。'),
  'picture-unfit': lasting('这张图片用不了', '原来的图片没有变。请用不超过二百 KB 的 JPEG、PNG 或 WebP。'),
  'picture-waits': lasting('图片还没有审过', '没有改动任何东西。先到审批里看这张图片，通过以后再来。'),
  'picture-unusable': lasting('这张图片不能用', '它被退回了、过期了，或者不是这个城市的。换一张再试。'),
  'adjustment-decided': lasting('这笔调整已经有结果', '没有再改动。刷新看看是谁决定的。'),
  'unknown-proposal': lasting('没有找到这条待复核', '它可能已经清理。操作记录里还能查到。'),
  'proposal-decided': lasting('这一条已经有结果', '没有再改动。刷新看看是谁决定的。'),
  'proposal-expired': lasting(
    '超过期限没有复核，已经失效',
    '没有改动任何东西。请提出的人按现在的情况重新提交。',
  ),
  'own-proposal': lasting('自己提出的不能自己复核', '没有改动任何东西。请另一位同事来复核。'),
  'not-own-proposal': lasting('这不是你提出的', '没有改动任何东西。只有提出的人能撤回。'),
  'adjustment-expired': lasting('超过期限没有审批，已经失效', '积分没有变动。还要调整的话，请重新提出。'),
  'not-own-adjustment': lasting('这不是你提出的', '积分没有变动。只有提出的人能撤回。'),
  'open-limit-reached': lasting('等着处理的太多了', '没有提交。本市最多 100 条同时等待，先处理或撤回一些。'),
  'own-adjustment': lasting('自己提出的不能自己审批', '积分没有变动。请另一位同事来批。'),
} as const satisfies Partial<Record<PointsCode, Message>>
