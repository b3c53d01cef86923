import { deletionGoesOn } from '../../messages/common'
import { openPage } from '../../navigation/navigation'
import { useSession } from '../../session/session'
import { StateView } from '../state'

/** The login comes back by itself to the page that asked for it. */
export function goLogin(): void {
  openPage('/identity/pages/login/index')
}

/**
 * In the place of what only a person who is logged in can see.
 * @param text why one would log in here, e.g. 登录后可以攒积分、换礼品。
 */
export function LoginNeeded({ title = '登录后可以看', text }: { title?: string; text: string }) {
  const { hasEnded, isDeleting } = useSession()
  return (
    <StateView
      scene="empty"
      title={isDeleting ? deletionGoesOn.title : hasEnded ? '登录已经失效' : title}
      text={isDeleting ? deletionGoesOn.text : hasEnded ? '你写的内容都还在。重新登录后接着用。' : text}
      action={{ label: hasEnded ? '重新登录' : '登录', onTap: goLogin }}
    />
  )
}
