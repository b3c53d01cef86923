/** What is said after a report. Pure. */
import { messageOf } from '@/shared/messages'
import type { SceneName } from '../../../../icons/drawings'
import type { Sent } from '../../reports'

export type SentMessage = { title: string; text: string; scene: SceneName }

export function sentMessage(sent: Sent): SentMessage {
  switch (sent.status) {
    case 'counted':
      return {
        title: '收到了，谢谢',
        text: [
          sent.doubtful
            ? '已有 3 人反映同一问题，这里现在标为“待核实”，工作人员会去核实。'
            : '工作人员会看到。有 3 人反映同一问题，就会标为“待核实”。',
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
    case 'held':
      return {
        title: '记下了，还没有发出去',
        text: '现在没有网络，这里又存不下。连上网以后会自己发出去；在那之前关掉福驿，就没有了。',
        scene: 'offline',
      }
    case 'refused': {
      const { title, text } = messageOf(sent.failure)
      return { title, text, scene: 'error' }
    }
  }
}
