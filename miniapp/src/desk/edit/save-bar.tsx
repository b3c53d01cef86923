import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Failure } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Hint } from '@/shared/components/text'
import { Consequences } from '../components/facts'
import { Conflict, type ConflictField, sameText } from './conflict'
import css from './edit.module.scss'

type Props = {
  /** What the press does, e.g. 保存修改. */
  word: string
  /** Something is written that was not saved. */
  isDirty: boolean
  /** Nothing is wrong with it. */
  isReady: boolean
  saving: { busy: boolean; failure: Failure | null }
  /** What came of the last press; shown until something is written again. */
  done: { tone: 'done' | 'waiting'; text: string } | null
  /** Another saved meanwhile; null: nobody did. */
  conflict?: { fields: readonly ConflictField[]; taken: readonly string[] } | null
  /** What saving changes for people. */
  sentences?: readonly string[]
  /** Why it cannot be pressed, or what comes of it. */
  hint?: ReactNode
  onSave: () => void
  /** A press while something is wrong with it, e.g. to lead there; absent: it cannot be pressed. */
  onRefused?: () => void
  /** Back to what is saved; absent: there is no such button. */
  onUndo?: () => void
}

/** What the server calls it. */
const conflictCodes: readonly string[] = ['edited-meanwhile', 'entry-conflict']

/** The one foot of whatever is edited at the desk: whether it is saved, what saving means, what another changed meanwhile. */
export function SaveBar(props: Props) {
  const {
    word,
    isDirty,
    isReady,
    saving,
    done,
    conflict = null,
    sentences = [],
    hint,
    onSave,
    onRefused,
    onUndo,
  } = props
  const isConflictShown = conflict !== null && conflictCodes.includes(saving.failure?.code ?? '')
  // What was refused is not there any more: undone, or saved as it is.
  const isFailureShown = isDirty && !isConflictShown
  return (
    <View className={css.bar}>
      <Consequences sentences={sentences} />
      {conflict && <Conflict {...conflict} isDirty={isDirty} />}
      {isFailureShown && <FailureLine failure={saving.failure} />}
      <View className={css.line}>
        <View className={css.state}>
          {done && !conflict && !isDirty && !saving.busy ? (
            <ResultLine tone={done.tone}>{done.text}</ResultLine>
          ) : (
            <Text className={isDirty ? css.unsaved : ''} role="status">
              {stateText(props)}
            </Text>
          )}
        </View>
        {onUndo && isDirty && (
          <Button disabled={saving.busy} onTap={onUndo}>
            改回原来的
          </Button>
        )}
        <Button
          tone="primary"
          disabled={!(isReady || onRefused) || !isDirty || saving.busy}
          onTap={isReady ? onSave : (onRefused ?? onSave)}
        >
          {word}
        </Button>
      </View>
      {hint && <Hint>{hint}</Hint>}
    </View>
  )
}

function stateText({ isDirty, saving, conflict }: Props): string {
  if (saving.busy) return '正在保存…'
  if (conflict) return isDirty ? '有人先保存了，你写的还没有保存' : sameText
  return isDirty ? '还没有保存' : '没有改动'
}
