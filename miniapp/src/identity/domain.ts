import type { DomainPart } from '@/shared/domain'
import { identityMessages } from './messages'

export const identity = {
  messages: identityMessages,
  links: [
    {
      for: 'person',
      icon: 'screen',
      title: '登录电脑',
      text: '扫电脑上的登录码',
      page: 'identity/pages/approve',
    },
    {
      for: 'person',
      icon: 'lock',
      title: '我的数据',
      text: '查看、导出、退出登录、删除',
      page: 'identity/pages/data',
    },
  ],
} as const satisfies DomainPart
