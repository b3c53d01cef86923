import { Stack, type StackProps } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { type Alarm, Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import type { Config } from '../config'
import {
  apiAlarms,
  apiMetric,
  functionMetric,
  notifyTopic,
  sharedExecutionsAlarm,
  tableMetric,
  throttledAlarm,
} from '../constructs/alarms'
import { businessFigures } from '../constructs/business-figures'
import { domainAlarms } from '../constructs/domain-alarms'
import { sharedEventAlarms } from '../constructs/event-alarms'
import {
  accessLogName,
  functionName,
  hasOwnStack,
  logName,
  productName,
  stackName,
  tableName,
} from '../names'

/** Alarms by mail, a budget, and one dashboard. The alarms of a domain with a stack of its own are there. */
export class WatchStack extends Stack {
  /** Whom alarms tell. */
  readonly topic: Topic

  constructor(
    scope: Construct,
    id: string,
    config: Config,
    { apiId, domains, ...props }: StackProps & { apiId: string; domains: readonly Domain[] },
  ) {
    super(scope, id, props)
    this.topic = this.addTopic(config)
    const alarms: Alarm[] = [
      ...apiAlarms(this, apiId),
      throttledAlarm(this, stackName(config, 'api'), accessLogName(config)),
      sharedExecutionsAlarm(this),
      ...(domains.some(hasOwnStack) ? sharedEventAlarms(this, productName(config)) : []),
      ...domains
        .filter((domain) => !hasOwnStack(domain))
        .flatMap((domain) => domainAlarms(this, config, domain, this.logOf(config, domain))),
    ]
    notifyTopic(alarms, this.topic)
    if (config.monthlyBudget !== null) this.addBudget(config, config.monthlyBudget, this.topic)
    this.addDashboard(config, apiId, domains)
  }

  private logOf(config: Config, { name }: Domain) {
    return LogGroup.fromLogGroupName(this, `${name}Log`, logName(config, name))
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

  private addDashboard(config: Config, apiId: string, domains: readonly Domain[]) {
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
        businessFigures(domains.map(({ name }) => logName(config, name))),
      ],
    })
  }
}
