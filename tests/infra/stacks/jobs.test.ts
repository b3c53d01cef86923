import { describeStacks, deployedDomains as domains, propertiesOf } from '../support'

/** By the job's function, `points-sweep`. */
const declaredSchedules = domains.flatMap(({ name: domain, jobs }) =>
  jobs.flatMap((job) =>
    'schedules' in job ? job.schedules.map((each) => ({ job: `${domain}-${job.name}`, ...each })) : [],
  ),
)

describeStacks(({ all }) => {
  it('run every schedule by the clock of Shanghai, try again what fails, and keep what fails for good', () => {
    const schedules = propertiesOf(all(), 'AWS::Scheduler::Schedule')
    expect(
      schedules.map(({ Name, ScheduleExpression, ScheduleExpressionTimezone, State }) => [
        Name,
        ScheduleExpression,
        ScheduleExpressionTimezone,
        State ?? 'ENABLED',
      ]),
    ).toEqual(
      declaredSchedules.map(({ job, name, expression }) => [
        `fuyi-prod-${job}-${name}`,
        expression,
        'Asia/Shanghai',
        'ENABLED',
      ]),
    )
    expect(schedules.map(({ Name, ScheduleExpression }) => [Name, ScheduleExpression])).toEqual([
      ['fuyi-prod-identity-privacy-unfinished', 'rate(5 minutes)'],
      ['fuyi-prod-points-sweep-daily', 'cron(10 0 * * ? *)'],
      ['fuyi-prod-points-sweep-offers', 'cron(40 * * * ? *)'],
      ['fuyi-prod-exhibition-sweep-due', 'rate(1 minute)'],
      ['fuyi-prod-media-sweep-unused', 'cron(20 3 * * ? *)'],
    ])
    const queue = { 'Fn::GetAtt': [expect.stringMatching(/Failed/), 'Arn'] }
    expect(schedules.map(({ Target }) => Target)).toEqual(
      declaredSchedules.map(({ name }) =>
        expect.objectContaining({
          Input: JSON.stringify({ schedule: name }),
          RetryPolicy: expect.anything(),
          DeadLetterConfig: { Arn: queue },
        }),
      ),
    )
    const retries = propertiesOf(all(), 'AWS::Lambda::EventInvokeConfig')
    expect(retries).toHaveLength(new Set(declaredSchedules.map(({ job }) => job)).size)
    for (const one of retries)
      expect(one).toMatchObject({
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: queue } },
      })
  })

  it('make the keys of sessions by rotation, the first at once, and keep every secret when its stack goes', () => {
    const schedule = Object.values(all().Resources).find(
      ({ Type }) => Type === 'AWS::SecretsManager::RotationSchedule',
    )
    expect(schedule).toMatchObject({
      Properties: {
        SecretId: { Ref: expect.stringMatching(/sessionkeys/) },
        RotateImmediatelyOnUpdate: true,
        RotationRules: { AutomaticallyAfterDays: 30 },
      },
      // It begins as soon as it is there, and by then must be allowed to do what it does.
      DependsOn: expect.arrayContaining([
        expect.stringMatching(/rotationRunRoleDefaultPolicy/),
        expect.stringMatching(/rotationRunFunctionRotation/),
      ]),
    })
    const secrets = Object.values(all().Resources).filter(
      ({ Type, Properties }) =>
        Type === 'AWS::SecretsManager::Secret' && Properties?.Name !== 'fuyi/prod/origin-verify',
    )
    const ownSecrets = domains.flatMap((domain) => domain.ownSecrets)
    expect(secrets.map((secret) => [secret.Properties?.Name, secret.DeletionPolicy])).toEqual(
      ownSecrets.map(({ name }) => [`fuyi/prod/${name}`, 'RetainExceptOnCreate']),
    )
    const values = secrets.map(
      ({ Properties }) => Properties?.SecretString ?? Properties?.GenerateSecretString,
    )
    expect(values).toEqual([
      '{"keys":[]}',
      '{"keys":[]}',
      { ExcludePunctuation: true, PasswordLength: 64 },
      // EncodingAESKey and Token of WeChat's messages, 43 and 32 letters and digits, as its console takes them.
      { ExcludePunctuation: true, PasswordLength: 75 },
    ])
  })
})
