import type { Day } from '@common/day'
import { err } from '@common/result'
import type { Proposal } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { Consequences } from '@/desk/components/facts'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { refusedAt } from '@/desk/refused'
import type { Failure } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { DayField } from '@/shared/components/day-field'
import { Field } from '@/shared/components/field'
import { FailureLine } from '@/shared/components/result-line'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import { propose } from '../proposals/api'
import { type BatchDraft, batchOf, batchProblems, batchSentence, emptyBatch } from './codes'

/** So many codes, so many points each, good until a day; another person has to approve them. */
export function NewBatch({
  region,
  today,
  onDirty,
  onProposed,
}: {
  region: string
  today: Day
  onDirty: (isDirty: boolean) => void
  onProposed: (proposal: Proposal) => void
}) {
  const [draft, setDraft] = useState(emptyBatch)
  const [touched, setTouched] = useState<(keyof BatchDraft)[]>([])
  const wanted = batchOf(draft, today)
  const action = useIdempotentAction(JSON.stringify(wanted))
  const problems = batchProblems(draft, today)
  const sentence = batchSentence(draft, today)
  const making = useAction(async () => {
    if (!wanted) return err<Failure>({ code: 'invalid-request' })
    const request = { region, ...wanted }
    const answer = await propose({ operation: 'createBatch', request }, await action.key())
    action.onAnswer(answer)
    return answer
  }, onProposed)
  const set = (change: Partial<BatchDraft>) => {
    setDraft({ ...draft, ...change })
    if (making.failure) making.reset()
    const [field] = batchFields.filter((one) => one in change)
    if (field) setTouched([...touched, field])
  }
  const problemOf = (field: keyof BatchDraft) =>
    (touched.includes(field) ? problems[field] : null) ?? refusedAt(making.failure, field)
  const isDirty = JSON.stringify(draft) !== JSON.stringify(emptyBatch)
  useTellDirty(isDirty, onDirty)
  const make = () => void (wanted && making.run())
  return (
    <View className={css.detail}>
      <Field
        label="用在哪里"
        isRequired
        value={draft.label}
        max={50}
        focus
        placeholder="例如：社区义诊现场"
        hint="得到积分的人会在明细里看到这句话"
        error={problemOf('label')}
        onChange={(label) => set({ label })}
        onConfirm={make}
      />
      <View className={css.pair}>
        <Field
          kind="number"
          label="几个码"
          isRequired
          value={draft.count}
          max={5}
          hint="最多 1000"
          error={problemOf('count')}
          onChange={(count) => set({ count })}
          onConfirm={make}
        />
        <Field
          kind="number"
          label="每个几分"
          isRequired
          value={draft.points}
          max={5}
          hint="最多 1000"
          error={problemOf('points')}
          onChange={(points) => set({ points })}
          onConfirm={make}
        />
      </View>
      <DayField
        label="最后有效的一天"
        isRequired
        value={draft.until || null}
        min={today}
        none="还没选"
        error={problemOf('until')}
        onChange={(day) => set({ until: day ?? '' })}
      />
      <Consequences sentences={sentence ? [sentence] : []} />
      <FailureLine failure={making.failure} />
      <Button tone="primary" block disabled={!wanted || making.busy} onTap={make}>
        {making.busy ? '正在提交' : '提交复核'}
      </Button>
      {!wanted && (
        <Text className={css.hint}>
          {Object.values(draft).some((text) => text.trim() === '')
            ? '请填写带 * 的项目。'
            : '请改正标红的项目。'}
        </Text>
      )}
    </View>
  )
}

const batchFields: readonly (keyof BatchDraft)[] = ['label', 'count', 'points', 'until']
