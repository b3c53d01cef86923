/** What can go wrong anywhere, and on the way. */
import type { CommonCode } from '@contract/shared'
import type { ClientCode } from '../api/failure'
import { lasting, type Message, passing } from './message'

/** Of whoever asked for it on this phone, and whose session is over. */
export const deletionGoesOn = lasting(
  '正在删除你的数据',
  '一般几分钟删完，不用守着。以后登录，看到的还是原来的编号，就是没有删成，再删一次。',
)

/** For `login-busy` of an account whose deletion has begun. */
export const accountBeingDeleted = passing(
  '这个账号正在删除',
  '你要求删除的数据还在清除，一般几分钟就完，不用守着。删完再登录，就是一个新的人，从零开始。',
)

export const commonMessages = {
  offline: passing('网络连不上', '检查网络后再试一次。手机里存下的内容不受影响。'),
  timeout: passing('网络太慢，没等到回应', '已经存下的内容都还在。换个信号好的地方再试。'),
  'bad-answer': passing('收到的内容读不懂', '已经存下的内容都还在。过一会儿再试，或更新到最新版本。'),
  refused: lasting('没有办成', '没有改动任何东西。更新到最新版本后再试。'),
  'being-deleted': deletionGoesOn,
  'invalid-request': lasting('填写的内容有误', '没有提交。改好后再试一次。'),
  'personal-number': lasting(
    '文字里像有个人号码',
    '没有提交，写的都还在。请去掉电话、身份证或银行卡号再试。',
  ),
  unauthenticated: lasting('要先登录', '没有改动任何东西。登录后再来一次。'),
  'another-person': lasting('登录的人已经换了', '没有提交，什么也没有改动。请重新打开这一页再操作。'),
  'origin-refused': lasting('这个版本太旧了', '没有提交。更新到最新版本后再试。'),
  forbidden: lasting('你的身份做不了这件事', '没有改动任何东西。需要的话，请联系市福彩中心。'),
  'fresh-approval-needed': lasting(
    '要用手机再确认一次',
    '没有确认，什么也没有提交，填的都还在。用自己的手机确认后再接着做。',
  ),
  'not-found': lasting('没有找到', '它可能已经移走了。返回上一页看看别处。'),
  'method-not-allowed': lasting('这个版本太旧了', '没有提交。更新到最新版本后再试。'),
  'unsupported-media-type': lasting('这个版本太旧了', '没有提交。更新到最新版本后再试。'),
  'answer-too-large': lasting('要的内容太多了', '没有取到。缩小范围再试。'),
  'payload-too-large': lasting('内容太大了', '没有提交。删短文字或换小一点的图片再试。'),
  'idempotency-key-missing': lasting('这个版本太旧了', '没有提交，积分没有变动。更新到最新版本后再试。'),
  'idempotency-key-stale': passing(
    '手机的时间和我们差得太远',
    '没有提交，积分没有变动。核对手机的日期和时间，再按一次。',
  ),
  'idempotency-key-reused': passing(
    '这次提交和上一次混在一起了',
    '没有多扣积分。先看看“我的兑换单”，没有的话再按一次。',
  ),
  'rate-limited': lasting('次数太多了', '这一次没有提交，之前的都收到了。过一会儿再试，或明天再来。'),
  unavailable: passing('服务正在忙', '过一会儿再试。手机里存下的内容不受影响。'),
  internal: passing('我们这边出了问题', '已经存下的内容都还在。过一会儿再试。'),
} as const satisfies Partial<Record<CommonCode | ClientCode, Message>>
