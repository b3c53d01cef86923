import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { chinaDistribution } from '../constructs/china-distribution'
import { globalDistribution } from '../constructs/distribution'
import { DomainBucket } from '../constructs/domain-bucket'
import { H5Publication } from '../constructs/h5-publication'
import { originVerifyValue } from '../constructs/origin-verify'
import { bucketName, bucketOrigin, originVerifyName } from '../names'

export type WebStackProps = StackProps & {
  domains: readonly Domain[]
  apiHost: string
  /** Folder of the H5 build to be published; absent publishes nothing. */
  h5?: string
  /** Where the build loads tiles of a map from. */
  tileOrigins: readonly string[]
}

/** The H5 build and the files of domains in private buckets, and CloudFront before them and the API. */
export class WebStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    config: Config,
    { domains, h5, tileOrigins, apiHost, ...props }: WebStackProps,
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
    // Beside the distribution that reads them: each names the other.
    const files = domains.flatMap(({ name, bucket }) =>
      bucket
        ? [
            new DomainBucket(this, name, {
              bucketName: bucketName(config, name),
              host: config.domain?.name,
              ...bucket,
            }),
          ]
        : [],
    )
    const origins = { tileOrigins, bucketOrigins: files.map(({ name }) => bucketOrigin(config, name)) }
    const shared = { bucket, files, apiHost, origins, originVerify }
    const host =
      config.flavour === 'china'
        ? chinaDistribution(this, { ...shared, config }).attrDomainName
        : globalDistribution(this, { ...shared, config }).distributionDomainName
    if (h5) new H5Publication(this, 'H5', { bucket, folder: h5, origins, config })
    new CfnOutput(this, 'DistributionHost', { value: host })
    new CfnOutput(this, 'Url', { value: Fn.join('', ['https://', config.domain?.name ?? host]) })
  }
}
