import { ok, type Result } from '@common/result'
import { Text, View } from '@tarojs/components'
import { useEffect, useId, useRef, useState } from 'react'
import type { Failure } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { messageOf } from '@/shared/messages'
import { useAction } from '@/shared/query/use-action'
import css from './bulk.module.scss'
import { type Outcome, runEach } from './run-each'
import { takeFocus } from './take-focus'

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
  // As they were pressed: a row that is done may leave the list, and the question stays the one that was asked.
  const [asked, setAsked] = useState<readonly T[] | null>(null)
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const [step, setStep] = useState(0)
  const stop = useStop()
  const running = useAction(async (of: readonly T[]): Promise<Result<Outcome, Failure>> => {
    stop.reset()
    setNames(new Map(of.map((row) => [keyOf(row), nameOf(row)])))
    const byKey = new Map(of.map((row) => [keyOf(row), row]))
    const one = (id: string) => {
      const row = byKey.get(id)
      return row === undefined ? Promise.resolve(ok(null)) : act(row)
    }
    return ok(await runEach([...byKey.keys()], one, { onStep: setStep, isStopped: stop.isStopped }))
  }, finished)
  function finished({ failed, left }: Outcome): void {
    setAsked(null)
    onSelected(new Set([...failed.map(({ id }) => id), ...left]))
  }
  const selected = new Set(rows.map(keyOf))
  const id = `bulk${useId().replace(/:/g, '')}`
  function selectNone(): void {
    onSelected(new Set())
    // The button goes with the selection: whoever uses the keyboard goes on here.
    takeFocus(id)
  }
  const isEmpty = rows.length === 0 && !running.value && !running.failure
  return (
    <View id={id} className={isEmpty ? css.empty : css.bulk} tabIndex={-1}>
      {rows.length > 0 && (
        <View className={css.bar} role="group" aria-label="选中的">
          <Text className={css.count}>{`已选 ${rows.length} ${unit}`}</Text>
          <Button onTap={() => setAsked(rows)}>{`${verb}选中的`}</Button>
          <Button tone="quiet" onTap={selectNone}>
            取消选择
          </Button>
        </View>
      )}
      {running.value && !running.busy && (
        <Outcomes {...{ outcome: running.value, names, selected, verb, unit }} />
      )}
      <FailureLine failure={running.failure} />
      {asked && (
        <ConfirmSheet
          title={`${verb}选中的 ${asked.length} ${unit}吗？`}
          text={consequence(asked)}
          confirm={verb}
          busyText={`正在${verb} ${step}/${asked.length}`}
          onConfirm={() => void running.run(asked)}
          onClose={() => setAsked(null)}
          busy={running.busy}
        >
          {running.busy && (
            <Button block onTap={stop.stop}>
              停在这里
            </Button>
          )}
        </ConfirmSheet>
      )}
    </View>
  )
}

/** A brake for what runs step by step; whoever leaves the page brakes as well. */
function useStop() {
  const stopped = useRef(false)
  const [stop] = useState(() => (to: boolean) => {
    stopped.current = to
  })
  useEffect(() => () => stop(true), [stop])
  return { reset: () => stop(false), stop: () => stop(true), isStopped: () => stopped.current }
}

function Outcomes({
  outcome: { done, failed, left },
  names,
  selected,
  verb,
  unit,
}: {
  outcome: Outcome
  names: ReadonlyMap<string, string>
  selected: ReadonlySet<string>
  verb: string
  unit: string
}) {
  const id = `outcomes${useId().replace(/:/g, '')}`
  // The button that was pressed may be gone: whoever uses the keyboard goes on here.
  useEffect(() => takeFocus(id), [id])
  return (
    <View id={id} className={css.outcomes} tabIndex={-1}>
      {done.length > 0 && <ResultLine tone="done">{`已${verb} ${done.length} ${unit}。`}</ResultLine>}
      {failed.map(({ id, failure }) => (
        <ResultLine key={id} tone="wrong">
          {`“${names.get(id) ?? id}”没有${verb}：${messageOf(failure).title}。${selected.has(id) ? '还选着，可以再试。' : ''}`}
        </ResultLine>
      ))}
      {left.length > 0 && (
        <ResultLine tone="waiting">
          {`还有 ${left.length} ${unit}没有${verb}${left.every((id) => selected.has(id)) ? '，还选着' : ''}。`}
        </ResultLine>
      )}
    </View>
  )
}
