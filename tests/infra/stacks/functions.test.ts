import { configSchema } from '../../../infra/config'
import { synthTemplates } from '../../../infra/local/builds/templates'
import { localEnvironment } from '../../../infra/local/runtime/environment'
import { hasOwnStack } from '../../../infra/names'
import { describeStacks, deployedDomains as domains, exampleConfig, textsIn } from '../support'

describeStacks(({ flavour, templates, functions }) => {
  it('give every function the same shape, with the memory, time and executions of its domain', () => {
    expect(
      functions().map(({ FunctionName, MemorySize, Timeout, ReservedConcurrentExecutions }) => ({
        FunctionName,
        MemorySize,
        Timeout,
        ReservedConcurrentExecutions,
      })),
    ).toEqual(
      domains
        .flatMap(({ name, memory, timeoutSeconds, concurrency, jobs = [] }) => [
          { name, memory, timeoutSeconds, concurrency },
          ...jobs.map((job) => ({ concurrency: undefined, ...job, name: `${name}-${job.name}` })),
        ])
        .map(({ name, memory, timeoutSeconds, concurrency }) => ({
          FunctionName: `fuyi-prod-${name}`,
          MemorySize: memory,
          Timeout: timeoutSeconds,
          ReservedConcurrentExecutions: concurrency,
        })),
    )
    for (const each of functions())
      expect(each).toMatchObject({
        Runtime: 'nodejs22.x',
        // One carries a package with a native part, which the local run has for this architecture alone.
        Architectures: [each.FunctionName === 'fuyi-prod-media-pictures' ? 'x86_64' : 'arm64'],
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      })
  })

  it('give a function its table and its build, one that answers requests a reference to the origin secret, and no local settings', () => {
    const environments = functions().map(({ FunctionName, Environment }) => [FunctionName, Environment])
    const variables = { BUILD_VERSION: expect.any(String) }
    // By its name where the secret is in another stack.
    const verify = (domain: { name: string }) =>
      hasOwnStack(domain)
        ? expect.stringMatching(/^\{\{resolve:secretsmanager:/)
        : { 'Fn::Join': ['', expect.arrayContaining(['{{resolve:secretsmanager:'])] }
    expect(environments).toEqual(
      domains.flatMap(({ name, table, jobs = [] }) => [
        [
          `fuyi-prod-${name}`,
          {
            Variables: expect.objectContaining({
              ...variables,
              ORIGIN_VERIFY: verify({ name }),
              ...(table && { TABLE_NAME: `fuyi-prod-${name}` }),
            }),
          },
        ],
        ...jobs.map((job) => [
          `fuyi-prod-${name}-${job.name}`,
          { Variables: expect.not.objectContaining({ ORIGIN_VERIFY: expect.anything() }) },
        ]),
      ]),
    )
    const text = JSON.stringify([...templates().values()])
    const local = Object.keys(
      localEnvironment(
        {
          database: 'http://127.0.0.1:1',
          secrets: 'x',
          functions: 'x',
          addresses: 'x',
          objects: 'x',
          wechat: 'x',
        },
        'x',
      ),
    ).filter((name) => !['ORIGIN_VERIFY', 'PUBLIC_ORIGIN', 'WECHAT_API'].includes(name))
    expect(local.length).toBeGreaterThan(5)
    expect(local.filter((name) => text.includes(name))).toEqual([])
    expect(text).not.toMatch(/localhost|127\.0\.0\.1|_ENDPOINT_URL|stand-in/i)
  })

  it('call WeChat itself, from one function, and no stand-in', () => {
    const asked = functions().flatMap(({ Environment }) =>
      textsIn(Environment).filter(({ path }) => path.endsWith('WECHAT_API')),
    )
    expect(asked).toEqual([{ path: 'Variables.WECHAT_API', text: 'https://api.weixin.qq.com' }])
  })
  it('have every function traced by Lambda, but in China, where Lambda does not trace', () => {
    const modes = functions().map(({ TracingConfig }) => TracingConfig)
    expect(modes).toEqual(functions().map(() => (flavour === 'global' ? { Mode: 'Active' } : undefined)))
  })
})

describe('a deployment that forgoes tracing', () => {
  it('has no function traced, and none that may write a trace', async () => {
    const templates = await synthTemplates(configSchema.parse({ ...exampleConfig('global'), tracing: false }))
    const text = JSON.stringify([...templates.values()])
    expect(text).toContain('"AWS::Lambda::Function"')
    expect(text).not.toMatch(/TracingConfig|xray:/)
  })
})
