import { isDeepStrictEqual } from 'node:util'
import { auditRecordsGrant } from '../../functions/audit/grants'
import { placesGrant } from '../../functions/places/grants'
import type { Domain, Job } from '../../functions/shared/declaration/domain'
import { type Grant, type Reach, type Secret, tablesOf } from '../../functions/shared/declaration/reach'
import { taskWritesGrant } from '../../functions/tasks/grants'
import { apiPaths } from '../../infra/constructs/api-behaviors'
import { resourcesOf, type Template } from '../../infra/local/builds/template'
import { commonStacks } from '../../infra/names'
import {
  deployedDomains as domains,
  domainsIn,
  exampleConfig,
  type Flavour,
  flavours,
  synthExample,
  textsIn,
} from './support'

const servedFiles = 'web AWS::S3::BucketPolicy PolicyDocument.Statement.Resource.Fn::Join /media/*'
const traces = 'api AWS::IAM::Policy PolicyDocument.Statement.Resource *'

const copier = "CDK's own function that copies the H5 build, once a deployment: objects of two named buckets"

/** Every asterisk that may stand in a template: `stack type path text`, and why. */
const explained: Record<string, string> = {
  [traces]: 'X-Ray has no resources that could be named: a trace is written to the account',
  ...Object.fromEntries(
    domains
      .flatMap(({ grants, jobs }) => [...grants, ...jobs.flatMap((job) => job.grants ?? [])])
      .flatMap(({ partitions = [] }) => partitions)
      .map((begin) => [
        `api AWS::IAM::Policy PolicyDocument.Statement.Condition.ForAllValues:StringLike.dynamodb:LeadingKeys ${begin}*`,
        'items of another domain’s table, as a grant that the domain declares names them',
      ]),
  ),
  ...Object.fromEntries(
    domains
      .flatMap(({ name, objects, jobs }) =>
        [...objects, ...jobs.flatMap((job) => job.objects ?? [])].map(({ prefix }) => ({ name, prefix })),
      )
      .map(({ name, prefix }) => [
        `api AWS::IAM::Policy PolicyDocument.Statement.Resource.Fn::Join :s3:::fuyi-prod-${name}-ACCOUNT-REGION/${prefix}*`,
        'objects of the domain’s own bucket, by the prefix that the domain declares',
      ]),
  ),
  ...Object.fromEntries(
    domains.flatMap(({ bucket }) =>
      bucket
        ? [
            [
              `web AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.PathPattern /${bucket.served}*`,
              'a path pattern, no permission',
            ],
          ]
        : [],
    ),
  ),
  'api AWS::Lambda::Permission SourceArn.Fn::Join /*/*/*': 'any stage, method and path of this one API',
  'api AWS::SQS::QueuePolicy PolicyDocument.Statement.Principal.AWS *': 'a denial: nobody without TLS',
  'api AWS::SQS::QueuePolicy PolicyDocument.Statement.Action sqs:*': 'a denial: nothing without TLS',
  'api AWS::Scheduler::Schedule ScheduleExpression cron(10 0 * * ? *)': 'every day, no permission',
  'api AWS::Scheduler::Schedule ScheduleExpression cron(20 3 * * ? *)': 'every night, no permission',
  'api AWS::Scheduler::Schedule ScheduleExpression cron(40 * * * ? *)': 'every hour, no permission',
  'log AWS::KMS::Key KeyPolicy.Statement.Action kms:*': 'the key’s own policy: what the account’s IAM allows',
  'log AWS::KMS::Key KeyPolicy.Statement.Resource *': 'the key’s own policy: this key',
  'log AWS::S3::BucketPolicy PolicyDocument.Statement.Principal.AWS *': 'a denial: nobody without TLS',
  'log AWS::S3::BucketPolicy PolicyDocument.Statement.Action s3:*': 'a denial: nothing without TLS',
  'log AWS::S3::BucketPolicy PolicyDocument.Statement.Resource.Fn::Join /*': 'every line of the address log',
  'log AWS::IAM::Policy PolicyDocument.Statement.Resource.Fn::Join /*':
    'every object of the address log, for its writer to add and its reader to read',
  'watch AWS::SNS::TopicPolicy PolicyDocument.Statement.Principal *': 'a denial: nobody without TLS',
  'web AWS::S3::Bucket CorsConfiguration.CorsRules.AllowedHeaders *':
    'headers of an upload from the page, no permission: what may be sent is what was signed',
  'web AWS::S3::BucketPolicy PolicyDocument.Statement.Principal.AWS *': 'a denial: nobody without TLS',
  'web AWS::S3::BucketPolicy PolicyDocument.Statement.Action s3:*': 'a denial: nothing without TLS',
  'web AWS::S3::BucketPolicy PolicyDocument.Statement.Resource.Fn::Join /*':
    'every published file, for CloudFront alone, to read',
  [servedFiles]: 'what a domain serves of its bucket, for CloudFront alone, to read',
  ...Object.fromEntries(
    apiPaths.map(({ pattern }) => [
      `web AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.PathPattern ${pattern}`,
      'a path pattern, no permission',
    ]),
  ),
  'web Custom::CDKBucketDeployment Exclude *': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Exclude js/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Exclude css/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Exclude chunk/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Include js/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Include css/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Include chunk/*': 'a file pattern, no permission',
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:GetObject*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:GetBucket*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:List*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:DeleteObject*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:Abort*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Resource.Fn::Join /*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Resource.Fn::Join :s3:::cdk-hnb659fds-assets-ACCOUNT-REGION/*':
    copier,
}

/** A dashboard grants nothing, and its queries count everything. */
const grantsNothing = 'AWS::CloudWatch::Dashboard'

const starsIn = (templates: ReadonlyMap<string, Template>) =>
  [...templates].flatMap(([stack, template]) =>
    Object.values(template.Resources).flatMap(({ Type, Properties }) =>
      textsIn(Type === grantsNothing ? {} : Properties)
        .filter(({ text, path }) => text.includes('*') && !/(^|\.)(Alarm)?Description$/.test(path))
        .map(
          ({ path, text }) =>
            `${commonStacks.some((common) => common === stack) ? stack : 'api'} ${Type} ${path} ${text.replace(/\d{12}-[a-z-]+-\d/, 'ACCOUNT-REGION')}`,
        ),
    ),
  )

describe.each(flavours)('permissions in the %s stacks', (flavour: Flavour) => {
  let templates: Map<string, Template>
  beforeAll(async () => {
    templates = await synthExample(flavour)
  }, 300_000)

  it('have no unexplained wildcard', () => {
    expect(starsIn(templates).filter((star) => !(star in explained))).toEqual([])
  })

  it('have no explanation without a wildcard', () => {
    const found = new Set(starsIn(templates))
    const unused = Object.keys(explained).filter((star) => !found.has(star))
    // CDK's own construct grants the whole bucket.
    expect(unused).toEqual([flavour === 'global' ? servedFiles : traces])
  })

  it('let a function write its own log and use the tables and secrets that its domain lists, and nothing else', () => {
    const statements = [...resourcesOf(domainsIn(templates), 'AWS::IAM::Policy').values()].map(
      ({ PolicyDocument }) => PolicyDocument,
    )
    const wechat = exampleConfig(flavour).wechat?.secretArn
    const tracing = flavour === 'global' ? [writeTraces] : []
    const expected = domains.flatMap((domain) => [
      [ownLog, ...reach(domain, domain), logAddresses, ...tracing],
      ...domain.jobs.flatMap((job) => ofJob(domain, job, { wechat, tracing })),
    ])
    expect(statements).toEqual(expected.map((Statement) => ({ Version: '2012-10-17', Statement })))
  })

  it('let other domains read revoked tokens in identity’s table, points also who is staff, and nothing else', () => {
    const reached = grantsByFunction().filter(({ table }) => table === 'identity')
    const [marks, others] = [
      reached.filter(({ partitions }) => partitions?.includes('revocation#')),
      reached.filter(({ partitions }) => !partitions?.includes('revocation#')),
    ]
    expect(marks.map(({ by }) => by)).toEqual(expect.arrayContaining(['places', 'points']))
    for (const { actions, partitions } of marks)
      expect({ actions, partitions }).toEqual({ actions: ['GetItem'], partitions: ['revocation#'] })
    expect(others).toEqual([{ by: 'points', table: 'identity', actions: ['Query'], partitions: ['city#'] }])
  })

  it('name the partitions of another domain’s table by a whole prefix each', () => {
    const partitions = grantsByFunction().flatMap(({ partitions = [] }) => partitions)
    expect(partitions).toContain('person#')
    expect(partitions.filter((begin) => !/^[a-z]+(-[a-z]+)*#$/.test(begin))).toEqual([])
    expect(grantsByFunction().filter(({ partitions }) => partitions?.length === 0)).toEqual([])
  })

  it('let other domains read no whole table but places, to look up a place', () => {
    const whole = grantsByFunction().filter(({ partitions }) => partitions === undefined)
    expect(whole).toContainEqual({ by: 'points', ...placesGrant })
    // Whoever else has such a grant needs the name of a partition beside it (`partitions`).
    expect(whole.filter(({ by, ...grant }) => !isDeepStrictEqual(grant, placesGrant))).toEqual([])
    const api = JSON.stringify([...resourcesOf(domainsIn(templates), 'AWS::IAM::Policy').values()])
    expect(api).toContain('"dynamodb:LeadingKeys":["person#*","accounts#*"')
  })

  it('let only the privacy job write what another domain holds about a person', () => {
    const writes = ({ actions }: Grant) => actions.some((action) => /^(Put|Update|Delete)Item$/.test(action))
    // What identity itself has done and has waiting: it adds to the record, and begins and ends tasks.
    const ofIdentity = grantsByFunction().filter((grant) => grant.by === 'identity' && writes(grant))
    expect(ofIdentity).toEqual(
      [auditRecordsGrant, taskWritesGrant].map((grant) => ({ by: 'identity', ...grant })),
    )
    const erasing = grantsByFunction().filter((grant) => grant.by === 'identity-privacy' && writes(grant))
    const holding = domains.flatMap(({ personalGrants }) => personalGrants.erase)
    const held = new Set(holding.filter(writes).map(({ table }) => table))
    expect(held).toContain('points')
    expect([...new Set(erasing.map(({ table }) => table))]).toEqual([...held])
    const callers = domains.filter(({ calls }) => calls.includes('identity-privacy'))
    expect(callers.map(({ name }) => name)).toEqual(['identity'])
  })

  it('let one function alone read the keys that sign sessions, and one more change them', () => {
    const readers = domains.filter(({ secrets }) => secrets.some(({ name }) => name === 'session-keys'))
    expect(readers.map(({ name }) => name)).toEqual(['identity'])
    const api = domainsIn(templates)
    const [keys] = [...resourcesOf(api, 'AWS::SecretsManager::Secret')].find(
      ([, { Name }]) => Name === 'fuyi/prod/session-keys',
    ) ?? ['']
    const roles = [...resourcesOf(api, 'AWS::IAM::Policy').values()].filter((policy) =>
      JSON.stringify(policy).includes(`"${keys}"`),
    )
    expect(roles.map(({ PolicyName }) => PolicyName)).toEqual([
      expect.stringMatching(/^identityRole/),
      expect.stringMatching(/^identityrotationRunRole/),
    ])
  })

  it('give a function the names and ARNs of what it may use, and of nothing else', () => {
    const api = domainsIn(templates)
    const environments = [...resourcesOf(api, 'AWS::Lambda::Function').values()].map(({ Environment }) =>
      textsIn(Environment)
        .map(({ path }) => path.split('.')[1] ?? '')
        .filter((name) => /_ARN$|TABLE_NAME$|BUCKET_NAME$/.test(name))
        .sort(),
    )
    expect(environments).toEqual(
      domains.flatMap((domain) => [
        variables(domain).sort(),
        ...domain.jobs.map((job) => variables(job).sort()),
      ]),
    )
  })

  it('let only Secrets Manager start a rotation, for this secret, and only the scheduler start what it schedules', () => {
    const api = domainsIn(templates)
    const permissions = [...resourcesOf(api, 'AWS::Lambda::Permission').values()]
    const [rotation, ...more] = permissions.filter(
      ({ Principal }) => Principal !== 'apigateway.amazonaws.com',
    )
    expect(more).toEqual([])
    expect(rotation).toMatchObject({
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: '123456789012',
      SourceArn: { Ref: expect.stringMatching(/sessionkeys/) },
    })
    const trusted = [...resourcesOf(api, 'AWS::IAM::Role').values()].map(({ AssumeRolePolicyDocument }) =>
      textsIn(AssumeRolePolicyDocument).find(({ path }) => path === 'Statement.Principal.Service'),
    )
    const names = trusted.map((found) => found?.text)
    const scheduled = domains.flatMap(({ jobs }) => jobs.filter((job) => 'schedules' in job))
    expect(names.filter((name) => name !== 'lambda.amazonaws.com')).toEqual(
      scheduled.map(() => 'scheduler.amazonaws.com'),
    )
    expect(scheduled.map(({ name }) => name)).toEqual(['privacy', 'sweep', 'sweep', 'sweep'])
  })

  it('give a function no managed policy', () => {
    const roles = [...resourcesOf(domainsIn(templates), 'AWS::IAM::Role').values()]
    expect(roles.filter(({ ManagedPolicyArns }) => ManagedPolicyArns !== undefined)).toEqual([])
  })
})

const allow = (actions: string[], Resource: unknown) => ({
  Effect: 'Allow',
  Action: actions.length === 1 ? actions[0] : actions,
  Resource,
})
const ownLog = allow(['logs:CreateLogStream', 'logs:PutLogEvents'], {
  'Fn::GetAtt': [expect.stringMatching(/Log/), 'Arn'],
})
const writeTraces = allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*')
const readSecret = (arn: unknown) => allow(['secretsmanager:GetSecretValue'], arn)
/** The logical id of a secret has its name without the hyphens. */
const secretOf = ({ name }: Secret) => ({
  Ref: expect.stringMatching(`^Secrets${name.replaceAll('-', '')}[0-9A-F]{8}$`),
})

const reach = (
  domain: Domain,
  { tableActions, grants = [], objects = [], secrets = [], calls = [] }: Reach,
) => [
  ...tableStatements([
    ...(tableActions.length > 0 ? [{ table: domain.name, actions: tableActions }] : []),
    ...grants,
  ]),
  ...objects.map(({ prefix, actions }) =>
    allow(
      actions.map((action) => `s3:${action}`),
      { 'Fn::Join': ['', expect.arrayContaining([objectsOf(domain, prefix)])] },
    ),
  ),
  ...secrets.map((secret) => readSecret(secretOf(secret))),
  ...calls.map((name) => allow(['lambda:InvokeFunction'], functionOf(name))),
]

const objectsOf = ({ name }: Domain, prefix: string) =>
  expect.stringMatching(`:s3:::fuyi-prod-${name}-123456789012-[a-z0-9-]+/${prefix}\\*$`)

const tableStatements = (grants: readonly Grant[]) =>
  grants.map(({ table, actions, partitions }) => {
    const statement = allow(
      actions.map((action) => `dynamodb:${action}`),
      { 'Fn::Join': ['', expect.arrayContaining([expect.stringMatching(`:table/fuyi-prod-${table}$`)])] },
    )
    if (!partitions) return statement
    const leadingKeys = partitions.map((begin) => `${begin}*`)
    return { ...statement, Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys } } }
  })

/** Every grant on another domain's table, with the function that has it. */
const grantsByFunction = () =>
  domains.flatMap(({ name, grants, jobs }) => [
    ...grants.map((grant) => ({ by: name, ...grant })),
    ...jobs.flatMap((job) => (job.grants ?? []).map((grant) => ({ by: `${name}-${job.name}`, ...grant }))),
  ])

const logAddresses = allow(['firehose:PutRecord'], {
  'Fn::Join': ['', expect.arrayContaining([expect.stringMatching(/:deliverystream\/fuyi-prod-addresses$/)])],
})

const functionOf = (name: string) => ({
  'Fn::Join': ['', expect.arrayContaining([expect.stringMatching(`:function:fuyi-prod-${name}$`)])],
})

const ofJob = (
  domain: Domain,
  job: Job,
  { wechat, tracing }: { wechat: unknown; tracing: readonly ReturnType<typeof allow>[] },
) => {
  const calls = 'wechat' in job && job.wechat ? [readSecret(wechat)] : []
  const run = [ownLog, ...reach(domain, job), ...calls, ...tracing]
  if ('rotates' in job) {
    const all = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage']
    const both = ['GetSecretValue', 'PutSecretValue']
    const ours = (actions: string[]) => actions.map((action) => `secretsmanager:${action}`)
    const writes = job.writes.map((secret) => allow(ours(both), secretOf(secret)))
    return [[...run, allow(ours(all), secretOf(job.rotates)), ...writes]]
  }
  if ('called' in job && !('schedules' in job)) return [run]
  const queue = { 'Fn::GetAtt': [expect.stringMatching(/Failed/), 'Arn'] }
  const itself = { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${domain.name}${job.name}Run`)), 'Arn'] }
  return [
    [...run, allow(['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'], queue)],
    [allow(['lambda:InvokeFunction'], itself), allow(['sqs:SendMessage'], queue)],
  ]
}

const variables = (reach: Domain | Job) => {
  const rotated = 'rotates' in reach ? [reach.rotates, ...reach.writes] : []
  return [
    ...(reach.tableActions.length > 0 ? ['TABLE_NAME'] : []),
    ...((reach.objects ?? []).length > 0 ? ['BUCKET_NAME'] : []),
    ...tablesOf(reach).map((table) => `${table.toUpperCase()}_TABLE_NAME`),
    ...[...(reach.secrets ?? []), ...rotated].map(({ variable }) => variable),
    ...('jobs' in reach ? [] : 'called' in reach && 'wechat' in reach ? ['WECHAT_SECRET_ARN'] : []),
  ]
}
