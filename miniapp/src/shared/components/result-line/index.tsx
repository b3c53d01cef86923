import { Text, View } from '@tarojs/components'
import { useEffect, useId } from 'react'
import type { Failure } from '../../api/http'
import { messageOf, needsReopening } from '../../messages'
import { openPage, reopenPage } from '../../navigation/navigation'
import { scrollToId } from '../../navigation/scroll-to'
import { address, useElder } from '../../storage/settings'
import { Button } from '../button'
import { CentreLine } from '../centre-line'
import { Icon, type IconName } from '../icon'
import css from './result-line.module.scss'

type Tone = 'done' | 'wrong' | 'doubt' | 'waiting'
const icons = { done: 'check', wrong: 'warning', doubt: 'info', waiting: 'clock' } as const satisfies Record<
  Tone,
  IconName
>

/** What came of a press, where the eye is: stays until the next one. Read aloud when it appears. */
export function ResultLine({ tone, children }: { tone: Tone; children: string }) {
  const elder = useElder()
  return (
    <View
      className={`${css.line} ${css[tone]}`}
      role={tone === 'wrong' ? 'alert' : 'status'}
      aria-live="polite"
    >
      <Icon name={icons[tone]} size="s" className={css.icon} />
      <View className={css.words}>
        <Text>{address(elder, children)}</Text>
        <CentreLine under={children} />
      </View>
    </View>
  )
}

/**
 * A failure in its two sentences; nothing while there is none.
 * @param onApprove asks the phone on this page; absent: on the page of the login
 */
export function FailureLine({ failure, onApprove }: { failure: Failure | null; onApprove?: () => void }) {
  if (!failure) return null
  const { title, text } = messageOf(failure)
  return (
    <>
      <ResultLine tone="wrong">{`${title}。${text}`}</ResultLine>
      {needsReopening(failure) && (
        <Button block onTap={reopenPage}>
          重新打开
        </Button>
      )}
      {failure.code === 'fresh-approval-needed' && (
        <ApproveButton onTap={onApprove ?? (() => openPage('/identity/pages/login/index?again=1'))} />
      )}
    </>
  )
}

/** Whoever put the question away finds what it left, also where the page had to be scrolled to it. */
function ApproveButton({ onTap }: { onTap: () => void }) {
  const id = `approve${useId().replace(/:/g, '')}`
  useEffect(() => scrollToId(id, 'end'), [id])
  return (
    <View id={id}>
      <Button block icon="scan" onTap={onTap}>
        用手机确认
      </Button>
    </View>
  )
}
