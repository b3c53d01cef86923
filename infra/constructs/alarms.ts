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
import type { Construct } from 'constructs'

type Watched = Pick<AlarmProps, 'threshold' | 'alarmDescription'> & {
  metric: Metric
  /** Periods in a row that must be bad; 1 if absent. */
  periods?: number
}

const alarm = (scope: Construct, id: string, { metric, threshold, alarmDescription, periods = 1 }: Watched) =>
  new Alarm(scope, id, {
    metric,
    threshold,
    alarmDescription,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })

const fiveMinutes = Duration.minutes(5)

export const functionMetric = (name: string, metricName: string, statistic: string) =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    statistic,
    dimensionsMap: { FunctionName: name },
    period: fiveMinutes,
  })

/** Errors, refused calls, and calls that came near the timeout. */
export const functionAlarms = (
  scope: Construct,
  id: string,
  name: string,
  timeoutSeconds: number,
): Alarm[] => [
  alarm(scope, `${id}Errors`, {
    metric: functionMetric(name, 'Errors', 'Sum'),
    threshold: 0,
    alarmDescription: `${name} failed with an exception or ran out of time. Its log says why.`,
  }),
  alarm(scope, `${id}Throttles`, {
    metric: functionMetric(name, 'Throttles', 'Sum'),
    threshold: 0,
    alarmDescription: `${name} was refused executions: a flood, or its reserved concurrency is too low.`,
  }),
  alarm(scope, `${id}Slow`, {
    metric: functionMetric(name, 'Duration', 'p99'),
    threshold: timeoutSeconds * 500,
    periods: 3,
    alarmDescription: `${name} takes more than half its timeout for one call in a hundred.`,
  }),
]

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
  alarm(scope, 'ApiLatency', {
    metric: apiMetric(apiId, 'Latency', 'p99'),
    threshold: 2000,
    periods: 3,
    alarmDescription:
      'One answer of the API in a hundred takes more than two seconds, for a quarter of an hour.',
  }),
]

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
