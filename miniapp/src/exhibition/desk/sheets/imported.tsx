import type { ImportedSheet } from '@functions/exhibition/contract/sheets'
import type { Outcome } from '@/desk/bulk/run-each'
import css from '@/desk/components/desk.module.scss'
import { Button } from '@/shared/components/button'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { messageOf } from '@/shared/messages'
import { openPage } from '@/shared/navigation/navigation'
import type { Action } from '@/shared/query/use-action'
import { draftsUrl, entriesUrl } from '../go'
import { doneText } from './words'

/** What was made, and the way to a second person. */
export function Imported({
  done,
  submitting,
  step,
}: {
  done: ImportedSheet
  submitting: Action<[ImportedSheet], Outcome>
  step: number
}) {
  const made = done.entries.filter((one) => one.done !== 'left')
  const left = done.entries.length - made.length
  const { value: outcome, busy, failure } = submitting
  const areDrafts = !outcome || outcome.done.length === 0
  return (
    <>
      <ResultLine tone="done">{doneText(done, areDrafts)}</ResultLine>
      {left > 0 && (
        <ResultLine tone="doubt">{`有 ${left} 条刚刚被别人改过，没有动。再选一次这个文件，看一遍再确认。`}</ResultLine>
      )}
      {made.length > 0 && !outcome && (
        <div className={css.buttons}>
          <Button disabled={busy} onTap={() => void submitting.run({ entries: made })}>
            {busy ? `正在提交 ${step}/${made.length}` : `这 ${made.length} 条一起提交审批`}
          </Button>
        </div>
      )}
      <FailureLine failure={failure} />
      {outcome && <Submitted outcome={outcome} entries={made} />}
      {made.length > 0 && (
        <div className={css.buttons}>
          <Button disabled={busy} onTap={() => openPage(areDrafts ? draftsUrl : entriesUrl)}>
            {areDrafts ? '到展馆内容看这些草稿' : '到展馆内容里看'}
          </Button>
        </div>
      )}
    </>
  )
}

function Submitted({ outcome: { done, failed, left }, entries }: { outcome: Outcome } & ImportedSheet) {
  const titleOf = (id: string) => entries.find((one) => one.id === id)?.title ?? id
  return (
    <>
      {done.length > 0 && (
        <ResultLine tone="done">{`${done.length} 条已经提交，由另一位同事审。`}</ResultLine>
      )}
      {failed.map(({ id, failure }) => (
        <ResultLine key={id} tone="wrong">
          {`“${titleOf(id)}”没有提交：${messageOf(failure).title}。打开它补好，再提交。`}
        </ResultLine>
      ))}
      {left.length > 0 && <ResultLine tone="waiting">{`还有 ${left.length} 条没有提交。`}</ResultLine>}
    </>
  )
}
