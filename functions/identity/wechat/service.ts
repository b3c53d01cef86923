/** The one function that talks to WeChat: it knows openids, the app secret and the access token, and hands out none of them. */
import type { Log } from '../../shared/aws/logger'
import { err, ok } from '../../shared/result'
import type { Person, StoredSession } from '../service'
import type { Calls } from './calls'
import type { Cause } from './http'
import type { createLogin } from './login'
import type { RequestOf, WeChatRequest, WeChatResult } from './requests'

export type WeChatDependencies = {
  store: {
    personOf: (openid: string) => Promise<Person>
    readPerson: (id: string) => Promise<Person | null>
    sessionsOf: (person: string) => Promise<StoredSession[]>
  }
  login: ReturnType<typeof createLogin>
  calls: Calls
  clock: () => number
  log: Log
}

/** WeChat checks the text of whoever was in the mini-program within two hours. */
const activeMs = 2 * 3_600_000

export const createWeChatService = (given: WeChatDependencies) => {
  const { store, login, calls, clock, log } = given

  const logIn = async ({ code, requestId }: RequestOf<'login'>): Promise<WeChatResult<'login'>> => {
    const openid = await login(code, requestId)
    return openid.ok ? ok({ person: (await store.personOf(openid.value)).id }) : openid
  }

  /** The openid, where the person logged in lately enough for WeChat to check what they write. */
  const activeOpenid = async (id: string): Promise<string | null> => {
    const [person, sessions] = await Promise.all([store.readPerson(id), store.sessionsOf(id)])
    // A desktop's session says nothing of whether its person was in the mini-program.
    const isActive = sessions.some(
      ({ kind, since }) => kind === 'phone' && clock() - Date.parse(since) < activeMs,
    )
    return person && isActive ? person.openid : null
  }

  const checkText = async (request: RequestOf<'check-text'>): Promise<WeChatResult<'check-text'>> => {
    const { person, scene, text, requestId } = request
    const unsure = (cause: string) => {
      log('text-not-checked', { requestId, cause })
      return ok({ verdict: 'second-person' as const })
    }
    const openid = await activeOpenid(person)
    if (openid === null) return unsure('no-recent-session')
    const checked = await calls.checkText(openid, scene, text)
    if (checked.ok) return checked.value === 'review' ? unsure('review') : ok({ verdict: checked.value })
    return checked.error === 'errcode 87014' ? ok({ verdict: 'risky' }) : unsure(checked.error)
  }

  const checkMedia = async (request: RequestOf<'check-media'>): Promise<WeChatResult<'check-media'>> => {
    const openid = await activeOpenid(request.person)
    const answer = openid === null ? null : await calls.checkMedia(openid, request.kind, request.url)
    if (answer?.ok) return ok({ trace: answer.value })
    log('media-not-checked', { requestId: request.requestId, cause: answer?.error ?? 'no-recent-session' })
    return err('not-asked')
  }

  const miniProgramCode = async (
    request: RequestOf<'mini-program-code'>,
  ): Promise<WeChatResult<'mini-program-code'>> => {
    const { page, scene, version, requestId } = request
    const picture = await calls.miniProgramCode(page, scene, version)
    if (picture.ok) {
      const { type, bytes } = picture.value
      return ok({ type, base64: Buffer.from(bytes).toString('base64') })
    }
    if (picture.error === 'errcode 41030') return err('invalid-page')
    return failed(requestId, picture.error)
  }

  const sendMessage = async (request: RequestOf<'send-message'>): Promise<WeChatResult<'send-message'>> => {
    const person = await store.readPerson(request.person)
    if (!person) return err('unknown-person')
    const sent = await calls.sendMessage(person.openid, request)
    if (sent.ok) return ok({})
    if (sent.error === 'errcode 43101') return err('not-subscribed')
    return failed(request.requestId, sent.error)
  }

  const failed = (requestId: string, cause: Cause) => {
    log('wechat-failed', { requestId, cause })
    return err('wechat-busy' as const)
  }

  return (request: WeChatRequest): Promise<WeChatResult<WeChatRequest['ask']>> => {
    switch (request.ask) {
      case 'login':
        return logIn(request)
      case 'check-text':
        return checkText(request)
      case 'check-media':
        return checkMedia(request)
      case 'mini-program-code':
        return miniProgramCode(request)
      case 'send-message':
        return sendMessage(request)
    }
  }
}
