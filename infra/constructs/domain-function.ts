import { join } from 'node:path'
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { Charset, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import type { Domain } from '../domains/domain'
import { functionName, tableName } from '../names'

const root = join(__dirname, '../..')

export type DomainFunctionProps = {
  config: Config
  domain: Domain
  /** Environment beside TABLE_NAME. */
  environment: Record<string, string>
}

/**
 * The one shape of a function here: Node 22 on arm64, a bundle of its own with the SDK inside, logs as JSON kept for
 * a month, a ceiling on how many run at once, and a role that can write its log and do what its domain lists.
 */
export class DomainFunction extends Construct {
  readonly function: NodejsFunction

  constructor(scope: Construct, id: string, { config, domain, environment }: DomainFunctionProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/fuyi/${config.stage}/${domain.name}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
    if (domain.table) {
      role.addToPolicy(
        new PolicyStatement({
          actions: domain.tableActions.map((action) => `dynamodb:${action}`),
          resources: [tableArn(this, tableName(config, domain.name))],
        }),
      )
    }
    const wechat = domain.wechat ? wechatOf(config) : undefined
    if (wechat) {
      role.addToPolicy(
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          resources: [wechat.secretArn],
        }),
      )
    }
    this.function = new NodejsFunction(this, 'Function', {
      functionName: functionName(config, domain.name),
      entry: join(root, 'functions', domain.name, 'handler.ts'),
      handler: 'handler',
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      memorySize: domain.memory,
      timeout: Duration.seconds(domain.timeoutSeconds),
      reservedConcurrentExecutions: domain.concurrency,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        ...environment,
        ...(wechat && { WECHAT_APPID: wechat.appid, WECHAT_SECRET_ARN: wechat.secretArn }),
        ...(domain.table && { TABLE_NAME: tableName(config, domain.name) }),
      },
      // Version 3 of the SDK reuses connections without being told.
      awsSdkConnectionReuse: false,
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      bundling: {
        bundleAwsSDK: true,
        minify: true,
        format: OutputFormat.CJS,
        // The same file runs under `npm start`, on Node 20 too.
        target: 'node20',
        mainFields: ['module', 'main'],
        tsconfig: join(root, 'tsconfig.json'),
        // The pinyin dictionary as text is half of what it is in escapes.
        charset: Charset.UTF8,
      },
    })
    acknowledge(this.function, {
      L1: 'Node 22 is the newest runtime that the local runner and the tests can stand for: they run on Node 20 to 22.',
    })
  }
}

const wechatOf = ({ wechat, stage }: Config) => {
  if (!wechat) throw new Error(`the configuration of ${stage} lacks wechat, which a domain needs`)
  return wechat
}

const tableArn = (scope: Construct, name: string) =>
  Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: name })
