import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Domain, Job, Schedule } from '../../functions/shared/declaration/domain'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { failedName, functionName } from '../names'
import { DomainFunction } from './domain-function'
import type { DomainSecrets } from './domain-secrets'

/** Of every schedule. */
export const timeZone = 'Asia/Shanghai'

export type DomainJobProps = {
  config: Config
  domain: Domain
  job: Job
  secrets: DomainSecrets
  environment: Record<string, string>
  bundles: string
}

/** A function with its own role that the clock, a rotation or another function starts, or both the first and the last. */
export class DomainJob extends Construct {
  constructor(scope: Construct, id: string, props: DomainJobProps) {
    super(scope, id)
    const { job, secrets } = props
    const run = new DomainFunction(this, 'Run', props)
    if ('schedules' in job) this.schedule(run, job.schedules, props)
    else if ('rotates' in job) this.rotate(run, job, secrets)
  }

  /**
   * Whatever fails ends in one queue, which an alarm watches: a start that the scheduler could not make, and a run
   * that failed three times over half an hour.
   */
  private schedule(run: DomainFunction, schedules: readonly Schedule[], props: DomainJobProps) {
    const { config, domain, job } = props
    const failed = new Queue(this, 'Failed', {
      queueName: failedName(config, domain.name, job.name),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    })
    acknowledge(failed, { SQS3: 'It is itself what is left when a run has failed for good.' })
    new EventInvokeConfig(this, 'Retries', {
      function: run.function,
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(failed),
    })
    const starter = new Role(this, 'Starter', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    })
    const allow = (action: string, resource: string) =>
      starter.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }))
    allow('lambda:InvokeFunction', run.function.functionArn)
    allow('sqs:SendMessage', failed.queueArn)
    for (const { name, expression } of schedules) {
      new CfnSchedule(this, name, {
        name: `${functionName(config, domain.name, job.name)}-${name}`,
        scheduleExpression: expression,
        scheduleExpressionTimezone: timeZone,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: run.function.functionArn,
          roleArn: starter.roleArn,
          input: JSON.stringify({ schedule: name }),
          retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 },
          deadLetterConfig: { arn: failed.queueArn },
        },
      })
    }
  }

  private rotate(run: DomainFunction, job: Extract<Job, { rotates: unknown }>, secrets: DomainSecrets) {
    const { rotates, everyDays, writes } = job
    const secret = secrets.get(rotates)
    run.may(
      ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'].map(
        (action) => `secretsmanager:${action}`,
      ),
      secret.secretArn,
    )
    run.function.addEnvironment(rotates.variable, secret.secretArn)
    for (const written of writes) {
      const { secretArn } = secrets.get(written)
      run.may(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'], secretArn)
      run.function.addEnvironment(written.variable, secretArn)
    }
    run.function.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Stack.of(this).account,
      sourceArn: secret.secretArn,
    })
    const schedule = new CfnRotationSchedule(this, 'Schedule', {
      secretId: secret.secretArn,
      rotationLambdaArn: run.function.functionArn,
      rotationRules: { automaticallyAfterDays: everyDays },
      rotateImmediatelyOnUpdate: true,
    })
    // The first rotation begins at once: by then it must be allowed to.
    schedule.node.addDependency(run)
  }
}
