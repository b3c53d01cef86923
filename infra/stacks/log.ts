import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AccountRootPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { addressStreamName } from '../names'

/**
 * Days that the address log is kept: the longest six months there are (网络安全法 第二十一条 asks for six months at least).
 * CloudWatch keeps a log for 180 or 365 days and nothing between, so it lies in a bucket.
 */
export const addressDays = 184

/** The address log, alone in a stack: functions add lines, one role reads them, a key of its own encrypts them. */
export class LogStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, props: StackProps) {
    super(scope, id, props)
    const key = new Key(this, 'Key', {
      description: `fuyi ${config.stage}: the address log`,
      enableKeyRotation: true,
      // Without it nothing that is there can be read.
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const bucket = new Bucket(this, 'Addresses', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(addressDays) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(bucket, { S1: 'It is itself a log; who read it stands in CloudTrail, see docs/logging.md.' })
    this.addStream(config, bucket, key)
    this.addReader(bucket, key)
  }

  private addStream(config: Config, bucket: Bucket, key: Key) {
    const name = addressStreamName(config)
    const writer = new Role(this, 'Writer', {
      assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    })
    const allow = (actions: string[], resource: string) =>
      writer.addToPolicy(new PolicyStatement({ actions, resources: [resource] }))
    allow(['s3:PutObject', 's3:AbortMultipartUpload'], bucket.arnForObjects('*'))
    allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], bucket.bucketArn)
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn)
    acknowledge(writer, { [everyObject(this, bucket)]: 'Every object of this one bucket, to add it.' })
    const stream = new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamName: name,
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: bucket.bucketArn,
        roleArn: writer.roleArn,
        bufferingHints: { intervalInSeconds: 300, sizeInMBs: 5 },
        compressionFormat: 'GZIP',
        prefix: '!{timestamp:yyyy/MM/dd}/',
        errorOutputPrefix: 'failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/',
      },
    })
    stream.node.addDependency(writer)
  }

  /** Whoever answers the authorities takes this role, with a second factor; nobody else can read the log. */
  private addReader(bucket: Bucket, key: Key) {
    const reader = new Role(this, 'Reader', {
      assumedBy: new AccountRootPrincipal().withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
      description: 'Reads the address log when an authority asks for it',
      maxSessionDuration: Duration.hours(1),
    })
    const allow = (actions: string[], resource: string) =>
      reader.addToPolicy(new PolicyStatement({ actions, resources: [resource] }))
    allow(['s3:GetObject'], bucket.arnForObjects('*'))
    allow(['s3:ListBucket'], bucket.bucketArn)
    allow(['kms:Decrypt'], key.keyArn)
    acknowledge(reader, { [everyObject(this, bucket)]: 'Every object of this one bucket, to read it.' })
  }
}

/** As cdk-nag names the permission: by the logical id of the bucket. */
const everyObject = (stack: Stack, bucket: Bucket): string => {
  const { defaultChild } = bucket.node
  if (!(defaultChild instanceof CfnBucket)) throw new Error('a bucket without its resource')
  return `IAM5[Resource::<${stack.getLogicalId(defaultChild)}.Arn>/*]`
}
