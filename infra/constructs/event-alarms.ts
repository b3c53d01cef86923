/** Events of functions' logs, counted by CloudWatch, and the alarms on their counts. */
import { Duration } from 'aws-cdk-lib'
import { type Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { type EventAlarm, sharedEvents } from '../../functions/shared/declaration/event-alarms'
import { alarm } from './alarms'

const namespace = 'fuyi'

/** Counted together for domains with a stack of their own, as a metric costs by the month. */
const isShared = ({ event }: EventAlarm) => sharedEvents.some((shared) => shared.event === event)

const countIn = (scope: Construct, id: string, logGroup: ILogGroup, { event }: EventAlarm, metric: string) =>
  new MetricFilter(scope, `${id}-${event}`, {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.code', '=', event),
    metricNamespace: namespace,
    metricName: metric,
  })

export type CountedLog = {
  /** The function that writes the log. */
  name: string
  logGroup: ILogGroup
  alarms: readonly EventAlarm[]
  /** Where events that all domains have are counted together, `fuyi-prod`; absent: by themselves. */
  together?: string
}

/** Counts the events in a function's log; an alarm for each that is not counted together with other functions'. */
export const eventAlarms = (
  scope: Construct,
  id: string,
  { name, logGroup, alarms, together }: CountedLog,
): Alarm[] =>
  alarms.flatMap((each) => {
    const { event, most, withinMinutes, says } = each
    if (together !== undefined && isShared(each)) {
      countIn(scope, id, logGroup, each, `${together} ${event}`)
      return []
    }
    const filter = countIn(scope, id, logGroup, each, `${name} ${event}`)
    return alarm(scope, `${id}-${event}-alarm`, {
      metric: filter.metric({ statistic: 'Sum', period: Duration.minutes(withinMinutes) }),
      threshold: most,
      alarmDescription: `${name} ${says}.`,
    })
  })

/** The alarms of what is counted together. */
export const sharedEventAlarms = (scope: Construct, together: string): Alarm[] =>
  sharedEvents.map(({ event, most, withinMinutes, says }) =>
    alarm(scope, `Domains-${event}`, {
      metric: new Metric({
        namespace,
        metricName: `${together} ${event}`,
        statistic: 'Sum',
        period: Duration.minutes(withinMinutes),
      }),
      threshold: most,
      alarmDescription: `A function of a domain ${says}. Which one, the logs of ${together} say: code = ${event}.`,
    }),
  )
