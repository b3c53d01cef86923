import type { AuditRecord } from '@contract/audit'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { FailureView } from '@/shared/components/failure-view'
import { Icon } from '@/shared/components/icon'
import { FailureLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { Waiting } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Title } from '@/shared/components/text'
import { useAnswer } from '@/shared/query/use-answer'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { fetchHistory } from '../api'
import css from '../components/desk.module.scss'
import type { Desk } from '../desk'
import { usePersons } from '../persons/use-persons'
import { useOnFocus } from '../use-on-focus'
import { RecordChanges } from './changes'
import own from './history.module.scss'
import { auditTitle, personsIn } from './words'

type Props = {
  desk: Desk
  /** Id of what it is about: a gift, a batch, an adjustment, a place; of the city, its code. */
  subject: string
  /** Another whenever the thing has changed: its history is then asked for anew. */
  version?: string | number
}

/** What staff did to the thing above, newest first. Folded, and asked for when it is opened. */
export function History(props: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className={css.part}>
      <Tap className={own.toggle} expanded={isOpen} onTap={() => setOpen(!isOpen)}>
        <Title size="row">变更记录</Title>
        <Icon name={isOpen ? 'up' : 'down'} size="s" />
      </Tap>
      {isOpen && <Records key={props.version} {...props} />}
    </View>
  )
}

const nothing: readonly AuditRecord[] = []

function Records({ desk, subject }: Props) {
  const { value, failure, retry } = useAnswer(`${desk.region} ${subject}`, () =>
    fetchHistory(desk.region, subject),
  )
  const now = useNow()
  const records = value?.audit ?? nothing
  const { nameOf, whoOf } = usePersons(desk, personsIn(records))
  // Whoever looks at the window again sees what colleagues have done meanwhile.
  useOnFocus(retry)
  if (!value) return failure ? <FailureView failure={failure} onRetry={retry} /> : <Waiting rows={2} />
  return (
    <Stack gap={4}>
      <FailureLine failure={failure} />
      {records.length === 0 && <Text className={css.hint}>还没有记录。</Text>}
      {records.map((record) => (
        <Stack key={`${record.at} ${record.by} ${record.action}`} gap={2}>
          <Text className={own.what}>{auditTitle(record)}</Text>
          <Text className={css.hint}>
            {whoOf(record.by)}，{momentText(Date.parse(record.at), now)}
          </Text>
          <RecordChanges record={record} nameOf={nameOf} />
        </Stack>
      ))}
      {value.more && <Text className={css.hint}>更早的没有列出。</Text>}
    </Stack>
  )
}
