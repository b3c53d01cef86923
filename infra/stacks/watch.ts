import { Stack, type StackProps } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { type Alarm, Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { domains } from '../../functions/domains'
import type { Domain } from '../../functions/shared/domain'
import type { Config } from '../config'
import {
  apiAlarms,
  apiMetric,
  eventAlarms,
  functionAlarms,
  functionMetric,
  jobAlarms,
  scheduleAlarms,
  tableAlarms,
  tableMetric,
  throttledAlarm,
} from '../constructs/alarms'
import { accessLogName, failedName, functionName, logName, stackName, tableName } from '../names'

/** Alarms by mail, a budget, and one dashboard. */
export class WatchStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    config: Config,
    { apiId, ...props }: StackProps & { apiId: string },
  ) {
    super(scope, id, props)
    const topic = this.addTopic(config)
    const alarms: Alarm[] = [
      ...apiAlarms(this, apiId),
      throttledAlarm(this, stackName(config, 'api'), accessLogName(config)),
      ...domains.flatMap((domain) => this.domainAlarms(config, domain)),
    ]
    for (const alarm of alarms) {
      alarm.addAlarmAction(new SnsAction(topic))
      alarm.addOkAction(new SnsAction(topic))
    }
    if (config.monthlyBudget !== null) this.addBudget(config, config.monthlyBudget, topic)
    this.addDashboard(config, apiId)
  }

  private domainAlarms(config: Config, { name, table, timeoutSeconds, alarms, jobs }: Domain) {
    const main = functionName(config, name)
    return [
      ...functionAlarms(this, name, main, timeoutSeconds),
      ...eventAlarms(this, name, { name: main, log: logName(config, name), alarms }),
      ...(table ? tableAlarms(this, name, tableName(config, name)) : []),
      ...jobs.flatMap((job) => {
        const id = `${name}-${job.name}`
        const running = functionName(config, name, job.name)
        const failed = failedName(config, name, job.name)
        if ('concurrency' in job) return functionAlarms(this, id, running, job.timeoutSeconds)
        return [
          ...jobAlarms(this, id, running, job.timeoutSeconds),
          ...('schedules' in job ? scheduleAlarms(this, id, running, failed) : []),
        ]
      }),
    ]
  }

  private addTopic({ alarmEmails }: Config): Topic {
    const topic = new Topic(this, 'Alarms', { enforceSSL: true })
    for (const email of alarmEmails) topic.addSubscription(new EmailSubscription(email))
    topic.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        principals: ['cloudwatch', 'budgets'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`)),
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    return topic
  }

  /** Warns when four fifths are spent, and when the month is on its way to more than all of it. */
  private addBudget(config: Config, amount: number, topic: Topic) {
    const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }]
    const notification = (notificationType: string, threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold },
      subscribers,
    })
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `fuyi-${config.stage}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount, unit: config.flavour === 'china' ? 'CNY' : 'USD' },
      },
      notificationsWithSubscribers: [notification('ACTUAL', 80), notification('FORECASTED', 100)],
    })
  }

  private addDashboard(config: Config, apiId: string) {
    const names = domains.flatMap(({ name, jobs }) => [
      functionName(config, name),
      ...jobs.map((job) => functionName(config, name, job.name)),
    ])
    const tables = domains.flatMap(({ name, table }) => (table ? [tableName(config, name)] : []))
    const perFunction = (metric: string, statistic: string) =>
      names.map((name) => functionMetric(name, metric, statistic))
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 })
    new Dashboard(this, 'Dashboard', {
      dashboardName: `fuyi-${config.stage}`,
      widgets: [
        [
          graph('Requests', [apiMetric(apiId, 'Count', 'Sum')]),
          graph('Errors seen by callers', [apiMetric(apiId, '4xx', 'Sum'), apiMetric(apiId, '5xx', 'Sum')]),
          graph(
            'Latency (ms)',
            ['p50', 'p90', 'p99'].map((p) => apiMetric(apiId, 'Latency', p, { label: p })),
          ),
        ],
        [
          graph('Function errors and throttles', [
            ...perFunction('Errors', 'Sum'),
            ...perFunction('Throttles', 'Sum'),
          ]),
          graph('Function duration p99 (ms)', perFunction('Duration', 'p99')),
          graph('Executions at once', perFunction('ConcurrentExecutions', 'Maximum')),
        ],
        [
          graph(
            'Table capacity used',
            tables.flatMap((name) =>
              ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map((m) => tableMetric(name, m)),
            ),
          ),
          graph(
            'Table throttles',
            tables.flatMap((name) =>
              ['ReadThrottleEvents', 'WriteThrottleEvents'].map((m) => tableMetric(name, m)),
            ),
          ),
        ],
      ],
    })
  }
}
