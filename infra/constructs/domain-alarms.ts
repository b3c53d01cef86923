import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Domain, Job } from '../../functions/shared/domain'
import type { Config } from '../config'
import { failedName, functionName, tableName } from '../names'
import { eventAlarms, functionAlarms, jobAlarms, scheduleAlarms, tableAlarms } from './alarms'

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
    ...eventAlarms(scope, name, { name: main, logGroup, alarms }),
    ...(table ? tableAlarms(scope, name, tableName(config, name)) : []),
    ...jobs.flatMap((job) => alarmsOfJob(scope, config, domain, job)),
  ]
}

const alarmsOfJob = (scope: Construct, config: Config, { name }: Domain, job: Job): Alarm[] => {
  const id = `${name}-${job.name}`
  const running = functionName(config, name, job.name)
  if ('called' in job) return functionAlarms(scope, id, running, job)
  const own = jobAlarms(scope, id, running, job.timeoutSeconds)
  if (!('schedules' in job)) return own
  return [...own, ...scheduleAlarms(scope, id, running, failedName(config, name, job.name))]
}
