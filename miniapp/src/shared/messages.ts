/** Every failure in words: what happened, what was kept, what to do. */
import type { Failure, FailureCode } from './request'

export interface Message {
  title: string
  /** What is still there, and what to do now. */
  text: string
  /** Whether pressing the same thing again can help. */
  again: boolean
}

export function messageOf(failure: Failure): Message {
  const message = byCode(failure.code)
  return failure.requestId && failure.code === 'internal'
    ? { ...message, text: `${message.text}（编号 ${failure.requestId}）` }
    : message
}

function byCode(code: FailureCode): Message {
  switch (code) {
    case 'offline':
      return { title: '网络连不上', text: '已经存下的内容都还能看。检查网络后再试一次。', again: true }
    case 'timeout':
      return {
        title: '网络太慢，没等到回应',
        text: '已经存下的内容都还在。换个信号好的地方再试。',
        again: true,
      }
    case 'bad-answer':
      return {
        title: '收到的内容读不懂',
        text: '没有改动任何东西。过一会儿再试，或更新到最新版本。',
        again: true,
      }
    case 'invalid-request':
      return { title: '填写的内容有误', text: '没有提交。改好后再试一次。', again: false }
    case 'unauthenticated':
      return { title: '要先登录', text: '没有改动任何东西。登录后再来一次。', again: false }
    case 'forbidden':
      return {
        title: '你的身份做不了这件事',
        text: '没有改动任何东西。需要的话，请联系市福彩中心。',
        again: false,
      }
    case 'not-found':
      return { title: '没有找到', text: '它可能已经移走了。返回上一页看看别处。', again: false }
    case 'unknown-region':
      return { title: '这个城市还没有加入', text: '换一个已经加入的城市看看。', again: false }
    case 'unknown-place':
      return { title: '没有找到这个地点', text: '它可能已经撤下。返回地图看看附近别处。', again: false }
    case 'method-not-allowed':
    case 'unsupported-media-type':
      return { title: '这个版本太旧了', text: '没有提交。更新到最新版本后再试。', again: false }
    case 'payload-too-large':
      return { title: '写得太长了', text: '没有提交。删短一些再试。', again: false }
    case 'answer-too-large':
      return { title: '要的内容太多了', text: '没有取到。缩小范围再试。', again: false }
    case 'rate-limited':
      return {
        title: '今天提交得太多了',
        text: '前面的都收到了。明天再来，或直接打电话给网点。',
        again: false,
      }
    case 'report-conflict':
      return { title: '刚好有人也在报告', text: '这一条没有记上。再按一次就好。', again: true }
    case 'unavailable':
      return { title: '服务正在忙', text: '已经存下的内容都还能看。过一会儿再试。', again: true }
    case 'internal':
      return { title: '我们这边出了问题', text: '没有改动任何东西。过一会儿再试。', again: true }
  }
}
