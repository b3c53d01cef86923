/** What WeChat's servers call: the address that stands in the console as the server of 消息推送. */
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'

const path = '/api/media/wechat'
const token = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest))

/** As WeChat's console asks, when the address is saved there. */
export const confirmPush = endpoint({
  method: 'GET',
  path,
  access: 'public',
  query: z.object({
    signature: token(64),
    timestamp: token(20),
    nonce: token(64),
    echostr: token(128).check(z.regex(/^[\w+/=.-]+$/)),
  }),
  response: z.string(),
  codes: ['push-refused'],
})

/** A message in the safe mode, as JSON. What else stands in the query and beside `Encrypt` says nothing that the message does not. */
export const receivePush = endpoint({
  method: 'POST',
  path,
  access: 'public',
  query: z.object({
    msg_signature: token(64),
    timestamp: token(20),
    nonce: token(64),
    signature: z.optional(token(64)),
    encrypt_type: z.optional(token(16)),
    openid: z.optional(token(64)),
  }),
  body: z.object({ Encrypt: token(16_000) }),
  response: z.string(),
  codes: ['push-refused', 'media-busy'],
})
