import { join } from 'node:path'
import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, type PolicyStatementProps, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Domain, Job } from '../../functions/shared/declaration/domain'
import {
  bucketVariable,
  functionVariable,
  type Grant,
  type Reach,
  tablesOf,
  tableVariable,
} from '../../functions/shared/declaration/reach'
import { acknowledge } from '../acknowledge'
import { bundleName } from '../bundles'
import { type Config, isTraced } from '../config'
import { addressStreamName, bucketName, calledName, functionName, logName, tableName } from '../names'
import type { DomainSecrets } from './domain-secrets'

/** WeChat's own; the local run, and nothing else, tells a function another. */
const wechatApi = 'https://api.weixin.qq.com'

export type DomainFunctionProps = {
  config: Config
  domain: Domain
  /** Of the domain's jobs this one; absent: the function that answers requests. */
  job?: Job
  secrets: DomainSecrets
  /** Environment variables beside those for tables, secrets and WeChat. */
  environment: Record<string, string>
  /** Folder of the bundles, see infra/bundles.ts. */
  bundles: string
}

/**
 * The one shape of a function here: Node 22, a bundle of its own with the SDK inside, logs as JSON kept for a month,
 * executions of its own where it has to answer whatever befalls the others, and a role that can write its log and do
 * what its domain lists.
 */
export class DomainFunction extends Construct {
  readonly function: LambdaFunction
  readonly role: Role
  readonly logGroup: LogGroup

  constructor(scope: Construct, id: string, props: DomainFunctionProps) {
    super(scope, id)
    const { config, domain, job } = props
    const { memory, timeoutSeconds } = job ?? domain
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: logName(config, domain.name, job?.name),
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.may(['logs:CreateLogStream', 'logs:PutLogEvents'], this.logGroup.logGroupArn)
    this.function = new LambdaFunction(this, 'Function', {
      functionName: functionName(config, domain.name, job?.name),
      code: Code.fromAsset(join(props.bundles, bundleName(domain.name, job?.name))),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_22_X,
      architecture:
        job?.packages || config.architecture === 'x86_64' ? Architecture.X86_64 : Architecture.ARM_64,
      memorySize: memory,
      timeout: Duration.seconds(timeoutSeconds),
      reservedConcurrentExecutions: concurrencyOf(domain, job),
      role: this.role,
      logGroup: this.logGroup,
      tracing: isTraced(config) ? Tracing.ACTIVE : undefined,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        ...props.environment,
        ...this.reachTables(config, domain, job ?? domain),
        ...this.reachObjects(config, domain, job ?? domain),
        ...this.readSecrets(props.secrets, job ?? domain),
        ...this.callFunctions(config, job ?? domain),
        ...(job && 'wechat' in job && this.reachWechat(config)),
        ...(!job && this.logAddresses(config)),
      },
    })
    if (isTraced(config))
      acknowledge(this.role, { 'IAM5[Resource::*]': 'X-Ray has no resources that could be named.' })
    acknowledge(this.function, {
      L1: 'Node 22 is the newest runtime that the local runner and the tests can stand for: they run on Node 20 to 22.',
    })
  }

  may(actions: string[], resource: string, conditions: PolicyStatementProps['conditions'] = undefined) {
    this.role.addToPolicy(new PolicyStatement({ actions, resources: [resource], conditions }))
  }

  private reachTables(config: Config, domain: Domain, reach: Reach) {
    const { tableActions, grants = [] } = reach
    const own = domain.table && tableActions.length > 0 ? [{ table: domain.name, actions: tableActions }] : []
    const all: readonly Grant[] = [...own, ...grants]
    for (const { table, actions, partitions } of all) {
      const resourceName = tableName(config, table)
      this.may(
        actions.map((action) => `dynamodb:${action}`),
        Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName }),
        partitions && {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions.map((begin) => `${begin}*`) },
        },
      )
    }
    return Object.fromEntries([
      ...own.map(({ table }) => ['TABLE_NAME', tableName(config, table)]),
      ...tablesOf(reach).map((table) => [tableVariable(table), tableName(config, table)]),
    ])
  }

  private reachObjects(config: Config, domain: Domain, { objects = [] }: Reach) {
    const bucket = bucketName(config, domain.name)
    for (const { prefix, actions } of objects)
      this.may(
        actions.map((action) => `s3:${action}`),
        Stack.of(this).formatArn({
          ...{ service: 's3', region: '', account: '', resource: bucket, resourceName: `${prefix}*` },
        }),
      )
    if (objects.length > 0)
      acknowledge(this.role, Object.fromEntries(objects.map(({ prefix }) => nagOfObjects(bucket, prefix))))
    return objects.length > 0 ? { [bucketVariable]: bucket } : {}
  }

  private readSecrets(from: DomainSecrets, { secrets = [] }: Reach) {
    for (const secret of secrets) this.may(['secretsmanager:GetSecretValue'], from.get(secret).secretArn)
    return Object.fromEntries(secrets.map((secret) => [secret.variable, from.get(secret).secretArn]))
  }

  private callFunctions(config: Config, { calls = [] }: Reach) {
    const variables = calls.map((called) => {
      const name = calledName(config, called)
      const arnFormat = ArnFormat.COLON_RESOURCE_NAME
      const resource = { service: 'lambda', resource: 'function', resourceName: name, arnFormat }
      this.may(['lambda:InvokeFunction'], Stack.of(this).formatArn(resource))
      return [functionVariable(called), name]
    })
    return Object.fromEntries(variables)
  }

  /** May add lines to the address log, and read none. */
  private logAddresses(config: Config) {
    const name = addressStreamName(config)
    const resource = { service: 'firehose', resource: 'deliverystream', resourceName: name }
    this.may(['firehose:PutRecord'], Stack.of(this).formatArn(resource))
    return { ADDRESS_STREAM: name }
  }

  private reachWechat({ wechat, stage }: Config) {
    if (!wechat) throw new Error(`the configuration of ${stage} lacks wechat, which a domain needs`)
    this.may(['secretsmanager:GetSecretValue'], wechat.secretArn)
    return { WECHAT_API: wechatApi, WECHAT_APPID: wechat.appid, WECHAT_SECRET_ARN: wechat.secretArn }
  }
}

const nagOfObjects = (bucket: string, prefix: string) => [
  `IAM5[Resource::arn:<AWS::Partition>:s3:::${bucket}/${prefix}*]`,
  'Keys are made as files come: the role names the prefix that its domain declares.',
]

/** Undefined: it shares with others what is left of the account's. */
const concurrencyOf = ({ concurrency }: Domain, job: Job | undefined): number | undefined => {
  if (!job) return concurrency
  return 'called' in job ? job.concurrency : undefined
}
