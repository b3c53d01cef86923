import { deletionGoesOn } from '../messages/common'
import type { SessionNow } from './stored-session'

/** Why whoever was logged in here is no more, for a page that offers the login; null where nobody was. */
export const endedText = ({ hasEnded, isDeleting }: Omit<SessionNow, 'me'>): string | null =>
  isDeleting
    ? `${deletionGoesOn.title}，${deletionGoesOn.text}`
    : hasEnded
      ? '登录已经失效。再登录一次接着用，你的积分和兑换单都还在。'
      : null
