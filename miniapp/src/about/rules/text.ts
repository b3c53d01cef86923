/**
 * The rules of points, as a person agrees to them (consent text `points`). Amounts are not here: each city sets its
 * own, and the tab 积分 shows them. Whoever changes a rule changes it here too, and the version in the contract.
 */
import { consentTexts } from '@contract/identity'
import type { Part } from '../privacy/text'

export const version = consentTexts.points

export const parts: readonly Part[] = [
  {
    title: '积分是什么',
    lines: [
      '积分是对参与公益服务的一点谢意，用来换礼品。',
      '积分不能买，不能转给别人，不能换钱，不能换彩票，也不用来抽奖。和买不买彩票没有关系。',
      '积分分城市。一座城市的积分，换这座城市的礼品。',
    ],
  },
  {
    title: '怎么得',
    lines: [
      '每天签到，连着签会多一点。',
      '到爱心救助点或公益驿站，扫柜台上的码，每处每天一次。',
      '报告地点的错误，被工作人员采纳。',
      '活动里拿到的积分码，一个码用一次。',
      '每种方式得多少、每天每月到多少为止，写在“积分”页上。每个月的总数也有上限。',
      '网点的代销者和销售员，不能在自己的网点得积分和取礼品。',
    ],
  },
  {
    title: '怎么用',
    lines: [
      '每件礼品明码标价，价格就是积分数，先到先得。',
      '兑换后十四天内，到你选的网点出示领取码领取。',
      '没领之前可以取消，积分退回原来那一年。超过十四天没领，自动取消并退回。',
      '退回时已经过了有效期的那一部分不会恢复，取消前会先告诉你。',
      '每人每年能用的积分有上限，有的礼品限每人几件。',
    ],
  },
  {
    title: '多久有效',
    lines: ['一年里得的积分，用到第二年的 12 月 31 日。到期前一个月会在“积分”页上提醒。先用掉最早到期的。'],
  },
  {
    title: '记错了怎么办',
    lines: [
      '每一笔都有流水，写着为什么。',
      '有疑问，把兑换单号告诉市福彩中心。要改正时，由一位同事提出、另一位同事批准，并记在流水里。',
      '猜码、冒用别人的码，会先锁住一段时间；查实是作弊得来的积分，会被扣回。',
    ],
  },
  {
    title: '不想要了',
    lines: ['在“我的数据”里可以随时删除。删除时剩下的积分作废，没领的礼品不能再领。'],
  },
]
