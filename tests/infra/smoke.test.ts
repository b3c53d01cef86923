/** The smoke test against the whole product on this machine, and against deployments that lack something. */
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { clientConfig } from '../../infra/local/engine/engine'
import { type LocalStack, startStack } from '../../infra/local/stack'
import { type Cloud, type Deployment, type Found, runChecks } from '../../infra/smoke/check'
import { checks } from '../../infra/smoke/checks'
import { ask, smoke } from '../../infra/smoke/smoke'

const found = async (deployment: Partial<Deployment> & { url: string }): Promise<Record<string, Found>> => {
  const all: Record<string, Found> = {}
  const whole = { gateway: null, cloud: null, ask, clock: Date.now, ...deployment }
  await runChecks(checks, whole, (name, each) => {
    all[name] = each
  })
  return all
}
/** How many there are in each table. */
const itemsOf = async ({ endpoint, tableNames }: LocalStack) => {
  const client = new DynamoDBClient(clientConfig(endpoint))
  const counts: Record<string, number> = {}
  for (const name of Object.values(tableNames)) {
    let from: Record<string, AttributeValue> | undefined
    do {
      const page = await client.send(
        new ScanCommand({ TableName: name, Select: 'COUNT', ExclusiveStartKey: from }),
      )
      counts[name] = (counts[name] ?? 0) + (page.Count ?? 0)
      from = page.LastEvaluatedKey
    } while (from)
  }
  client.destroy()
  return counts
}
const failedIn = (all: Record<string, Found>) =>
  Object.keys(all).filter((name) => all[name]?.state === 'failed')

describe('the smoke test', () => {
  const edge = { tellsViewer: true }
  let stack: LocalStack
  beforeAll(async () => {
    stack = await startStack({ seed: ['places'], schedules: false, edge })
  }, 300_000)
  afterAll(() => stack?.stop())

  it('passes on the local stack, and lists what only the cloud can show', async () => {
    const lines: string[] = []
    expect(await smoke(['--url', `${stack.url}/`], (line) => lines.push(line))).toBe(0)
    expect(lines.at(-1)).toBe('8 ok, 0 failed, 3 not checked')
    const unchecked = lines
      .filter((line) => line.includes('not checked '))
      .map((line) => line.trim().split('  ')[0])
    expect(unchecked).toEqual(['way round CloudFront', 'logs', 'alarms'])
  })

  it('leaves nothing behind', async () => {
    const before = await itemsOf(stack)
    await found({ url: stack.url })
    expect(await itemsOf(stack)).toEqual(before)
  })

  it('fails where the API’s own address answers without CloudFront', async () => {
    const all = await found({ url: stack.url, gateway: stack.url })
    expect(failedIn(all)).toEqual(['way round CloudFront'])
  })

  it('fails where CloudFront does not forward the viewer’s address', async () => {
    edge.tellsViewer = false
    try {
      expect(failedIn(await found({ url: stack.url }))).toContain('viewer address')
    } finally {
      edge.tellsViewer = true
    }
  })

  it('fails where the server’s clock is wrong', async () => {
    const all = await found({ url: stack.url, clock: () => Date.now() + 120_000 })
    expect(failedIn(all)).toEqual(['clock'])
  })

  it('fails where CloudFront caches personal answers or failures, or adds no headers', async () => {
    const worse: Deployment['ask'] = async (address, asked) => {
      const answer = await ask(address, asked)
      const headers = new Headers(answer.headers)
      if (address.endsWith('/')) headers.delete('x-frame-options')
      if (address.endsWith('/api/me')) headers.set('cache-control', 'max-age=60')
      if (address.includes('/api/smoke-')) headers.set('x-request-id', 'the first')
      return { ...answer, headers }
    }
    expect(failedIn(await found({ url: stack.url, ask: worse }))).toEqual(['caching', 'failures', 'page'])
  })

  describe('with credentials', () => {
    const alarm = { name: 'fuyi-prod-watch-ApiErrors', isArmed: true, state: 'OK' }
    const all = Array.from({ length: 100 }, () => alarm)
    const cloud: Cloud = {
      logOf: async (_, requestId) => [JSON.stringify({ code: 'request-answered', requestId })],
      alarms: async () => all,
    }

    it('passes where logs and alarms are as they should be', async () => {
      expect(failedIn(await found({ url: stack.url, cloud }))).toEqual([])
    })

    it.each<[string, Partial<Cloud>, string]>([
      ['lines that are no JSON', { logOf: async () => ['START RequestId: 1'] }, 'logs'],
      ['no line at all', { logOf: async () => [] }, 'logs'],
      [
        'an alarm that tells nobody',
        { alarms: async () => [...all, { ...alarm, isArmed: false }] },
        'alarms',
      ],
      ['an alarm that rings', { alarms: async () => [...all, { ...alarm, state: 'ALARM' }] }, 'alarms'],
      ['fewer alarms than were to be made', { alarms: async () => [alarm] }, 'alarms'],
    ])('fails for %s', async (_, worse, name) => {
      expect(failedIn(await found({ url: stack.url, cloud: { ...cloud, ...worse } }))).toEqual([name])
    })
  })
})
