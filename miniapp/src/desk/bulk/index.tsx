import { ok, type Result } from '@common/result'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { messageOf } from '@/shared/messages'
import { useAction } from '@/shared/query/use-action'
import type { Failure } from '@/shared/request'
import css from './bulk.module.scss'
import { type Outcome, runEach } from './run-each'

type Props<T> = {
  /** Those selected, in the order of the list. */
  rows: readonly T[]
  keyOf: (row: T) => string
  nameOf: (row: T) => string
  /** As a verb, e.g. 停用. */
  verb: string
  /** How one counts them, e.g. 批. */
  unit: string
  /** What it means for people, asked before it is done. */
  consequence: (rows: readonly T[]) => string
  act: (row: T) => Promise<Result<unknown, Failure>>
  /** Whatever was not done stays selected. */
  onSelected: (selected: ReadonlySet<string>) => void
}

/** Several rows at once, after one question; then how many are done, and of each other why not. */
export function BulkBar<T>({ rows, keyOf, nameOf, verb, unit, consequence, act, onSelected }: Props<T>) {
  const [isAsking, setAsking] = useState(false)
  const [step, setStep] = useState(0)
  // Names as they were pressed: a row that is done may leave the list.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const running = useAction(async (): Promise<Result<Outcome, Failure>> => {
    const byKey = new Map(rows.map((row) => [keyOf(row), row]))
    setNames(new Map(rows.map((row) => [keyOf(row), nameOf(row)])))
    const one = (id: string) => {
      const row = byKey.get(id)
      return row === undefined ? Promise.resolve(ok(null)) : act(row)
    }
    return ok(await runEach([...byKey.keys()], one, setStep))
  }, finished)
  function finished({ failed }: Outcome): void {
    setAsking(false)
    onSelected(new Set(failed.map(({ id }) => id)))
  }
  return (
    <>
      {rows.length > 0 && (
        <View className={css.bar} role="group" aria-label="选中的">
          <Text className={css.count}>{`已选 ${rows.length} ${unit}`}</Text>
          <Button onTap={() => setAsking(true)}>{`${verb}选中的`}</Button>
          <Button tone="quiet" onTap={() => onSelected(new Set())}>
            不选了
          </Button>
        </View>
      )}
      {running.value && !running.busy && <Outcomes {...{ outcome: running.value, names, verb, unit }} />}
      <FailureLine failure={running.failure} />
      {isAsking && (
        <ConfirmSheet
          title={`${verb}选中的 ${rows.length} ${unit}吗？`}
          text={consequence(rows)}
          confirm={verb}
          busyText={`正在${verb}第 ${step} ${unit}`}
          onConfirm={() => void running.run()}
          onClose={() => setAsking(false)}
          busy={running.busy}
        />
      )}
    </>
  )
}

function Outcomes({
  outcome: { done, failed },
  names,
  verb,
  unit,
}: {
  outcome: Outcome
  names: ReadonlyMap<string, string>
  verb: string
  unit: string
}) {
  return (
    <Stack gap={2} wide>
      {done.length > 0 && <ResultLine tone="done">{`已${verb} ${done.length} ${unit}。`}</ResultLine>}
      {failed.map(({ id, failure }) => (
        <ResultLine key={id} tone="wrong">
          {`“${names.get(id) ?? id}”没有${verb}：${messageOf(failure).title}。还选着，可以再试。`}
        </ResultLine>
      ))}
    </Stack>
  )
}
