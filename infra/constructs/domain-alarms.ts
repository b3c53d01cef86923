import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Domain, Job, Schedule } from '../../functions/shared/declaration/domain'
import type { Config } from '../config'
import { nextTime } from '../local/runtime/expression'
import { failedName, functionName, hasOwnStack, productName, tableName } from '../names'
import { functionAlarms, jobAlarms, scheduleAlarms, tableAlarms } from './alarms'
import { timeZone } from './domain-job'
import { eventAlarms } from './event-alarms'

/**
 * What wakes somebody about a domain: its functions, the events of its log, its table and its jobs.
 *
 * @param logGroup of the function that answers requests
 */
export const domainAlarms = (
  scope: Construct,
  config: Config,
  domain: Domain,
  logGroup: ILogGroup,
): Alarm[] => {
  const { name, table, alarms, jobs } = domain
  const main = functionName(config, name)
  return [
    ...functionAlarms(scope, name, main, domain),
    ...eventAlarms(scope, name, {
      name: main,
      logGroup,
      alarms,
      ...(hasOwnStack(domain) && { together: productName(config) }),
    }),
    ...(table ? tableAlarms(scope, name, tableName(config, name)) : []),
    ...jobs.flatMap((job) => alarmsOfJob(scope, config, domain, job)),
  ]
}

const alarmsOfJob = (scope: Construct, config: Config, { name }: Domain, job: Job): Alarm[] => {
  const id = `${name}-${job.name}`
  const running = functionName(config, name, job.name)
  if ('called' in job && !('schedules' in job)) return functionAlarms(scope, id, running, job)
  const own = jobAlarms(scope, id, running, job.timeoutSeconds)
  if (!('schedules' in job)) return own
  const silentHours = hoursOfSilence(job.schedules)
  const failed = failedName(config, name, job.name)
  return [...own, ...scheduleAlarms(scope, id, { name: running, failed, silentHours })]
}

/** Two hours more than the time between two starts by the schedule that starts most often. */
const hoursOfSilence = (schedules: readonly Schedule[]): number => {
  const apart = schedules.map(({ expression }) => {
    const first = nextTime(expression, timeZone, 0)
    return nextTime(expression, timeZone, first) - first
  })
  return Math.ceil(Math.min(...apart) / 3_600_000) + 2
}
