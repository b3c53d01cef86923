/** WeChat's login over real HTTP, answering as developers.weixin.qq.com documents code2Session. */
import { createServer, type ServerResponse } from 'node:http'
import { mayWrite } from '../../../functions/shared/aws/checked-work'
import type { Invoke } from '../../../functions/shared/aws/invoke'
import { err, ok } from '../../../functions/shared/result'

export const appid = 'wx0123456789abcdef'
export const appSecret = 'app-secret-of-the-test'

/** What happens to the next logins. `silence`: the answer does not come before `finish`. */
export type Mood = { errcode: number } | { status: number } | { text: string } | 'silence' | 'cut' | null

export type WeChatServer = {
  origin: string
  /** A one-time code as `wx.login` gives it to that person's phone. */
  codeFor: (openid: string) => string
  mood: Mood
  /** What was asked, in order. */
  requests: URL[]
  stop: () => Promise<void>
}

/** Session keys look like this; the tests search for them where nothing of the kind may be. */
export const sessionKeyOf = (openid: string) => Buffer.from(`key of ${openid}`.padEnd(24)).toString('base64')

/** Calls a function as `openFunction` does by Lambda: JSON there and back, an exception is no answer, and none is called before its caller may. */
export const invoking =
  (handler: (event: unknown) => Promise<unknown>): Invoke =>
  async (payload) => {
    await mayWrite()
    const event: unknown = JSON.parse(JSON.stringify(payload))
    const answered = await handler(event).catch(() => null)
    return answered === null ? err('unavailable') : ok(JSON.parse(JSON.stringify(answered)))
  }

export const startWeChat = async (): Promise<WeChatServer> => {
  const codes = new Map<string, { openid: string; isUsed: boolean }>()
  const waiting = new Set<ServerResponse>()
  let issued = 0

  const login = (query: URLSearchParams) => {
    if (query.get('appid') !== appid) return { errcode: 40013, errmsg: 'invalid appid' }
    if (query.get('secret') !== appSecret) return { errcode: 40125, errmsg: 'invalid appsecret' }
    if (query.get('grant_type') !== 'authorization_code')
      return { errcode: 40002, errmsg: 'invalid grant_type' }
    const code = codes.get(query.get('js_code') ?? '')
    if (!code) return { errcode: 40029, errmsg: 'invalid code' }
    if (code.isUsed) return { errcode: 40163, errmsg: 'code been used' }
    code.isUsed = true
    return { session_key: sessionKeyOf(code.openid), openid: code.openid }
  }

  const bodyOf = (url: URL, mood: Exclude<Mood, 'silence' | 'cut'>): string => {
    if (mood !== null && 'text' in mood) return mood.text
    if (mood !== null && 'errcode' in mood)
      return JSON.stringify({ errcode: mood.errcode, errmsg: 'as it was told to be' })
    return JSON.stringify(url.pathname === '/sns/jscode2session' ? login(url.searchParams) : {})
  }

  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://wechat')
    server.requests.push(url)
    const { mood } = server
    if (mood === 'cut') return void request.socket.destroy()
    if (mood === 'silence') return void waiting.add(response)
    const status = mood !== null && 'status' in mood ? mood.status : 200
    // WeChat does send its JSON as plain text.
    response.writeHead(status, { 'content-type': 'text/plain' }).end(bodyOf(url, mood))
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const address = http.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0

  const server: WeChatServer = {
    origin: `http://127.0.0.1:${port}`,
    codeFor(openid) {
      issued++
      const code = `0c1${String(issued).padStart(29, '0')}`
      codes.set(code, { openid, isUsed: false })
      return code
    },
    mood: null,
    requests: [],
    async stop() {
      for (const response of waiting) response.destroy()
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
  return server
}
