/** `/stand-in/*`: the demo people, and codes to log in as one of them. Only the local gateway has these paths. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from '../../../functions/shared/zod'
import { demoPeople } from '../../demo/people'
import { textOf } from './server'
import type { WeChatStandIn } from './wechat'

export const standInPath = '/stand-in/'

/** Any name of this form is somebody; the demo people are those worth offering. */
const requestSchema = z.strictObject({ person: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)) })

export const createPeopleApi =
  (wechat: Pick<WeChatStandIn, 'codeFor'>) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, value: object) => {
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
      response.writeHead(status, headers).end(JSON.stringify(value))
    }
    const target = `${request.method} ${request.url}`
    if (target === 'GET /stand-in/people')
      return send(200, { people: demoPeople.map(({ key, name, about }) => ({ key, name, about })) })
    if (target !== 'POST /stand-in/codes') return send(404, { message: 'Not Found' })
    const body = await textOf(request)
    const parsed = z.safeParse(requestSchema, jsonOf(body))
    if (!parsed.success) return send(400, { message: 'Say which person, as {"person": "citizen-1"}' })
    send(200, { code: wechat.codeFor(parsed.data.person) })
  }

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
