import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CfnElement, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import {
  BucketDeployment,
  type BucketDeploymentProps,
  CacheControl,
  Source,
} from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import { chinaPage } from '../china/page'
import type { Config } from '../config'
import { demoFilesIn, h5Files } from '../h5-files'
import type { PageOrigins } from './security-headers'

export type H5PublicationProps = {
  bucket: Bucket
  /** Folder of the H5 build. */
  folder: string
  origins: PageOrigins
  config: Config
}

/**
 * Copies the H5 build into its bucket with each deployment. Old files stay: a page opened before a release still
 * loads the chunks it was built with. The page itself comes last, so that nobody loads one whose files are not there.
 */
export class H5Publication extends Construct {
  constructor(scope: Construct, id: string, { bucket, folder, origins, config }: H5PublicationProps) {
    super(scope, id)
    const [demo] = demoFilesIn(folder)
    if (demo !== undefined)
      throw new Error(
        `${join(folder, demo)} offers demo people at login: run npm run build:h5, and publish that.`,
      )
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const copy = (name: string, cacheControl: string, props: Partial<BucketDeploymentProps>) =>
      new BucketDeployment(this, name, {
        destinationBucket: bucket,
        prune: false,
        logGroup,
        sources: [Source.asset(folder)],
        cacheControl: [CacheControl.fromString(cacheControl)],
        ...props,
      })
    const { page, hashed, other } = h5Files
    const first = copy('Hashed', hashed.cacheControl, { exclude: ['*'], include: [...hashed.include] })
    const then = copy('Other', other.cacheControl, { exclude: [...page.include, ...hashed.include] })
    const html = readFileSync(join(folder, 'index.html'), 'utf8')
    const last = copy('Page', page.cacheControl, {
      sources: [Source.data('index.html', config.flavour === 'china' ? chinaPage(html, origins) : html)],
      contentType: 'text/html; charset=utf-8',
    })
    last.node.addDependency(first, then)
    acknowledgeCopier(Stack.of(this), bucket)
  }
}

/** CDK's own function does the copying, once a deployment; its role is CDK's to write. */
const acknowledgeCopier = (stack: Stack, bucket: Bucket) => {
  const copier = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))
  if (!copier) throw new Error('CDK names the function of a BucketDeployment differently now')
  const reason =
    "CDK's copier: it reads the deployment's assets and writes the H5 bucket, both named, object by object."
  const assets = `cdk-hnb659fds-assets-${stack.account}-${stack.region}`
  const wildcards = [
    ...['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map(
      (a) => `Action::${a}`,
    ),
    `Resource::arn:<AWS::Partition>:s3:::${assets}/*`,
    `Resource::<${logicalId(stack, bucket)}.Arn>/*`,
  ]
  acknowledge(copier, {
    L1: "The runtime is CDK's choice for its own function.",
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      'The managed policy lets the copier write its log and nothing else.',
    ...Object.fromEntries(wildcards.map((wildcard) => [`IAM5[${wildcard}]`, reason])),
  })
}

const logicalId = (stack: Stack, { node }: Bucket): string => {
  if (!CfnElement.isCfnElement(node.defaultChild)) throw new Error('a bucket without its resource')
  return stack.getLogicalId(node.defaultChild)
}
