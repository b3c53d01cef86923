import type { ExportResponse } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { isOutcomeUnknown } from '@/shared/api/doubt'
import { useCity } from '@/shared/city'
import { cityNames } from '@/shared/city/city-names'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { Icon } from '@/shared/components/icon'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useAction } from '@/shared/query/use-action'
import { session } from '@/shared/session/session'
import { address, useElder } from '@/shared/storage/settings'
import css from './data.module.scss'
import { lossesOf, pointsByCity } from './points-by-city'

const goes = [
  '你的编号、身份、登录记录和与微信的绑定，当场删掉。',
  '报告里的你和你写的说明、工作人员写在你账上的话，当场删掉。',
  '积分流水留作账目，但不再连着任何人。做过工作人员的，经手的记录按随机编号留三年。',
]

/** Two steps: what is deleted and what is lost, each by name; then the confirmation. */
export function DeleteMe({ data, onGone }: { data: ExportResponse; onGone: () => void }) {
  const [step, setStep] = useState<'closed' | 'consequences' | 'confirm'>('closed')
  const city = useCity()
  const losses = lossesOf(pointsByCity(data), cityNames(city.regions))
  const deletion = useAction(session.deleteMe, onGone)
  const close = () => setStep('closed')
  // Once begun, a deletion goes on by itself (decision 045): who reads no more than a failure would think it undone.
  const mayBeUnderWay = deletion.failure !== null && isOutcomeUnknown(deletion.failure, false)
  return (
    <Card title="删除">
      <Stack gap={3}>
        <Hint>删除后不能恢复。手机里存的收藏和设置不在这里，在隐私说明里清。</Hint>
        <Button block icon="trash" onTap={() => setStep('consequences')}>
          删除我的数据
        </Button>
      </Stack>
      <View>
        {step === 'consequences' && (
          <ConfirmSheet
            title="先看清楚会删掉什么"
            confirm="看清楚了，下一步"
            onConfirm={() => setStep('confirm')}
            onClose={close}
          >
            <Consequences losses={losses} />
          </ConfirmSheet>
        )}
        {step === 'confirm' && (
          <ConfirmSheet
            title="现在就删除？"
            text={losses.length > 0 ? `${losses.join('')}删除后不能恢复。` : '删除后不能恢复。'}
            confirm={mayBeUnderWay ? '接着删除' : '删除，不再恢复'}
            cancel={mayBeUnderWay ? '关闭，不等了' : undefined}
            busyText="正在删除"
            busy={deletion.busy}
            onConfirm={() => void deletion.run()}
            onClose={mayBeUnderWay ? session.leaveWhileDeleting : close}
          >
            {mayBeUnderWay ? (
              <ResultLine tone="doubt">
                没等到删完的回应。删除可能已经开始，开始了就不会停，一般几分钟删完。想确定，再按一次“接着删除”。
              </ResultLine>
            ) : (
              <FailureLine failure={deletion.failure} />
            )}
          </ConfirmSheet>
        )}
      </View>
    </Card>
  )
}

function Consequences({ losses }: { losses: readonly string[] }) {
  const elder = useElder()
  return (
    <View className={css.list}>
      {goes.map((line) => (
        <Line key={line} icon="trash">
          {address(elder, line)}
        </Line>
      ))}
      {losses.map((line) => (
        <Line key={line} icon="warning" lost>
          {line}
        </Line>
      ))}
      {losses.length === 0 && <Line icon="check">没有积分和待领取的礼品会作废。</Line>}
    </View>
  )
}

function Line({
  icon,
  children,
  lost = false,
}: {
  icon: 'trash' | 'warning' | 'check'
  children: string
  lost?: boolean
}) {
  return (
    <View className={`${css.line} ${lost ? css.lost : ''}`}>
      <Icon name={icon} size="s" />
      <Text className={css.words}>{children}</Text>
    </View>
  )
}
