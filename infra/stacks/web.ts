import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { chinaDistribution } from '../constructs/china-distribution'
import { globalDistribution } from '../constructs/distribution'
import { H5Publication } from '../constructs/h5-publication'
import { originVerifyValue } from '../constructs/origin-verify'
import { originVerifyName } from '../names'

export type WebStackProps = StackProps & {
  apiHost: string
  /** Folder of the H5 build to be published; absent publishes nothing. */
  h5?: string
  /** Where the build loads tiles of a map from. */
  tileOrigins: readonly string[]
}

/** The H5 build in a private bucket, and CloudFront before it and the API. */
export class WebStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    config: Config,
    { h5, tileOrigins, apiHost, ...props }: WebStackProps,
  ) {
    super(scope, id, props)
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(bucket, {
      S1: 'Only CloudFront reads this bucket, and it holds nothing but published files: a log would tell nothing.',
    })
    const originVerify = originVerifyValue(config, originVerifyName(config))
    const shared = { bucket, apiHost, tileOrigins, originVerify }
    const host =
      config.flavour === 'china'
        ? chinaDistribution(this, { ...shared, config }).attrDomainName
        : globalDistribution(this, { ...shared, config }).distributionDomainName
    if (h5) new H5Publication(this, 'H5', { bucket, folder: h5, tileOrigins, config })
    new CfnOutput(this, 'DistributionHost', { value: host })
    new CfnOutput(this, 'Url', { value: Fn.join('', ['https://', config.domain?.name ?? host]) })
  }
}
