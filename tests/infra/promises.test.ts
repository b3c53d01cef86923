import { placesPaths } from '../../functions/places/contract'
import { alarms as alarmsPaidFor } from '../../infra/costs'
import { domains } from '../../infra/domains'
import { resourcesOf, type Template } from '../../infra/local/builds/template'
import { matchRoute, routesOf } from '../../infra/local/gateway/routes'
import { localEnvironment } from '../../infra/local/runtime/environment'
import { type Flavour, flavours, onlyOf, stackOf, synthExample } from './support'

const propertiesOf = (template: Template, type: string) => [...resourcesOf(template, type).values()]

describe.each(flavours)('the %s stacks', (flavour: Flavour) => {
  let templates: Map<string, Template>
  const stack = (name: string) => stackOf(templates, name)
  const functions = () => propertiesOf(stack('api'), 'AWS::Lambda::Function')
  beforeAll(async () => {
    templates = await synthExample(flavour)
  }, 60_000)

  it('keep every table recoverable for 35 days, encrypted, paid per request, and safe from deletion', () => {
    const { Resources } = stack('data')
    const tables = Object.values(Resources).filter(({ Type }) => Type === 'AWS::DynamoDB::Table')
    expect(tables).toHaveLength(domains.filter(({ table }) => table).length)
    for (const table of tables) {
      expect(table).toMatchObject({
        DeletionPolicy: 'Retain',
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

  it('give every function the same shape, with the memory, time and ceiling of its domain', () => {
    expect(functions()).toEqual(
      domains.map(({ name, memory, timeoutSeconds, concurrency }) =>
        expect.objectContaining({
          FunctionName: `fuyi-prod-${name}`,
          Runtime: 'nodejs22.x',
          Architectures: ['arm64'],
          MemorySize: memory,
          Timeout: timeoutSeconds,
          ReservedConcurrentExecutions: concurrency,
          LoggingConfig: expect.objectContaining({
            LogFormat: 'JSON',
            LogGroup: { Ref: expect.any(String) },
          }),
        }),
      ),
    )
  })

  it('let every log expire', () => {
    const logs = [...templates.values()].flatMap((each) => propertiesOf(each, 'AWS::Logs::LogGroup'))
    expect(logs.length).toBeGreaterThan(domains.length)
    expect(logs.map(({ RetentionInDays }) => RetentionInDays)).toEqual(logs.map(() => 30))
  })

  it('tell a function its table, its build and a reference to the origin secret, and nothing of a local run', () => {
    const variables = functions().map(({ Environment }) => Environment)
    const told = (table: object | null) => ({
      Variables: {
        BUILD_VERSION: expect.any(String),
        ORIGIN_VERIFY: { 'Fn::Join': ['', expect.arrayContaining(['{{resolve:secretsmanager:'])] },
        ...table,
      },
    })
    expect(variables).toEqual(
      domains.map(({ name, table }) => told(table ? { TABLE_NAME: `fuyi-prod-${name}` } : null)),
    )
    const text = JSON.stringify([...templates.values()])
    const local = Object.keys(localEnvironment('http://127.0.0.1:1', 'x')).filter(
      (name) => name !== 'ORIGIN_VERIFY',
    )
    expect(local.filter((name) => text.includes(name))).toEqual([])
    expect(text).not.toMatch(/localhost|127\.0\.0\.1|_ENDPOINT_URL/)
  })

  it('lead every path of the contracts, by any method, to the function of its domain', () => {
    const routes = routesOf(stack('api'))
    const functionOf = (path: string) => {
      const matched = matchRoute(routes, 'PATCH', path)
      return resourcesOf(stack('api'), 'AWS::Lambda::Function').get(matched?.route.functionId ?? '')
        ?.FunctionName
    }
    const paths = Object.values(placesPaths).map((path) => path.replace(/:\w+/, '320800-32080001'))
    expect(paths.map(functionOf)).toEqual(paths.map(() => 'fuyi-prod-places'))
    expect(['/api/health', '/api/openapi.json', '/api/no/such/path'].map(functionOf)).toEqual(
      Array(3).fill('fuyi-prod-meta'),
    )
  })

  it('throttle the API and log neither address nor path nor query', () => {
    const { DefaultRouteSettings, AccessLogSettings, AutoDeploy } = onlyOf(
      stack('api'),
      'AWS::ApiGatewayV2::Stage',
    )
    expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 })
    expect(AutoDeploy).toBe(true)
    const logged = JSON.stringify(AccessLogSettings).match(/\$context[\w.]+/g)
    expect(logged).toEqual(
      ['requestId', 'requestTimeEpoch', 'routeKey', 'status', 'responseLength', 'responseLatency']
        .concat(['integrationLatency', 'integrationErrorMessage'])
        .map((field) => `$context.${field}`),
    )
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

  it('wake somebody for failing, refused or slow functions, API errors and latency, and a throttled table', () => {
    const alarms = propertiesOf(stack('watch'), 'AWS::CloudWatch::Alarm')
    const on = ({ MetricName, Dimensions }: Record<string, unknown>) =>
      `${MetricName} ${JSON.stringify(Dimensions).match(/fuyi-prod-\w+/)?.[0]}`
    expect(alarms.map(on).sort()).toEqual(
      [
        '5xx fuyi-prod-api',
        'Latency fuyi-prod-api',
        ...domains.flatMap(({ name }) =>
          ['Errors', 'Throttles', 'Duration'].map((metric) => `${metric} fuyi-prod-${name}`),
        ),
        'ReadThrottleEvents fuyi-prod-places',
        'WriteThrottleEvents fuyi-prod-places',
      ].sort(),
    )
    expect(alarms).toHaveLength(alarmsPaidFor)
    const topic = [{ Ref: expect.stringMatching(/^Alarms/) }]
    for (const alarm of alarms) expect(alarm).toMatchObject({ AlarmActions: topic, OKActions: topic })
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
