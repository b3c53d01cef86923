/** Texts of the handover at the counter. Pure. */
import { readScan } from '@functions/points/rules/rolling-code'
import type { Failure } from '@/shared/api/request'
import { messageOf } from '@/shared/messages'
import { momentText } from '@/shared/time/moments'
import { isOutcomeUnknown } from './flow'

export type Scanned =
  | { kind: 'digits'; digits: string }
  /** A code of ours for something else, or none of ours. */
  | { kind: 'other'; text: string }

const ask = '请顾客打开“我的兑换”里这一单，出示领取码。'

/** What a scanned code is: an order's is the one wanted here. */
export function readPickup(text: string): Scanned {
  const scan = readScan(text)
  switch (scan?.type) {
    case 'pickup':
      return { kind: 'digits', digits: scan.digits }
    case 'visit':
      return { kind: 'other', text: `这是柜台上的打卡码。${ask}` }
    case 'login':
      return { kind: 'other', text: `这是电脑登录的码。${ask}` }
    default:
      return { kind: 'other', text: `这不是福驿的领取码。${ask}` }
  }
}

export type Refusal = {
  title: string
  text: string
  /** `doubt`: look first, then go on; `stop`: this gift is not handed over here and now. */
  tone: 'doubt' | 'stop'
}

export type RefusalOptions = { now: number; placeName: (id: string) => string }

/** Why the check gave nothing. Nothing was written, and that is said. */
export function checkRefusal(failure: Failure, options: RefusalOptions): Refusal {
  if (failure.code === 'offline')
    return {
      title: '没有网络，查不了',
      text: '什么都没有发生，兑换单还在。连上网再扫一次；连不上就请顾客改天来。',
      tone: 'doubt',
    }
  if (failure.code === 'timeout')
    return {
      title: '网络太慢，没等到回应',
      text: '什么都没有发生，兑换单还在。换个信号好的地方再扫一次。',
      tone: 'doubt',
    }
  return refusal(failure, options)
}

/** Why the confirmation did nothing, or may have done something. */
export function confirmRefusal(failure: Failure, unsure: boolean, options: RefusalOptions): Refusal {
  if (failure.code === 'offline' && !unsure)
    return {
      title: '没有网络，没有交成',
      text: '什么都没有发生，礼品先留着。连上网再按一次。',
      tone: 'doubt',
    }
  if (unsure && isOutcomeUnknown(failure))
    return {
      title: '没等到回应，不知道记上没有',
      text: '礼品先留着，按“再确认一次”：同一单只会记一次，按几次都一样。',
      tone: 'doubt',
    }
  if (failure.code === 'pickup-ticket-old')
    return {
      title: '隔得太久了',
      text: unsure
        ? '刚才那次不知道记上没有。请顾客再出示一次领取码：已经交过的会说明几点交的。'
        : '没有记上。请顾客再出示一次领取码。',
      tone: 'doubt',
    }
  return refusal(failure, options)
}

function refusal(failure: Failure, { now, placeName }: RefusalOptions): Refusal {
  const at = failure.about?.at ? momentText(Date.parse(failure.about.at), now) : null
  switch (failure.code) {
    case 'order-picked-up':
      return {
        title: at ? `${at} 已经交过了` : '这一单已经交过了',
        text: '一单只交一次，不要再给。对不上的话，看看“核销记录”，或请顾客联系市福彩中心。',
        tone: 'stop',
      }
    case 'order-cancelled':
      return {
        title: at ? `${at} 取消了` : '这一单取消了',
        text: '积分已经退给顾客，礼品不要给。',
        tone: 'stop',
      }
    case 'order-expired':
      return {
        title: '过了领取期限',
        text: '积分已经退给顾客，礼品不要给。顾客可以重新兑换。',
        tone: 'stop',
      }
    case 'not-picked-up-here':
      return {
        title: '不在这里领',
        text: failure.about?.place
          ? `这一单要在“${placeName(failure.about.place)}”领，礼品不要给。`
          : '请看顾客兑换单上写的网点，礼品不要给。',
        tone: 'stop',
      }
    case 'pickup-code-wrong':
      return {
        title: '码不对，或者已经换了',
        text: '领取码每 30 秒换一次，请顾客出示现在的码。也看一眼兑换单上写的是不是这个网点。',
        tone: 'doubt',
      }
    case 'too-many-tries':
      return {
        title: '错得太多，先停一停',
        text: '为了防止有人乱猜，这里要停最多一小时。兑换单都还在，请顾客晚点再来。',
        tone: 'stop',
      }
    case 'own-outlet':
      return {
        title: '这是你自己的兑换',
        text: '自己网点的兑换不能由自己交，请换一个网点领。礼品没有交出。',
        tone: 'stop',
      }
    default: {
      const { title, text } = messageOf(failure)
      return { title, text, tone: 'doubt' }
    }
  }
}

/** The last four of an order's number stand out: that is what two people compare. */
export function orderParts(id: string): { head: string; tail: string } {
  return { head: id.slice(0, -4), tail: id.slice(-4) }
}

/** What stands above the empty field: a check that gave nothing, or a confirmation that ended there. */
export function askRefusal(failure: Failure, unsure: boolean, options: RefusalOptions): Refusal {
  const ofConfirmation = unsure || failure.code === 'pickup-ticket-old'
  return ofConfirmation ? confirmRefusal(failure, unsure, options) : checkRefusal(failure, options)
}
