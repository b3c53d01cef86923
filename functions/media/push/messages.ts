/** What of WeChat's messages is read here: the verdict on a file (mediaCheckAsync, version 2). Pure. */
import * as z from '../../shared/zod'
import type { Verdict } from '../rules/check'

const messageSchema = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().check(z.minLength(1), z.maxLength(128)),
  errcode: z.optional(z.int()),
  result: z.optional(z.object({ suggest: z.string() })),
})

/** Null for any other message. What WeChat could not fetch or look at, and a suggestion that nobody knows yet, are `none`. */
export const verdictIn = (text: string): { trace: string; verdict: Verdict } | null => {
  const read = z.safeParse(messageSchema, jsonOf(text))
  if (!read.success) return null
  const { trace_id: trace, errcode = 0, result } = read.data
  return { trace, verdict: errcode === 0 ? (suggested[result?.suggest ?? ''] ?? 'none') : 'none' }
}

const suggested: Readonly<Record<string, Verdict>> = { pass: 'pass', review: 'review', risky: 'risky' }

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
