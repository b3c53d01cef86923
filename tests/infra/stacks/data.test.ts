import { describeStacks, deployedDomains as domains, onlyOf, propertiesOf, textsIn } from '../support'

/** A property that fixes the physical name of its resource. */
const isName = (property: string) => /^(Name|\w+Name)$/.test(property)

describeStacks(({ templates, stack, all, functions }) => {
  it('keep every table recoverable for 35 days, encrypted, on demand, and protected from deletion', () => {
    const { Resources } = stack('data')
    const tables = Object.values(Resources).filter(({ Type }) => Type === 'AWS::DynamoDB::Table')
    expect(tables).toHaveLength(domains.filter(({ table }) => table).length)
    for (const table of tables) {
      expect(table).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          SSESpecification: { SSEEnabled: true },
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        },
      })
    }
  })

  it('leave no resource of a fixed name behind when its first creation fails, so that the second can succeed', () => {
    const resources = [...templates().values()].flatMap(({ Resources }) => Object.entries(Resources))
    const retained = resources.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
    const named = retained.filter(([, { Properties = {} }]) => Object.keys(Properties).some(isName))
    expect(named.map(([id]) => id)).toEqual([])
    // What has no name of ours, as the bucket, is made under another by the second try.
    expect(retained.map(([, { Type }]) => Type).sort()).toEqual([
      'AWS::KMS::Key',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
    ])
  })

  it('keep the address log for 184 days under a key of its own, and let one role read it with a second factor', () => {
    const log = stack('log')
    expect(onlyOf(log, 'AWS::S3::Bucket')).toMatchObject({
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 184, Status: 'Enabled' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: expect.anything() } },
        ],
      },
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    })
    expect(onlyOf(log, 'AWS::KMS::Key')).toMatchObject({ EnableKeyRotation: true })
    const readers = propertiesOf(log, 'AWS::IAM::Policy').filter((policy) =>
      textsIn(policy).some(({ text }) => text === 's3:GetObject'),
    )
    expect(readers.map(({ PolicyName }) => PolicyName)).toEqual([expect.stringMatching(/^Reader/)])
    const asking = propertiesOf(log, 'AWS::IAM::Role').map(({ AssumeRolePolicyDocument }) =>
      JSON.stringify(AssumeRolePolicyDocument),
    )
    expect(asking.filter((text) => text.includes('"aws:MultiFactorAuthPresent":"true"'))).toHaveLength(1)
    const writers = propertiesOf(all(), 'AWS::IAM::Policy').filter((policy) =>
      textsIn(policy).some(({ text }) => text === 'firehose:PutRecord'),
    )
    expect(writers).toHaveLength(domains.length)
    expect(functions().filter((each) => JSON.stringify(each).includes('ADDRESS_STREAM'))).toHaveLength(
      domains.length,
    )
  })

  it('let every log expire', () => {
    const logs = [...templates().values()].flatMap((each) => propertiesOf(each, 'AWS::Logs::LogGroup'))
    expect(logs.length).toBeGreaterThan(domains.length)
    expect(logs.map(({ RetentionInDays }) => RetentionInDays)).toEqual(logs.map(() => 30))
  })
})
