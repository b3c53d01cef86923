import { eventCodes } from '../../functions/shared/logger'
import * as z from '../../functions/shared/zod'
import { apiPaths } from '../../infra/constructs/api-behaviors'
import { resourcesOf, type Template } from '../../infra/local/builds/template'
import { errorCachingOf } from '../../infra/local/gateway/error-cache'
import { matchRoute, routesOf } from '../../infra/local/gateway/routes'
import { localEnvironment } from '../../infra/local/runtime/environment'
import { hasOwnStack } from '../../infra/names'
import { requestsPerAddress } from '../../infra/stacks/edge'
import { alarms as alarmsPaidFor, logMetrics as metricsPaidFor } from '../../infra/watched'
import {
  deployedDomains as domains,
  domainsIn,
  type Flavour,
  flavours,
  onlyOf,
  stackOf,
  synthExample,
  textsIn,
} from './support'

const propertiesOf = (template: Template, type: string) => [...resourcesOf(template, type).values()]

/** A property that fixes the physical name of its resource. */
const isName = (property: string) => /^(Name|\w+Name)$/.test(property)

/** Events that all domains have; of those with a stack of their own they are one metric. */
const countedTogether = ['request-crashed', 'address-not-logged', 'source-unknown']

/** By the job's function, `points-sweep`. */
const declaredSchedules = domains.flatMap(({ name: domain, jobs }) =>
  jobs.flatMap((job) =>
    'schedules' in job ? job.schedules.map((each) => ({ job: `${domain}-${job.name}`, ...each })) : [],
  ),
)

/** All that CloudFront keeps, said here once more: a mistaken `cached` in a domain would answer one person with another's. */
const olderPaths = [
  '/api/gifts',
  '/api/gifts/:id',
  '/api/gifts/:id/pictures/:hash',
  '/api/regions',
  '/api/regions/:adcode/places',
  '/api/regions/:adcode/places.geojson',
  '/api/regions/grid',
]

/** A path as somebody would ask for it. */
const filled = (path: string) => path.replace(/:\w+/g, '320800-32080001')

/** CloudFront's patterns: `*` is anything, slashes too. */
const fits = (pattern: string, path: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path)

/** What each behaviour does with an answer and with the headers of its request, whichever way the flavour says it. */
const behaviorsOf = (web: Template) =>
  distributionSchema
    .parse(onlyOf(web, 'AWS::CloudFront::Distribution'))
    .DistributionConfig.CacheBehaviors.map(
      ({ PathPattern, ForwardedValues, MaxTTL, CachePolicyId, OriginRequestPolicyId }) => {
        const cache = policyOf(web, CachePolicyId)
        const request = policyOf(web, OriginRequestPolicyId)
        const headers = [
          ...(ForwardedValues?.Headers ?? []),
          ...(cache?.ParametersInCacheKeyAndForwardedToOrigin?.HeadersConfig.Headers ?? []),
          ...(request?.HeadersConfig?.Headers ?? []),
        ]
        const key = [
          ...(ForwardedValues?.Headers ?? []),
          ...(cache?.ParametersInCacheKeyAndForwardedToOrigin?.HeadersConfig.Headers ?? []),
        ]
        // With a second, and for one token alone, is as good as not kept.
        return { pattern: PathPattern, keeps: (cache?.MaxTTL ?? MaxTTL ?? 0) > 1, headers, key }
      },
    )

const referenceSchema = z.object({ Ref: z.string() })
const distributionSchema = z.object({
  DistributionConfig: z.object({
    CacheBehaviors: z.array(
      z.object({
        PathPattern: z.string(),
        CachePolicyId: z.optional(referenceSchema),
        OriginRequestPolicyId: z.optional(referenceSchema),
        MaxTTL: z.optional(z.number()),
        ForwardedValues: z.optional(z.object({ Headers: z.optional(z.array(z.string())) })),
      }),
    ),
  }),
})
const headersSchema = z.object({ Headers: z.optional(z.array(z.string())) })
const policySchema = z.object({
  MaxTTL: z.optional(z.number()),
  ParametersInCacheKeyAndForwardedToOrigin: z.optional(z.object({ HeadersConfig: headersSchema })),
  HeadersConfig: z.optional(headersSchema),
})

