/** What is said after a report. Pure. */
import { messageOf } from '@/shared/messages'
import type { SceneName } from '../../../icons/drawings'
import type { Sent } from '../reports'

export type SentMessage = { title: string; text: string; scene: SceneName }

export function sentMessage(sent: Sent): SentMessage {
  switch (sent.status) {
    case 'counted':
      return {
        title: '收到了，谢谢',
        text: [
          sent.doubtful
            ? '已经有三位路人这样说，这里现在标着“存疑”，工作人员会去核实。'
            : '工作人员会看到。再有人说同样的事，这里就会标上“存疑”。',
          sent.credited ? '查实后，积分会记到你的账户。' : '',
        ].join(''),
        scene: 'empty',
      }
    case 'repeated':
      return { title: '今天已经记过了', text: '同一网络对同一问题，每天只记一次。谢谢提醒。', scene: 'empty' }
    case 'kept':
      return {
        title: '先存在手机里了',
        text: '现在没有网络。连上网以后会自己发出去，不用再填。',
        scene: 'offline',
      }
    case 'refused': {
      const { title, text } = messageOf(sent.failure)
      return { title, text, scene: 'error' }
    }
  }
}
