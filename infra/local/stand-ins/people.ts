/** `/stand-in/*`: the demo people, codes to log in as one of them, and what WeChat finds in the next picture. Only the local gateway has these paths. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from '../../../functions/shared/zod'
import { demoPeople } from '../../demo/people'
import { textOf } from './server'
import type { WeChatStandIn } from './wechat'

export const standInPath = '/stand-in/'

/** Any name of this form is somebody; the demo people are those worth offering. */
const planSchema = z.strictObject({
  suggest: z.enum(['pass', 'risky', 'review']),
  /** 0: it never answers. */
  pushes: z.optional(z.int().check(z.minimum(0), z.maximum(3))),
})
const requestSchema = z.strictObject({ person: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)) })

export const createPeopleApi =
  ({ codeFor, calls }: Pick<WeChatStandIn, 'codeFor' | 'calls'>) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, value: object) => {
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
      response.writeHead(status, headers).end(JSON.stringify(value))
    }
    const target = `${request.method} ${request.url}`
    if (target === 'GET /stand-in/people')
      return send(200, { people: demoPeople.map(({ key, name, about }) => ({ key, name, about })) })
    if (target === 'POST /stand-in/media-checks') {
      const plan = z.safeParse(planSchema, jsonOf(await textOf(request)))
      if (!plan.success) return send(400, { message: 'Say what is found, as {"suggest": "risky"}' })
      calls.media.plan(plan.data)
      return send(200, plan.data)
    }
    if (target !== 'POST /stand-in/codes') return send(404, { message: 'Not Found' })
    const body = await textOf(request)
    const parsed = z.safeParse(requestSchema, jsonOf(body))
    if (!parsed.success) return send(400, { message: 'Say which person, as {"person": "citizen-1"}' })
    send(200, { code: codeFor(parsed.data.person) })
  }

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
