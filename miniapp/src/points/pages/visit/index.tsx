import { placeIdSchema } from '@contract/shared'
import * as endpoints from '@functions/points/endpoints/account'
import { readScan } from '@functions/points/rules/rolling-code'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { call, type Failure } from '@/shared/api/request'
import { useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Field } from '@/shared/components/field'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Page } from '@/shared/components/page'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { Stack } from '@/shared/components/stack'
import { Hint, Name, Quiet } from '@/shared/components/text'
import { canScan, scanCode } from '@/shared/platform/scan'
import { useAction } from '@/shared/query/use-action'
import { useMe } from '@/shared/session/session'
import { useAge } from '@/shared/storage/settings'
import { EarnedView } from '../../components/earned-view'
import { UnderAge } from '../../components/under-age'
import { afterEarning } from '../../stores'
import { typedDigits, type Visit } from '../../visit-view'
import { Stations } from './stations'
import css from './visit.module.scss'

/** At a counter: scan its code, or type the eight digits that it shows. */
export default function VisitPage() {
  const person = useMe()?.id
  if (useAge() === 'minor')
    return (
      <Screen title="到站打卡">
        <UnderAge />
      </Screen>
    )
  return person === undefined ? (
    <Screen title="到站打卡">
      <LoginNeeded title="登录后可以打卡" text="到爱心救助点或公益驿站打卡能得积分。" />
    </Screen>
  ) : (
    <Counter person={person} />
  )
}

function Counter({ person }: { person: string }) {
  const { place: given } = useRouter().params
  const known = placeIdSchema.safeParse(given)
  const [place, setPlace] = useState<string | null>(known.success ? known.data : null)
  const [said, setSaid] = useState<string | null>(null)
  const { run, busy, failure, value } = useAction(
    (body: Visit) => call(endpoints.visit, { body }),
    (earned) => afterEarning(person, earned),
  )

  async function scan(): Promise<void> {
    setSaid(null)
    const scanned = await scanCode()
    if (scanned.state === 'cancelled') return
    if (scanned.state === 'unavailable') return setSaid('这里打不开扫码。请输入柜台屏幕上的 8 位数字。')
    const visit = readScan(scanned.text)
    if (visit?.type === 'visit') await run({ place: visit.place, digits: visit.digits })
    else setSaid('这不是打卡码。打卡码在柜台的屏幕上，每 30 秒换一次。')
  }

  return (
    <Screen title="到站打卡" notice={<CityNotice />} lottery>
      <Page>
        {value ? (
          <EarnedView earned={value} />
        ) : (
          <>
            <Quiet>到爱心救助点或公益驿站，请工作人员亮出打卡码。每处每天记一次。</Quiet>
            {canScan && (
              <Button tone="primary" icon="scan" block disabled={busy} onTap={() => void scan()}>
                {busy ? '正在核对' : '扫柜台上的码'}
              </Button>
            )}
            {said && <ResultLine tone="doubt">{said}</ResultLine>}
            <Wrong failure={failure} />
            <Typed
              place={place}
              onPlace={setPlace}
              busy={busy}
              onSend={(digits) => place && void run({ place, digits })}
            />
          </>
        )}
      </Page>
    </Screen>
  )
}

/** The counter's digits have other words than a printed code of which the server says the same. */
function Wrong({ failure }: { failure: Failure | null }) {
  if (failure?.code !== 'code-wrong') return <FailureLine failure={failure} />
  return (
    <ResultLine tone="wrong">
      数字不对，或已经换过了。没有记分。看柜台屏幕上现在的 8 位，再输一遍。
    </ResultLine>
  )
}

/** The eight digits, and at which station: a scanned code says that itself. */
function Typed({
  place,
  onPlace,
  busy,
  onSend,
}: {
  place: string | null
  onPlace: (id: string | null) => void
  busy: boolean
  onSend: (digits: string) => void
}) {
  const [text, setText] = useState('')
  const { shown, digits } = typedDigits(text)
  return (
    <Card title={canScan ? '扫不了，就输数字' : '输入柜台屏幕上的数字'}>
      <Stack gap={3}>
        <Station place={place} onPlace={onPlace} />
        {place !== null && (
          <>
            <Field
              kind="digits"
              label="8 位数字"
              value={shown}
              placeholder="例如 0123 4567"
              max={12}
              onChange={setText}
              onConfirm={() => digits && onSend(digits)}
            />
            <Button
              tone={canScan ? 'plain' : 'primary'}
              block
              disabled={digits === null || busy}
              onTap={() => digits && onSend(digits)}
            >
              {busy ? '正在核对' : '打卡'}
            </Button>
          </>
        )}
      </Stack>
    </Card>
  )
}

/** Where one stands: chosen, or to choose among the nearest. */
function Station({ place, onPlace }: { place: string | null; onPlace: (id: string | null) => void }) {
  const city = useCity()
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const chosen = useMemo(() => (place === null ? undefined : catalogue?.byId.get(place)), [catalogue, place])
  if (place === null) return <Stations onPick={onPlace} />
  return (
    <View className={css.station}>
      <Stack grow>
        <Hint>在这里打卡</Hint>
        <Name>{chosen?.name ?? '刚才打开的地点'}</Name>
      </Stack>
      <Button tone="quiet" onTap={() => onPlace(null)}>
        换一处
      </Button>
    </View>
  )
}
