import { type Amenity, type ReportFact, type ReportRequest, reportFacts } from '@contract/places'
import { placeIdSchema } from '@contract/shared'
import { Text, Textarea, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { Button } from '@/shared/components/button'
import { Chip } from '@/shared/components/chip'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { ResultLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { Stack, Wrap } from '@/shared/components/stack'
import { StateView } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Hint, Quiet } from '@/shared/components/text'
import { messageOf } from '@/shared/messages'
import { personalNumberProblem } from '@/shared/messages/personal-number'
import { leavePage } from '@/shared/navigation/navigation'
import { useMe } from '@/shared/session/session'
import { address, useAge, useElder } from '@/shared/storage/settings'
import { ChoiceChip } from '../../components/choice-chip'
import { goMap } from '../../go'
import { factIcons } from '../../icons'
import { reports, type Sent } from '../../reports'
import { amenityNames, reportFactNames } from '../../words'
import css from './report.module.scss'
import { sentMessage } from './view'

/** Something is wrong with a place: pick what, send. */
export default function ReportPage() {
  const { id = '' } = useRouter().params
  const [sent, setSent] = useState<Sent | null>(null)
  if (!placeIdSchema.safeParse(id).success) return <NoSuchPlace />
  if (sent && sent.status !== 'refused') return <Thanks sent={sent} />
  return <Form id={id} refused={sent} onSent={setSent} />
}

/** A link that was cut or mistyped. */
function NoSuchPlace() {
  const { title, text } = messageOf({ code: 'unknown-place' })
  return (
    <Screen title="这里有误">
      <StateView
        scene="not-found"
        title={title}
        text={text}
        action={{ label: '到地图上看看', onTap: () => goMap() }}
      />
    </Screen>
  )
}

function Form({ id, refused, onSent }: { id: string; refused: Sent | null; onSent: (sent: Sent) => void }) {
  const city = useCity()
  const elder = useElder()
  const [fact, setFact] = useState<ReportFact | null>(null)
  const [amenity, setAmenity] = useState<Amenity | null>(null)
  const [note, setNote] = useState('')
  const [credit, setCredit] = useState(false)
  const [sending, setSending] = useState(false)
  const minor = useAge() === 'minor'
  // Nobody under 18 earns (decision 020).
  const canEarn = useMe() !== null && !minor
  // A second tap comes before React has drawn the first: the state alone would not stop it.
  const busy = useRef(false)
  const number = personalNumberProblem(note)
  const place = city.status === 'ready' ? city.catalogue.byId.get(id) : undefined

  async function send(): Promise<void> {
    if (fact === null || number || busy.current) return
    busy.current = true
    setSending(true)
    onSent(await reports.send(id, bodyOf({ fact, amenity, note, credit: credit && canEarn })))
    setSending(false)
    busy.current = false
  }

  return (
    <Screen
      title="这里有误"
      notice={<CityNotice />}
      actions={
        <Button
          tone="primary"
          block
          disabled={fact === null || number !== null || sending}
          onTap={() => void send()}
        >
          {sendWord({ sending, isChosen: fact !== null, number })}
        </Button>
      }
    >
      <View className={css.page}>
        {place && <Quiet>{place.name}</Quiet>}
        <Heading level={2} size="part">
          {address(elder, '你看到了什么？')}
        </Heading>
        <Stack gap={2} role="radiogroup" aria-label="看到的情况">
          {reportFacts.map((one) => (
            <FactChoice key={one} fact={one} on={one === fact} onTap={() => setFact(one)} />
          ))}
        </Stack>
        {fact === 'out-of-stock' && place && place.amenities.length > 0 && (
          <Wrap role="radiogroup" aria-label="什么用完了">
            {place.amenities.map((entry) => (
              <ChoiceChip
                key={entry.amenity}
                on={entry.amenity === amenity}
                onTap={() => setAmenity(entry.amenity === amenity ? null : entry.amenity)}
              >
                {amenityNames[entry.amenity]}
              </ChoiceChip>
            ))}
          </Wrap>
        )}
        {fact !== null && (
          <Textarea
            className={css.note}
            value={note}
            maxlength={200}
            placeholder="想补充的话（可不填，不要写姓名和电话）"
            aria-label="补充，可不填"
            aria-invalid={number !== null}
            onInput={(event) => setNote(event.detail.value)}
          />
        )}
        {number && <ResultLine tone="wrong">{`${number}。说明里不用留联系方式。`}</ResultLine>}
        {refused?.status === 'refused' && (
          <View className={css.refused} role="alert">
            <Icon name="warning" size="s" />
            <Text>
              {messageOf(refused.failure).title}。{messageOf(refused.failure).text}
            </Text>
          </View>
        )}
        {canEarn && <CreditChoice on={credit} onTap={() => setCredit(!credit)} />}
        <Hint>
          {credit && canEarn
            ? '有 3 人反映同一问题，就会标为“待核实”。'
            : '不用登录，也不记录是谁说的。有 3 人反映同一问题，就会标为“待核实”。'}
        </Hint>
      </View>
    </Screen>
  )
}

function sendWord({
  sending,
  isChosen,
  number,
}: {
  sending: boolean
  isChosen: boolean
  number: string | null
}): string {
  if (sending) return '正在发送'
  if (!isChosen) return '先选一项'
  return number === null ? '发送' : '先去掉号码'
}

/** Off until the person asks for it: a report is nobody's unless they say so. */
function CreditChoice({ on, onTap }: { on: boolean; onTap: () => void }) {
  const elder = useElder()
  return (
    <View className={css.credit}>
      <Chip on={on} onTap={onTap}>
        被采纳后把积分记给我
      </Chip>
      <Hint>
        {address(
          elder,
          on
            ? '你的编号会和这条报告存在一起，工作人员看不到，审完就清。'
            : '不选也一样会有人看；选了，查实后给你记积分。',
        )}
      </Hint>
    </View>
  )
}

type Written = { fact: ReportFact; amenity: Amenity | null; note: string; credit: boolean }

function bodyOf({ fact, amenity, note, credit }: Written): ReportRequest {
  const words = note.trim()
  return {
    fact,
    ...(fact === 'out-of-stock' && amenity ? { amenity } : {}),
    ...(words === '' ? {} : { note: words }),
    ...(credit ? { credit: true } : {}),
  }
}

function FactChoice({ fact, on, onTap }: { fact: ReportFact; on: boolean; onTap: () => void }) {
  return (
    <Tap className={`${css.fact} ${on ? css.on : ''}`} role="radio" checked={on} onTap={onTap}>
      <Icon name={factIcons[fact]} />
      <Text className={css.factName}>{reportFactNames[fact]}</Text>
      {on && <Icon name="check" size="s" />}
    </Tap>
  )
}

function Thanks({ sent }: { sent: Sent }) {
  const { title, text, scene } = sentMessage(sent)
  return (
    <Screen title="这里有误">
      <StateView
        scene={scene}
        title={title}
        text={text}
        action={{ label: '回到地点', onTap: () => leavePage() }}
      />
    </Screen>
  )
}
