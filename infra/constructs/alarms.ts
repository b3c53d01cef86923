/** What wakes somebody. Each alarm is about users who got no answer, a late one, or a bill; nothing else is. */
import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  Metric,
  type MetricProps,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

type Watched = Pick<
  AlarmProps,
  'threshold' | 'alarmDescription' | 'comparisonOperator' | 'treatMissingData'
> & {
  metric: Metric
  /** Periods in a row that must be bad; 1 if absent. */
  periods?: number
}

export const alarm = (scope: Construct, id: string, { periods = 1, ...watched }: Watched) =>
  new Alarm(scope, id, {
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...watched,
    evaluationPeriods: periods,
  })

/** Tells of each alarm, and of its end. */
export const notifyTopic = (alarms: readonly Alarm[], topic: ITopic): void => {
  for (const each of alarms) {
    each.addAlarmAction(new SnsAction(topic))
    each.addOkAction(new SnsAction(topic))
  }
}

const fiveMinutes = Duration.minutes(5)

export const functionMetric = (name: string, metricName: string, statistic: string) =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    statistic,
    dimensionsMap: { FunctionName: name },
    period: fiveMinutes,
  })

/** Errors, calls that came near the timeout, and, of executions reserved for it, refused calls. */
export const functionAlarms = (
  scope: Construct,
  id: string,
  name: string,
  { timeoutSeconds, concurrency }: { timeoutSeconds: number; concurrency?: number },
): Alarm[] => [
  alarm(scope, `${id}Errors`, {
    metric: functionMetric(name, 'Errors', 'Sum'),
    threshold: 0,
    alarmDescription: `${name} failed with an exception or ran out of time. Its log says why.`,
  }),
  ...(concurrency === undefined
    ? []
    : [
        alarm(scope, `${id}Throttles`, {
          metric: functionMetric(name, 'Throttles', 'Sum'),
          threshold: 0,
          alarmDescription: `${name} was refused executions: a flood, or its reserved concurrency is too low.`,
        }),
      ]),
  alarm(scope, `${id}Slow`, {
    metric: functionMetric(name, 'Duration', 'p99'),
    threshold: timeoutSeconds * 500,
    periods: 3,
    alarmDescription: `${name} takes more than half its timeout for one call in a hundred.`,
  }),
]

/** One alarm for all functions that have no executions of their own: they share what is left of the account's. */
export const sharedExecutionsAlarm = (scope: Construct): Alarm =>
  alarm(scope, 'SharedExecutionsThrottles', {
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      statistic: 'Sum',
      period: fiveMinutes,
    }),
    threshold: 0,
    alarmDescription:
      'Functions of this account were refused executions: a flood, a slow domain, or the limit of the account is too low.',
  })

export const apiMetric = (
  apiId: string,
  metricName: string,
  statistic: string,
  props?: Partial<MetricProps>,
) =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    statistic,
    dimensionsMap: { ApiId: apiId },
    period: fiveMinutes,
    ...props,
  })

/** What callers see of the API as a whole. */
export const apiAlarms = (scope: Construct, apiId: string): Alarm[] => [
  alarm(scope, 'ApiErrors', {
    metric: apiMetric(apiId, '5xx', 'Sum'),
    threshold: 5,
    alarmDescription: 'More than five answers of the API in five minutes were server errors.',
  }),
  alarm(scope, 'ApiRefusals', {
    metric: apiMetric(apiId, '4xx', 'Sum'),
    threshold: 3000,
    alarmDescription:
      'More than 3,000 answers of the API in five minutes were refusals, as many as one address gets past the firewall: ' +
      'somebody tries things out, or a release asks for what there is not.',
  }),
  alarm(scope, 'ApiLatency', {
    metric: apiMetric(apiId, 'Latency', 'p99'),
    threshold: 2000,
    periods: 3,
    alarmDescription:
      'One answer of the API in a hundred takes more than two seconds, for a quarter of an hour.',
  }),
]

/** Answers 429, by the gateway's throttle and by the limits of the functions alike: only its own log tells them apart. */
export const throttledAlarm = (scope: Construct, name: string, log: string): Alarm => {
  const filter = new MetricFilter(scope, 'ApiThrottled', {
    logGroup: LogGroup.fromLogGroupName(scope, 'AccessLog', log),
    filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
    metricNamespace: 'fuyi',
    metricName: `${name} answered 429`,
  })
  return alarm(scope, 'ApiThrottledAlarm', {
    metric: filter.metric({ statistic: 'Sum', period: fiveMinutes }),
    threshold: 300,
    alarmDescription:
      'More than 300 requests in five minutes were told to wait: a flood, a guesser, or an event larger than the limits.',
  })
}

export const tableMetric = (tableName: string, metricName: string, dimensions: Record<string, string> = {}) =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    statistic: 'Sum',
    dimensionsMap: { TableName: tableName, ...dimensions },
    period: fiveMinutes,
  })

/** An on-demand table refuses only what grows faster than it can split, or one key that everybody wants. */
export const tableAlarms = (scope: Construct, id: string, tableName: string): Alarm[] =>
  ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) =>
    alarm(scope, `${id}${metricName}`, {
      metric: tableMetric(tableName, metricName),
      threshold: 0,
      alarmDescription: `${tableName} refused requests (${metricName}).`,
    }),
  )

/** A job that fails, or comes near its time. */
export const jobAlarms = (scope: Construct, id: string, name: string, timeoutSeconds: number): Alarm[] => [
  alarm(scope, `${id}Errors`, {
    metric: functionMetric(name, 'Errors', 'Sum'),
    threshold: 0,
    alarmDescription: `${name} failed; it is tried again by itself. Its log says why.`,
  }),
  alarm(scope, `${id}Slow`, {
    metric: functionMetric(name, 'Duration', 'Maximum'),
    threshold: timeoutSeconds * 500,
    alarmDescription: `${name} took more than half its timeout; what is left over waits for the next run.`,
  }),
]

/**
 * A job of the clock that failed for good, or that nobody starts any more.
 *
 * @param silentHours so many without a start are too many
 */
export const scheduleAlarms = (
  scope: Construct,
  id: string,
  { name, failed, silentHours }: { name: string; failed: string; silentHours: number },
): Alarm[] => [
  alarm(scope, `${id}Failed`, {
    metric: new Metric({
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      statistic: 'Maximum',
      dimensionsMap: { QueueName: failed },
      period: fiveMinutes,
    }),
    threshold: 0,
    alarmDescription: `A run of ${name} failed with all its retries: the queue ${failed} holds what it was asked.`,
  }),
  alarm(scope, `${id}Silent`, {
    metric: functionMetric(name, 'Invocations', 'Sum').with({ period: Duration.hours(1) }),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
    periods: silentHours,
    alarmDescription: `Nothing has started ${name} for ${silentHours} hours.`,
  }),
]
