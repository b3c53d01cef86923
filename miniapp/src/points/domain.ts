import type { DomainPart } from '@/shared/domain'
import { pointsMessages } from './messages'

export const points = {
  messages: pointsMessages,
  links: [
    {
      for: 'outlet',
      icon: 'scan',
      title: '核销礼品',
      text: '扫顾客的领取码，交出礼品',
      page: 'counter/handover',
    },
    { for: 'outlet', icon: 'list', title: '核销记录', text: '今天交出了哪些', page: 'counter/handovers' },
    {
      for: 'outlet',
      icon: 'qr',
      title: '打卡码',
      text: '给来访的市民扫，每 30 秒换一次',
      page: 'counter/code',
    },
    { for: 'person', icon: 'history', title: '积分明细', text: '每一笔为什么', page: 'points/pages/entries' },
  ],
} as const satisfies DomainPart
