import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { typedDigits } from '@/points/visit-view'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Field } from '@/shared/components/field'
import { Row } from '@/shared/components/row'
import { Hint } from '@/shared/components/text'
import { canScan, scanCode } from '@/shared/platform/scan'
import { CounterScreen } from '../components/at-counter'
import { goCounter, goHandovers } from '../go'
import { isOutcomeUnknown, type Step } from './flow'
import css from './handover.module.scss'
import { RefusalLine } from './refusal-line'
import { useRefusalOptions } from './use-refusal-options'
import { askRefusal, readPickup } from './view'

type Asking = Extract<Step, { step: 'ask' | 'checking' }>

/** The customer's code: scanned, or eight digits typed. */
export function AskCode({
  outlet,
  now,
  onCode,
}: {
  outlet: string
  now: Asking
  onCode: (digits: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [other, setOther] = useState<string | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  const { shown, digits } = typedDigits(typed)
  const checking = now.step === 'checking'
  const refused = now.step === 'ask' ? now.refused : null
  useEffect(() => {
    // What the network lost may be sent again as it stands, and a slip of one digit put right; an order that was refused
    // is only in the way of the next.
    if (refused && !isOutcomeUnknown(refused) && refused.code !== 'pickup-code-wrong') setTyped('')
  }, [refused])
  const isWrong = refused?.code === 'pickup-code-wrong' && digits !== null && digits === sent

  function check(eight: string): void {
    setSent(eight)
    onCode(eight)
  }
  function type(text: string): void {
    setTyped(text)
    setOther(null)
    const read = typedDigits(text).digits
    // The last digit submits; the digits stay in the field for a correction.
    if (read !== null && read !== digits && !checking) check(read)
  }
  async function scan(): Promise<void> {
    const scanned = await scanCode()
    if (scanned.state === 'cancelled') return
    if (scanned.state === 'unavailable') {
      setOther('这里用不了相机。请输入领取码下面的 8 位数字。')
      return
    }
    const read = readPickup(scanned.text)
    setOther(read.kind === 'other' ? read.text : null)
    if (read.kind === 'digits') onCode(read.digits)
  }

  return (
    <CounterScreen
      title="核销礼品"
      outlet={outlet}
      actions={
        canScan ? (
          <Button tone="primary" icon="scan" block disabled={checking} onTap={() => void scan()}>
            {checking ? '正在查' : '扫顾客的领取码'}
          </Button>
        ) : (
          <Button
            tone="primary"
            block
            disabled={checking || digits === null}
            onTap={() => digits !== null && check(digits)}
          >
            {checking ? '正在查' : digits === null ? '先输入 8 位数字' : '查这一单'}
          </Button>
        )
      }
    >
      <Refused now={now} other={other} />
      <Card>
        <View className={css.code}>
          <Field
            kind="digits"
            label={canScan ? '或者输入 8 位数字' : '顾客领取码的 8 位数字'}
            focus={!canScan || isWrong}
            selectAll={isWrong}
            error={isWrong ? `${shown} 对不上。请按顾客屏幕上现在的数字改，改好就会再查。` : null}
            value={shown}
            max={9}
            placeholder="例如 0123 4567"
            hint={checking ? '正在查…' : '在顾客领取码的下面，输满 8 位就会查'}
            onChange={type}
            onConfirm={() => digits && !checking && check(digits)}
          />
        </View>
      </Card>
      <Card flush>
        <Row first icon="list" title="核销记录" text="今天和以前交出的礼品" onTap={goHandovers} />
        <Row icon="qr" title="打卡码" text="给来访的市民扫，每 30 秒换一次" onTap={goCounter} />
      </Card>
      <Hint>先看清楚是什么，再确认。查一查不会改变什么。</Hint>
    </CounterScreen>
  )
}

function Refused({ now, other }: { now: Asking; other: string | null }) {
  const options = useRefusalOptions()
  if (other !== null) return <RefusalLine refusal={{ title: '没有读到领取码', text: other, tone: 'doubt' }} />
  if (now.step !== 'ask' || now.refused === null) return null
  return <RefusalLine refusal={askRefusal(now.refused, now.unsure, options)} />
}
