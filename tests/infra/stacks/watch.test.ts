import { eventCodes } from '../../../functions/shared/aws/logger'
import * as z from '../../../functions/shared/zod'
import { hasOwnStack } from '../../../infra/names'
import { alarms as alarmsPaidFor, logMetrics as metricsPaidFor } from '../../../infra/watched'
import { describeStacks, deployedDomains as domains, onlyOf, propertiesOf } from '../support'

/** Events that all domains have; of those with a stack of their own they are one metric. */
const countedTogether = ['request-crashed', 'address-not-logged', 'source-unknown']

const referenceSchema = z.object({ Ref: z.string() })

describeStacks(({ flavour, stack, all }) => {
  it('raise an alarm for failing, refused or slow functions, jobs, logged events, errors, surges and latency of the API, and throttled tables', () => {
    const alarms = propertiesOf(all(), 'AWS::CloudWatch::Alarm')
    const on = ({ MetricName, Dimensions }: Record<string, unknown>) =>
      Dimensions
        ? `${MetricName} ${JSON.stringify(Dimensions).match(/fuyi-prod-[\w-]+|Api(?=[0-9A-F]{8}")/)?.[0]}`
        : MetricName
    expect(alarms.map(on).sort()).toEqual(
      [
        '4xx Api',
        '5xx Api',
        'fuyi-prod-api answered 429',
        'Latency Api',
        'Throttles',
        ...(domains.some(hasOwnStack) ? countedTogether.map((event) => `fuyi-prod ${event}`) : []),
        ...domains.flatMap(({ name, table, alarms: watched, jobs, concurrency }) => [
          ...['Errors', 'Duration'].map((metric) => `${metric} fuyi-prod-${name}`),
          ...(concurrency === undefined ? [] : [`Throttles fuyi-prod-${name}`]),
          ...(table ? ['ReadThrottleEvents', 'WriteThrottleEvents'] : []).map(
            (m) => `${m} fuyi-prod-${name}`,
          ),
          ...watched
            .filter(({ event }) => !hasOwnStack({ name }) || !countedTogether.includes(event))
            .map(({ event }) => `fuyi-prod-${name} ${event}`),
          ...jobs.flatMap((job) =>
            ['Errors', 'Duration', ...('called' in job && job.concurrency ? ['Throttles'] : [])].map(
              (m) => `${m} fuyi-prod-${name}-${job.name}`,
            ),
          ),
          ...jobs
            .filter((job) => 'schedules' in job)
            .flatMap((job) => [
              `ApproximateNumberOfMessagesVisible fuyi-prod-${name}-${job.name}-failed`,
              `Invocations fuyi-prod-${name}-${job.name}`,
            ]),
        ]),
      ].sort(),
    )
    expect(alarms).toHaveLength(alarmsPaidFor)
    const metrics = propertiesOf(all(), 'AWS::Logs::MetricFilter').map((filter) =>
      JSON.stringify(filter.MetricTransformations),
    )
    expect(new Set(metrics).size).toBe(metricsPaidFor)
    const topic = [{ Ref: expect.stringMatching(/^Alarms/) }]
    for (const alarm of alarms) expect(alarm).toMatchObject({ AlarmActions: topic, OKActions: topic })
  })

  it('count an event in the log of the function that may write it, by a code that is logged', () => {
    const filters = propertiesOf(all(), 'AWS::Logs::MetricFilter')
    const nameOf = (logGroup: unknown) =>
      typeof logGroup === 'string'
        ? logGroup
        : all().Resources[referenceSchema.parse(logGroup).Ref]?.Properties?.LogGroupName
    expect(filters.map(({ LogGroupName, FilterPattern }) => [nameOf(LogGroupName), FilterPattern])).toEqual([
      // As the gateway writes it: everything in its log is a string.
      ['/aws/vendedlogs/fuyi-prod-api', '{ $.status = "429" }'],
      ...domains.flatMap(({ name, alarms }) =>
        alarms.map(({ event }) => [`/fuyi/prod/${name}`, `{ $.code = "${event}" }`]),
      ),
    ])
    const codes = [...new Set(domains.flatMap(({ alarms }) => alarms.map(({ event }) => event)))]
    expect(codes).toEqual(expect.arrayContaining(['place-doubted', 'source-unknown', 'session-reused']))
    expect(eventCodes).toEqual(expect.arrayContaining(codes))
    const logs = propertiesOf(all(), 'AWS::Logs::LogGroup').map(({ LogGroupName }) => LogGroupName)
    expect(logs).toEqual(expect.arrayContaining(filters.map(({ LogGroupName }) => nameOf(LogGroupName))))
  })

  it('warn before the month costs more than the budget, in the currency of the account', () => {
    const budget = onlyOf(stack('watch'), 'AWS::Budgets::Budget')
    expect(budget).toMatchObject({
      Budget: {
        BudgetLimit: flavour === 'china' ? { Amount: 400, Unit: 'CNY' } : { Amount: 50, Unit: 'USD' },
        TimeUnit: 'MONTHLY',
      },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 } },
        { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
      ],
    })
  })

  it('show every function and table on the dashboard', () => {
    const body = JSON.stringify(onlyOf(stack('watch'), 'AWS::CloudWatch::Dashboard'))
    for (const { name } of domains) expect(body).toContain(`fuyi-prod-${name}`)
  })
})
