/** The address log may fail: a request is answered all the same, and soon. */
import { openAddressLog } from '../../../functions/shared/aws/address-log'
import { createLogger } from '../../../functions/shared/aws/logger'
import { noBody, noParams, operation } from '../../../functions/shared/declaration/operation'
import { gatewayHandler } from '../../../functions/shared/http/lambda'
import { createRouter, route } from '../../../functions/shared/http/router'
import { ok } from '../../../functions/shared/result'
import * as z from '../../../functions/shared/zod'
import { type StandInServer, startServer } from '../../../infra/local/stand-ins/server'
import { callerOf } from '../../support/worlds/api'

const hello = operation({
  method: 'GET',
  path: '/api/hello',
  access: 'public',
  summary: '',
  params: noParams,
  query: noParams,
  body: noBody,
  answer: { schema: z.unknown(), description: '' },
  codes: [],
})

const servers: StandInServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

/** A Firehose that answers with that status, or never; and how often it was asked. */
const startFirehose = async (status: number | null) => {
  let asked = 0
  const server = await startServer(() => {
    asked += 1
    if (status === null) return new Promise(() => {})
    return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: '{}' }
  })
  servers.push(server)
  return { url: server.url, asked: () => asked }
}

const setUp = (endpoint: string) => {
  const logged: string[] = []
  const log = createLogger({ write: (line) => logged.push(line) })
  const account = { accessKeyId: 'none', secretAccessKey: 'none' }
  const router = createRouter({
    routes: [route(hello, async () => ok({ json: { hello: 'you' } }))],
    problems: {},
    log,
    clock: Date.now,
    originVerify: undefined,
    addressLog: openAddressLog('addresses', log, { endpoint, region: 'cn-north-1', credentials: account }),
  })
  const codes = () => logged.map((line) => z.parse(z.object({ code: z.string() }), JSON.parse(line)).code)
  return { codes, ...callerOf(gatewayHandler(router)) }
}

it.each([
  ['hangs', null],
  ['is broken', 500],
  ['refuses', 400],
  ['wants fewer requests', 429],
])(
  'where Firehose %s, it is not asked again, the request is answered and the gap is logged',
  async (_, status) => {
    const { url, asked } = await startFirehose(status)
    const { codes, get } = setUp(url)
    const answer = await get('/api/hello')
    expect([answer.status, answer.json()]).toEqual([200, { hello: 'you' }])
    expect(codes()).toEqual(['request-answered', 'address-not-logged'])
    // Not even once where its time was over before it heard of it.
    expect(asked()).toBeLessThanOrEqual(1)
  },
)

it('where nobody listens at Firehose’s address, the request is answered and the gap is logged', async () => {
  const { codes, get } = setUp('http://127.0.0.1:9')
  expect((await get('/api/hello')).status).toBe(200)
  expect(codes()).toEqual(['request-answered', 'address-not-logged'])
})