const policyOf = (web: Template, reference: z.infer<typeof referenceSchema> | undefined) => {
  if (!reference) return null
  const { CachePolicyConfig, OriginRequestPolicyConfig } = web.Resources[reference.Ref]?.Properties ?? {}
  return policySchema.parse(CachePolicyConfig ?? OriginRequestPolicyConfig)
}

describe.each(flavours)('the %s stacks', (flavour: Flavour) => {
  let templates: Map<string, Template>
  const stack = (name: string) => stackOf(templates, name)
  /** Of the domains, in whichever stack it is. */
  let all: Template
  const functions = () => propertiesOf(all, 'AWS::Lambda::Function')
  beforeAll(async () => {
    templates = await synthExample(flavour)
    all = domainsIn(templates)
  }, 300_000)

  it('keep every table recoverable for 35 days, encrypted, paid per request, and safe from deletion', () => {
    const { Resources } = stack('data')
    const tables = Object.values(Resources).filter(({ Type }) => Type === 'AWS::DynamoDB::Table')
    expect(tables).toHaveLength(domains.filter(({ table }) => table).length)
    for (const table of tables) {
      expect(table).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          SSESpecification: { SSEEnabled: true },
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        },
      })
    }
  })

  it('leave no resource of a fixed name behind when its first creation fails, so that the second can succeed', () => {
    const resources = [...templates.values()].flatMap(({ Resources }) => Object.entries(Resources))
    const retained = resources.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
    const named = retained.filter(([, { Properties = {} }]) => Object.keys(Properties).some(isName))
    expect(named.map(([id]) => id)).toEqual([])
    // What has no name of ours, as the bucket, is made under another by the second try.
    expect(retained.map(([, { Type }]) => Type).sort()).toEqual([
      'AWS::KMS::Key',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
    ])
  })

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
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      })
  })

  it('keep the address log for 184 days under a key of its own, and let one role read it with a second factor', () => {
    const log = stack('log')
    expect(onlyOf(log, 'AWS::S3::Bucket')).toMatchObject({
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 184, Status: 'Enabled' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: expect.anything() } },
        ],
      },
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    })
    expect(onlyOf(log, 'AWS::KMS::Key')).toMatchObject({ EnableKeyRotation: true })
    const readers = propertiesOf(log, 'AWS::IAM::Policy').filter((policy) =>
      textsIn(policy).some(({ text }) => text === 's3:GetObject'),
    )
    expect(readers.map(({ PolicyName }) => PolicyName)).toEqual([expect.stringMatching(/^Reader/)])
    const asking = propertiesOf(log, 'AWS::IAM::Role').map(({ AssumeRolePolicyDocument }) =>
      JSON.stringify(AssumeRolePolicyDocument),
    )
    expect(asking.filter((text) => text.includes('"aws:MultiFactorAuthPresent":"true"'))).toHaveLength(1)
    const writers = propertiesOf(all, 'AWS::IAM::Policy').filter((policy) =>
      textsIn(policy).some(({ text }) => text === 'firehose:PutRecord'),
    )
    expect(writers).toHaveLength(domains.length)
    expect(functions().filter((each) => JSON.stringify(each).includes('ADDRESS_STREAM'))).toHaveLength(
      domains.length,
    )
  })

  it('let every log expire', () => {
    const logs = [...templates.values()].flatMap((each) => propertiesOf(each, 'AWS::Logs::LogGroup'))
    expect(logs.length).toBeGreaterThan(domains.length)
    expect(logs.map(({ RetentionInDays }) => RetentionInDays)).toEqual(logs.map(() => 30))
  })

  it('tell a function its table and its build, one that answers a reference to the origin secret, and nothing of a local run', () => {
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
    const text = JSON.stringify([...templates.values()])
    const local = Object.keys(
      localEnvironment(
        { database: 'http://127.0.0.1:1', secrets: 'x', functions: 'x', addresses: 'x', wechat: 'x' },
        'x',
      ),
    ).filter((name) => !['ORIGIN_VERIFY', 'WECHAT_API'].includes(name))
    expect(local.length).toBeGreaterThan(5)
    expect(local.filter((name) => text.includes(name))).toEqual([])
    expect(text).not.toMatch(/localhost|127\.0\.0\.1|_ENDPOINT_URL|stand-in/i)
  })

  it('ask WeChat itself, from one function, and nothing that could stand in for it', () => {
    const asked = functions().flatMap(({ Environment }) =>
      textsIn(Environment).filter(({ path }) => path.endsWith('WECHAT_API')),
    )
    expect(asked).toEqual([{ path: 'Variables.WECHAT_API', text: 'https://api.weixin.qq.com' }])
  })

  it('lead every path of the contracts, by any method, to the function of its domain', () => {
    const routes = routesOf(all)
    const functionOf = (path: string) => {
      const matched = matchRoute(routes, 'PATCH', path)
      return resourcesOf(all, 'AWS::Lambda::Function').get(matched?.route.functionId ?? '')?.FunctionName
    }
    const led = domains.flatMap(({ name, operations }) =>
      Object.values(operations).map(({ path }) => ({ name, path: filled(path) })),
    )
    expect(led.length).toBeGreaterThan(50)
    expect(led.map(({ path }) => functionOf(path))).toEqual(led.map(({ name }) => `fuyi-prod-${name}`))
    expect(functionOf('/api/no/such/path')).toBe('fuyi-prod-meta')
  })

  it('let CloudFront keep nothing that depends on who asks, and hand on who asks wherever it matters', () => {
    const behaviors = behaviorsOf(stack('web'))
    const operations = domains.flatMap(({ operations }) => Object.values(operations))
    const deciding = operations.map(({ path }) => {
      const found = behaviors.find(({ pattern }) => fits(pattern, filled(path)))
      return found ?? { pattern: 'none', keeps: true, headers: [], key: [] }
    })
    const wrong = operations.filter((operation, n) => {
      const isPersonal = operation.access !== 'public' || operation.idempotent === true
      const handedOn = deciding[n]?.headers ?? []
      const isHandedOn = ['Acting-Person', 'Authorization', 'Idempotency-Key'].every((name) =>
        handedOn.includes(name),
      )
      return isPersonal && (deciding[n]?.keeps || !isHandedOn)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
    const kept = operations.filter((_, n) => deciding[n]?.keeps).map(({ path }) => path)
    const declared = operations.filter(({ cached }) => cached).map(({ path }) => path)
    expect(new Set(kept)).toEqual(new Set(declared))
    expect([...new Set(kept)].sort()).toEqual(olderPaths)
  })

  it('tell the functions the viewer’s address wherever it does not split the cache: in China nowhere where answers are kept', () => {
    const behaviors = behaviorsOf(stack('web'))
    expect(behaviors.map(({ pattern, keeps }) => [pattern, keeps])).toEqual(
      apiPaths.map(({ pattern, isCached }) => [pattern, isCached]),
    )
    const withViewer = behaviors.filter(({ headers }) => headers.includes('CloudFront-Viewer-Address'))
    expect(withViewer).toEqual(behaviors.filter(({ keeps }) => flavour === 'global' || !keeps))
    for (const { key } of behaviors.filter(({ keeps }) => keeps))
      expect(key).not.toContain('CloudFront-Viewer-Address')
    // A policy takes ten, and with Host API Gateway would not find its API.
    for (const { headers } of withViewer)
      expect(headers.filter((name) => name !== 'Authorization').length).toBeLessThanOrEqual(10)
    expect(behaviors.flatMap(({ headers }) => headers.map((name) => name.toLowerCase()))).not.toContain(
      'host',
    )
  })

  it('give personal answers a key of their own: whose token it is, and for whom', () => {
    const behaviors = behaviorsOf(stack('web'))
    const shared = domains
      .flatMap(({ operations }) => Object.values(operations))
      .filter(({ access }) => access !== 'public')
      .filter(({ path }) => {
        const found = behaviors.find(({ pattern }) => fits(pattern, filled(path)))
        return !['Authorization', 'Acting-Person'].every((name) => found?.key.includes(name))
      })
    expect(shared.map(({ path }) => path)).toEqual([])
  })

  it('let CloudFront keep no failure, which it would for ten seconds whatever no-store says', () => {
    const kept = errorCachingOf(stack('web'))
    expect([...kept].filter(([, seconds]) => seconds > 0)).toEqual([])
    expect([...kept.keys()]).toEqual(expect.arrayContaining([404, 500, 501, 502, 503, 504]))
  })

  it('run every schedule by the clock of Shanghai, try again what fails, and keep what fails for good', () => {
    const schedules = propertiesOf(all, 'AWS::Scheduler::Schedule')
    expect(
      schedules.map(({ Name, ScheduleExpression, ScheduleExpressionTimezone, State }) => [
        Name,
        ScheduleExpression,
        ScheduleExpressionTimezone,
        State ?? 'ENABLED',
      ]),
    ).toEqual(
      declaredSchedules.map(({ job, name, expression }) => [
        `fuyi-prod-${job}-${name}`,
        expression,
        'Asia/Shanghai',
        'ENABLED',
      ]),
    )
    expect(schedules.map(({ Name, ScheduleExpression }) => [Name, ScheduleExpression])).toEqual([
      ['fuyi-prod-identity-privacy-unfinished', 'rate(5 minutes)'],
      ['fuyi-prod-points-sweep-daily', 'cron(10 0 * * ? *)'],
      ['fuyi-prod-points-sweep-offers', 'cron(40 * * * ? *)'],
    ])
    const queue = { 'Fn::GetAtt': [expect.stringMatching(/Failed/), 'Arn'] }
    expect(schedules.map(({ Target }) => Target)).toEqual(
      declaredSchedules.map(({ name }) =>
        expect.objectContaining({
          Input: JSON.stringify({ schedule: name }),
          RetryPolicy: expect.anything(),
          DeadLetterConfig: { Arn: queue },
        }),
      ),
    )
    const retries = propertiesOf(all, 'AWS::Lambda::EventInvokeConfig')
    expect(retries).toHaveLength(new Set(declaredSchedules.map(({ job }) => job)).size)
    for (const one of retries)
      expect(one).toMatchObject({
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: queue } },
      })
  })

  it('make the keys of sessions by rotation, the first at once, and keep every secret when its stack goes', () => {
    const schedule = Object.values(all.Resources).find(
      ({ Type }) => Type === 'AWS::SecretsManager::RotationSchedule',
    )
    expect(schedule).toMatchObject({
      Properties: {
        SecretId: { Ref: expect.stringMatching(/sessionkeys/) },
        RotateImmediatelyOnUpdate: true,
        RotationRules: { AutomaticallyAfterDays: 30 },
      },
      // It begins as soon as it is there, and by then must be allowed to do what it does.
      DependsOn: expect.arrayContaining([
        expect.stringMatching(/rotationRunRoleDefaultPolicy/),
        expect.stringMatching(/rotationRunFunctionRotation/),
      ]),
    })
    const secrets = Object.values(all.Resources).filter(
      ({ Type, Properties }) =>
        Type === 'AWS::SecretsManager::Secret' && Properties?.Name !== 'fuyi/prod/origin-verify',
    )
    const ownSecrets = domains.flatMap((domain) => domain.ownSecrets)
    expect(secrets.map((secret) => [secret.Properties?.Name, secret.DeletionPolicy])).toEqual(
      ownSecrets.map(({ name }) => [`fuyi/prod/${name}`, 'RetainExceptOnCreate']),
    )
    const values = secrets.map(
      ({ Properties }) => Properties?.SecretString ?? Properties?.GenerateSecretString,
    )
    expect(values).toEqual(['{"keys":[]}', '{"keys":[]}', { ExcludePunctuation: true, PasswordLength: 64 }])
  })

  it('throttle the API and log neither address nor path nor query', () => {
    const { DefaultRouteSettings, AccessLogSettings, AutoDeploy } = onlyOf(all, 'AWS::ApiGatewayV2::Stage')
    expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 })
    expect(AutoDeploy).toBe(true)
    const { RouteSettings } = onlyOf(all, 'AWS::ApiGatewayV2::Stage')
    const keys = new Set(routesOf(all).map(({ key }) => key))
    const limited = Object.entries(RouteSettings ?? {})
    expect(limited.filter(([key]) => !keys.has(key))).toEqual([])
    expect(limited.map(([key]) => key)).toEqual(
      [
        '/api/sessions',
        '/api/sessions/refresh',
        '/api/sessions/tickets',
        '/api/sessions/tickets/:id/session',
        // `/api/sessions/%72efresh` may come by it.
        '/api/sessions/{proxy+}',
      ].map((path) => `ANY ${path.replace(/:(\w+)/g, '{$1}')}`),
    )
    const logged = JSON.stringify(AccessLogSettings).match(/\$context[\w.]+/g)
    expect(logged).toEqual(
      ['requestId', 'requestTimeEpoch', 'routeKey', 'status', 'responseLength', 'responseLatency']
        .concat(['integrationLatency', 'integrationErrorMessage'])
        .map((field) => `$context.${field}`),
    )
  })

  it('leave everybody room on every route for ten times what the firewall lets one address send', () => {
    const { RouteSettings, DefaultRouteSettings } = onlyOf(all, 'AWS::ApiGatewayV2::Stage')
    const settings = z.parse(
      z.array(z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() })),
      [DefaultRouteSettings, ...Object.values(RouteSettings ?? {})],
    )
    const perSecond = requestsPerAddress / 300
    for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of settings) {
      expect(ThrottlingRateLimit).toBeGreaterThanOrEqual(10 * perSecond)
      expect(ThrottlingBurstLimit).toBeGreaterThanOrEqual(2 * ThrottlingRateLimit)
    }
  })

  it('buy no metric of a single route, which nobody looks at and the gateway bills', () => {
    const stage = JSON.stringify(onlyOf(all, 'AWS::ApiGatewayV2::Stage'))
    expect(stage).not.toContain('"DetailedMetricsEnabled":true')
  })

  it('keep the published files private, encrypted and versioned', () => {
    expect(onlyOf(stack('web'), 'AWS::S3::Bucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: expect.anything(),
      VersioningConfiguration: { Status: 'Enabled' },
    })
  })

  it('wake somebody for failing, refused or slow functions, jobs, events of the log, errors, surges and latency of the API, and throttled tables', () => {
    const alarms = propertiesOf(all, 'AWS::CloudWatch::Alarm')
    const on = ({ MetricName, Dimensions }: Record<string, unknown>) =>
      Dimensions
        ? `${MetricName} ${JSON.stringify(Dimensions).match(/fuyi-prod-[\w-]+|Api(?=[0-9A-F]{8}")/)?.[0]}`
        : MetricName
    expect(alarms.map(on).sort()).toEqual(
      [
        '4xx Api',
        '5xx Api',
        'fuyi-prod-api answered 429',
        'Latency Api',
        'Throttles',
        ...(domains.some(hasOwnStack) ? countedTogether.map((event) => `fuyi-prod ${event}`) : []),
        ...domains.flatMap(({ name, table, alarms: watched, jobs, concurrency }) => [
          ...['Errors', 'Duration'].map((metric) => `${metric} fuyi-prod-${name}`),
          ...(concurrency === undefined ? [] : [`Throttles fuyi-prod-${name}`]),
          ...(table ? ['ReadThrottleEvents', 'WriteThrottleEvents'] : []).map(
            (m) => `${m} fuyi-prod-${name}`,
          ),
          ...watched
            .filter(({ event }) => !hasOwnStack({ name }) || !countedTogether.includes(event))
            .map(({ event }) => `fuyi-prod-${name} ${event}`),
          ...jobs.flatMap((job) =>
            ['Errors', 'Duration', ...('called' in job && job.concurrency ? ['Throttles'] : [])].map(
              (m) => `${m} fuyi-prod-${name}-${job.name}`,
            ),
          ),
          ...jobs
            .filter((job) => 'schedules' in job)
            .flatMap((job) => [
              `ApproximateNumberOfMessagesVisible fuyi-prod-${name}-${job.name}-failed`,
              `Invocations fuyi-prod-${name}-${job.name}`,
            ]),
        ]),
      ].sort(),
    )
    expect(alarms).toHaveLength(alarmsPaidFor)
    const metrics = propertiesOf(all, 'AWS::Logs::MetricFilter').map((filter) =>
      JSON.stringify(filter.MetricTransformations),
    )
    expect(new Set(metrics).size).toBe(metricsPaidFor)
    const topic = [{ Ref: expect.stringMatching(/^Alarms/) }]
    for (const alarm of alarms) expect(alarm).toMatchObject({ AlarmActions: topic, OKActions: topic })
  })

  it('count an event in the log of the function that may write it, by a code that is logged', () => {
    const filters = propertiesOf(all, 'AWS::Logs::MetricFilter')
    const nameOf = (logGroup: unknown) =>
      typeof logGroup === 'string'
        ? logGroup
        : all.Resources[referenceSchema.parse(logGroup).Ref]?.Properties?.LogGroupName
    expect(filters.map(({ LogGroupName, FilterPattern }) => [nameOf(LogGroupName), FilterPattern])).toEqual([
      // As the gateway writes it: everything in its log is a string.
      ['/aws/vendedlogs/fuyi-prod-api', '{ $.status = "429" }'],
      ...domains.flatMap(({ name, alarms }) =>
        alarms.map(({ event }) => [`/fuyi/prod/${name}`, `{ $.code = "${event}" }`]),
      ),
    ])
    const codes = [...new Set(domains.flatMap(({ alarms }) => alarms.map(({ event }) => event)))]
    expect(codes).toEqual(expect.arrayContaining(['place-doubted', 'source-unknown', 'session-reused']))
    expect(eventCodes).toEqual(expect.arrayContaining(codes))
    const logs = propertiesOf(all, 'AWS::Logs::LogGroup').map(({ LogGroupName }) => LogGroupName)
    expect(logs).toEqual(expect.arrayContaining(filters.map(({ LogGroupName }) => nameOf(LogGroupName))))
  })

  it('warn before the month costs more than planned, in the currency of the account', () => {
    const budget = onlyOf(stack('watch'), 'AWS::Budgets::Budget')
    expect(budget).toMatchObject({
      Budget: {
        BudgetLimit: flavour === 'china' ? { Amount: 400, Unit: 'CNY' } : { Amount: 50, Unit: 'USD' },
        TimeUnit: 'MONTHLY',
      },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 } },
        { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
      ],
    })
  })

  it('show every function and table on the dashboard', () => {
    const body = JSON.stringify(onlyOf(stack('watch'), 'AWS::CloudWatch::Dashboard'))
    for (const { name } of domains) expect(body).toContain(`fuyi-prod-${name}`)
  })
})
