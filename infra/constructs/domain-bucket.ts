import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import { acknowledge } from '../acknowledge'

/** `host`: of the page that uploads; absent where it is known only once it is deployed. */
export type DomainBucketProps = { bucketName: string; host?: string } & NonNullable<Domain['bucket']>

/** The one shape of a domain's bucket: private; what is not served goes after the days that the domain says. */
export class DomainBucket extends Construct {
  readonly bucket: Bucket
  /** Of the domain. */
  readonly name: string
  /** Prefix of the objects that visitors may read. */
  readonly served: string
  /** As CloudFront tries paths. */
  readonly pattern: string

  constructor(scope: Construct, id: string, { bucketName, host, served, removed }: DomainBucketProps) {
    super(scope, id)
    this.name = id
    this.served = served
    this.pattern = `/${served}*`
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // What may be sent is what the form says that was signed for it, whatever page it is sent from.
      cors: [
        {
          allowedMethods: [HttpMethods.POST, HttpMethods.PUT],
          allowedOrigins: [host === undefined ? '*' : `https://${host}`],
          allowedHeaders: ['*'],
          maxAge: Duration.hours(1).toSeconds(),
        },
      ],
      lifecycleRules: removed.map(({ prefix, afterDays }) => ({
        prefix,
        expiration: Duration.days(afterDays),
        // Parts of what nobody completed are no objects, and stay otherwise.
        abortIncompleteMultipartUploadAfter: Duration.days(afterDays),
      })),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    acknowledge(this.bucket, {
      S1: 'CloudFront and the functions of its domain alone read it, and what staff do with its files is on record.',
    })
  }
}
