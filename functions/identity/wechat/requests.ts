/**
 * The requests and responses of the function that talks to WeChat. They name people by our ids: openids, the app secret and the access
 * token never leave that function.
 */
import type { Result } from '../../shared/result'
import * as z from '../../shared/zod'
import { personIdSchema } from '../contract'

const common = { requestId: z.string().check(z.maxLength(128)) }

/** What kind of text it is, as msgSecCheck knows them. */
export const textScenes = ['profile', 'comment', 'forum', 'social-log'] as const
/** What mediaCheckAsync looks at, in the order of its `media_type`. */
export const mediaChecked = ['audio', 'picture'] as const
/** Characters that msgSecCheck takes at a time. */
export const longestText = 2_500

export const wechatRequestSchema = z.discriminatedUnion('ask', [
  z.strictObject({
    ...common,
    ask: z.literal('login'),
    code: z.string().check(z.minLength(1), z.maxLength(128)),
  }),
  z.strictObject({
    ...common,
    ask: z.literal('check-text'),
    /** Whoever wrote it. */
    person: personIdSchema,
    scene: z.enum(textScenes),
    text: z.string().check(z.minLength(1), z.maxLength(longestText)),
  }),
  z.strictObject({
    ...common,
    ask: z.literal('check-media'),
    /** Whoever uploaded it. */
    person: personIdSchema,
    kind: z.enum(mediaChecked),
    /** Where WeChat fetches it, in its own time. */
    url: z.url().check(z.maxLength(2048)),
  }),
  z.strictObject({
    ...common,
    ask: z.literal('mini-program-code'),
    /** A page without a leading slash and without parameters. */
    page: z.string().check(z.regex(/^[\w-]+(\/[\w-]+)*$/), z.maxLength(128)),
    /** The parameter of the page; WeChat accepts these characters only. */
    scene: z.string().check(z.regex(/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/)),
    version: z.enum(['release', 'trial', 'develop']),
  }),
  z.strictObject({
    ...common,
    ask: z.literal('send-message'),
    person: personIdSchema,
    template: z.string().check(z.regex(/^[\w-]{1,64}$/)),
    page: z.string().check(z.maxLength(256)),
    /** The template's fields by their names, e.g. `thing1`. */
    data: z.record(z.string(), z.string()),
  }),
])
export type WeChatRequest = z.infer<typeof wechatRequestSchema>
export type RequestOf<Ask extends WeChatRequest['ask']> = Extract<WeChatRequest, { ask: Ask }>

const answerOf = <Value extends z.ZodMiniType, Failure extends z.ZodMiniType>(
  value: Value,
  failure: Failure,
) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: failure }),
  ])

const loginFailureSchema = z.enum(['login-code-refused', 'rate-limited', 'login-busy'])
export type LoginFailure = z.infer<typeof loginFailureSchema>

/**
 * `risky`: not to be published. `second-person`: WeChat could not say, or would not decide; a person has to look at the
 * text before anybody else sees it.
 */
const verdictSchema = z.object({ verdict: z.enum(['pass', 'risky', 'second-person']) })
export type TextVerdict = z.infer<typeof verdictSchema>['verdict']

/** Under `trace` the verdict comes later. */
const traceSchema = z.object({ trace: z.string() })

const codeSchema = z.object({ type: z.string(), base64: z.string() })
const codeFailureSchema = z.enum(['invalid-page', 'wechat-busy'])
const sendFailureSchema = z.enum(['unknown-person', 'not-subscribed', 'wechat-busy'])

export const wechatAnswers = {
  login: answerOf(z.object({ person: personIdSchema }), loginFailureSchema),
  'check-text': answerOf(verdictSchema, z.never()),
  'check-media': answerOf(traceSchema, z.literal('not-asked')),
  'mini-program-code': answerOf(codeSchema, codeFailureSchema),
  'send-message': answerOf(z.object({}), sendFailureSchema),
} as const satisfies Record<WeChatRequest['ask'], z.ZodMiniType>

type AnswerOf<Ask extends WeChatRequest['ask']> = z.infer<(typeof wechatAnswers)[Ask]>
type ValueOf<A> = A extends { ok: true; value: infer Value } ? Value : never
type FailureOf<A> = A extends { ok: false; error: infer Failure } ? Failure : never
export type WeChatResult<Ask extends WeChatRequest['ask']> = Result<
  ValueOf<AnswerOf<Ask>>,
  FailureOf<AnswerOf<Ask>>
>
