import { visitText } from '@functions/points/rules/rolling-code'
import { Text, View } from '@tarojs/components'
import { FailureView } from '@/shared/components/failure-view'
import { Heading } from '@/shared/components/heading'
import { Qr } from '@/shared/components/qr'
import { ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { isUnreachable } from '@/shared/messages'
import { useIsOffline } from '@/shared/platform/offline-state'
import { useMe } from '@/shared/session/session'
import { useAwake } from '../awake'
import { AtCounter, CounterScreen } from '../components/at-counter'
import css from './counter.module.scss'
import type { Shown } from './live'
import { useCode } from './use-code'

/** The code on the counter that visitors scan, changing every 30 seconds, to be read from a metre away. */
export default function CounterPage() {
  const me = useMe()
  return (
    <AtCounter
      title="打卡码"
      page={(outlet) => me && <Code key={`${me.id} ${outlet}`} person={me.id} outlet={outlet} />}
    />
  )
}

function Code({ person, outlet }: { person: string; outlet: string }) {
  useAwake()
  const { shown, failure, retry } = useCode(person, outlet)
  const isOffline = useIsOffline()
  return (
    <CounterScreen title="打卡码" outlet={outlet}>
      {shown ? (
        <>
          <Live outlet={outlet} shown={shown} />
          <View>
            {(isOffline || (failure && isUnreachable(failure))) && (
              <ResultLine tone="doubt">现在没有网络。今天的打卡码照常能用，过了零点要连一次网。</ResultLine>
            )}
          </View>
          <Heading level={2} size="row">
            市民怎么用
          </Heading>
          <Text className={css.how}>
            打开福驿，在“积分”里点“到站打卡”，扫这个码，或者输入 8 位数字。每人每天在这里记一次。
          </Text>
        </>
      ) : failure ? (
        <FailureView failure={failure} onRetry={retry} />
      ) : (
        <Waiting rows={4} text="正在取今天的打卡码" />
      )}
    </CounterScreen>
  )
}

function Live({ outlet, shown: { digits, seconds, left } }: { outlet: string; shown: Shown }) {
  return (
    <View className={css.code}>
      <Qr text={visitText(outlet, digits)} label={`打卡码 ${digits}`} />
      <View className={css.digits} aria-label={`8 位数字：${digits}`}>
        <Text>{digits.slice(0, 4)}</Text>
        <Text>{digits.slice(4)}</Text>
      </View>
      <View className={css.track} aria-hidden>
        <View className={css.left} style={{ width: `${Math.round(left * 100)}%` }} />
      </View>
      <Text className={css.seconds}>{seconds} 秒后换新的</Text>
    </View>
  )
}
