/** WeChat's calls that need the access token: with one new token where the old is refused, and once more where it was busy. */
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import type { AccessTokens } from './access-token'
import { type Cause, defaultTimeoutMs, type Picture, requestJson, requestPicture } from './http'
import { mediaChecked, textScenes } from './requests'

export type CallDependencies = {
  api: string
  tokens: AccessTokens
  timeoutMs?: number
}
/** `errcode` 0 is success. */
type Coded = { errcode?: number | undefined }
type Ask<T> = (url: URL) => Promise<Result<T, Cause>>

const codedSchema = z.object({ errcode: z.optional(z.int()) })
const checkedSchema = z.object({
  errcode: z.optional(z.int()),
  result: z.optional(z.object({ suggest: z.enum(['pass', 'review', 'risky']) })),
})
const askedSchema = z.object({
  errcode: z.optional(z.int()),
  trace_id: z.optional(z.string().check(z.regex(/^[\w-]{1,128}$/))),
})

/** 40001 wrong or replaced · 40014 no token · 42001 run out. */
const tokenRefused = [40001, 40014, 42001]
const busy = -1

export type Calls = ReturnType<typeof createCalls>

export const createCalls = ({ api, tokens, timeoutMs = defaultTimeoutMs }: CallDependencies) => {
  const once = async <T>(path: string, ask: Ask<T>, refused?: string) => {
    const token = await tokens(refused)
    if (!token.ok) return { answer: token, token: undefined }
    const url = new URL(`${path}?${new URLSearchParams({ access_token: token.value })}`, api)
    return { answer: await ask(url), token: token.value }
  }

  /** @param mayRepeat false where doing it twice would be seen: then a lost answer is not asked for again */
  const call = async <T extends object>(
    path: string,
    ask: Ask<T>,
    mayRepeat: boolean,
  ): Promise<Result<T, Cause>> => {
    const { answer, token } = await once(path, ask)
    if (token === undefined) return answer
    if (answer.ok && tokenRefused.includes(errcodeOf(answer.value)))
      return (await once(path, ask, token)).answer
    // Whether it arrived is not known where the wire broke; WeChat's own "busy" has done nothing.
    const wasBusy = answer.ok ? errcodeOf(answer.value) === busy : mayRepeat && answer.error === 'network'
    return wasBusy ? (await once(path, ask)).answer : answer
  }

  return {
    /** What WeChat suggests. Failures name errcodes: 61010 the writer was not here lately, 45009 the quota, 87014 risky. */
    async checkText(
      openid: string,
      scene: (typeof textScenes)[number],
      content: string,
    ): Promise<Result<'pass' | 'review' | 'risky', Cause>> {
      const body = { version: 2, openid, scene: textScenes.indexOf(scene) + 1, content }
      const answer = await call(
        '/wxa/msg_sec_check',
        (url) => requestJson(url, checkedSchema, { body, timeoutMs }),
        true,
      )
      if (!answer.ok) return answer
      if (isDone(answer.value) && answer.value.result) return ok(answer.value.result.suggest)
      return isDone(answer.value) ? err('answer') : failureOf(answer.value)
    },

    /** The trace under which the verdict on a file is pushed, within half an hour. Failures as of a text. */
    async checkMedia(
      openid: string,
      kind: (typeof mediaChecked)[number],
      url: string,
    ): Promise<Result<string, Cause>> {
      const scene = textScenes.indexOf('social-log') + 1
      const body = { version: 2, openid, scene, media_type: mediaChecked.indexOf(kind) + 1, media_url: url }
      const answer = await call(
        '/wxa/media_check_async',
        (to) => requestJson(to, askedSchema, { body, timeoutMs }),
        true,
      )
      if (!answer.ok) return answer
      if (isDone(answer.value) && answer.value.trace_id !== undefined) return ok(answer.value.trace_id)
      return isDone(answer.value) ? err('answer') : failureOf(answer.value)
    },

    /** The picture that leads to a page when it is scanned (getwxacodeunlimit). */
    async miniProgramCode(page: string, scene: string, version: string): Promise<Result<Picture, Cause>> {
      const body = { page, scene, env_version: version, check_path: version === 'release', width: 430 }
      const answer = await call(
        '/wxa/getwxacodeunlimit',
        (url) => requestPicture(url, codedSchema, { body, timeoutMs }),
        true,
      )
      if (!answer.ok) return answer
      return 'bytes' in answer.value ? ok(answer.value) : failureOf(answer.value)
    },

    /** A subscribe message; WeChat sends one for each consent. */
    async sendMessage(
      openid: string,
      { template, page, data }: { template: string; page: string; data: Record<string, string> },
    ): Promise<Result<undefined, Cause>> {
      const fields = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]))
      const body = { touser: openid, template_id: template, page, data: fields }
      const answer = await call(
        '/cgi-bin/message/subscribe/send',
        (url) => requestJson(url, codedSchema, { body, timeoutMs }),
        false,
      )
      if (!answer.ok) return answer
      return isDone(answer.value) ? ok(undefined) : failureOf(answer.value)
    },
  }
}

const errcodeOf = (answer: object) => ('errcode' in answer ? Number(answer.errcode) : 0)
const isDone = ({ errcode = 0 }: Coded) => errcode === 0
const failureOf = ({ errcode }: Coded): Result<never, Cause> =>
  errcode === undefined ? err('answer') : err(`errcode ${errcode}` as const)
