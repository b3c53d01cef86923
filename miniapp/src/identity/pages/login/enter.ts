/** After a login: back to the page that required it. */
import { err, ok, type Result } from '@common/result'
import type { Me } from '@contract/identity'
import Taro from '@tarojs/taro'
import type { Failure } from '@/shared/api/request'
import { leavePage, replacePage } from '@/shared/navigation/navigation'
import { missingConsents } from '@/shared/session/consents'
import { session, staffOf } from '@/shared/session/session'

/** Puts on record what the person has just agreed to. Asked again on 我的 where the record could not be made. */
export async function recordConsents(me: Me): Promise<Result<Me, Failure>> {
  let latest = me
  for (const text of missingConsents(me)) {
    const answer = await session.consent(text)
    if (!answer.ok) return err(answer.error)
    latest = answer.value
  }
  return ok(latest)
}

/** Logs in with a code of `wx.login` or of the stand-in; whoever pressed has agreed to the texts. */
export async function enter(code: string): Promise<Result<Me, Failure>> {
  const entered = await session.login(code)
  if (entered.ok) await recordConsents(entered.value)
  return entered
}

export function leave(): void {
  leavePage('me')
}

/**
 * From a desktop that a phone let in. Staff who asked for it from no page of their own came to work: they get the desk;
 * anybody else goes back.
 */
export function leaveToDesk(): void {
  const before = Taro.getCurrentPages().slice(-2, -1)[0]?.route ?? 'tabs/me/index'
  if (staffOf(session.get().me).length > 0 && before.includes('tabs/')) {
    replacePage('/desk/home/index')
  } else leave()
}
