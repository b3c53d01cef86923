import type { Failure } from '../../api/http'
import { messageOf, needsLogin, needsReopening, sceneOf } from '../../messages'
import { leavePage, reopenPage } from '../../navigation/navigation'
import { goLogin } from '../login-needed'
import { StateView } from '../state'

/** A page that has nothing to show because of a failure: why, and the one next step that can help. */
export function FailureView({
  failure,
  onRetry,
  other,
}: {
  failure: Failure
  onRetry?: () => void
  /** A second way, quieter. */
  other?: { label: string; onTap: () => void }
}) {
  const { title, text, canRetry } = messageOf(failure)
  return (
    <StateView
      scene={sceneOf(failure)}
      title={title}
      text={text}
      action={wayOn(failure, canRetry ? onRetry : undefined)}
      other={other}
    />
  )
}

function wayOn(failure: Failure, retry: (() => void) | undefined) {
  if (needsLogin(failure)) return { label: '去登录', onTap: goLogin }
  if (needsReopening(failure)) return { label: '重新打开', onTap: reopenPage }
  return retry ? { label: '再试一次', onTap: retry } : { label: '返回', onTap: () => leavePage() }
}
