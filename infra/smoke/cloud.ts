/** Logs and alarms of a deployment, read with the credentials that the AWS SDK finds. */
import { setTimeout as wait } from 'node:timers/promises'
import { CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import type { AlarmState, Cloud } from './check'

/** A line is there some seconds after its request. */
const tries = 12
const between = 5_000

export const cloudOf = (stage: string): Cloud => {
  const logs = new CloudWatchLogsClient({})
  const watch = new CloudWatchClient({})
  return {
    logOf: async (domain, requestId) => {
      const query = new FilterLogEventsCommand({
        logGroupName: `/fuyi/${stage}/${domain}`,
        filterPattern: `"${requestId}"`,
        startTime: Date.now() - 10 * 60_000,
      })
      for (let n = 0; n < tries; n++) {
        const { events = [] } = await logs.send(query)
        if (events.length > 0) return events.flatMap(({ message }) => message ?? [])
        await wait(between)
      }
      return []
    },
    alarms: async () => {
      const all: AlarmState[] = []
      for await (const { MetricAlarms = [] } of paginateDescribeAlarms(
        { client: watch },
        { AlarmNamePrefix: `fuyi-${stage}-` },
      ))
        for (const { AlarmName = '', ActionsEnabled, AlarmActions = [], StateValue = '' } of MetricAlarms)
          all.push({
            name: AlarmName,
            isArmed: ActionsEnabled === true && AlarmActions.length > 0,
            state: StateValue,
          })
      return all
    },
  }
}
