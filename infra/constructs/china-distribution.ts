import { Fn } from 'aws-cdk-lib'
import { CfnDistribution, OriginAccessIdentity } from 'aws-cdk-lib/aws-cloudfront'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import type { ChinaConfig } from '../config'
import { apiPaths } from './api-behaviors'
import { type DistributionProps, reasons } from './distribution'
import { cachedErrors, errorSeconds } from './error-caching'
import { forwardedHeaders, keyHeaders } from './forwarded-headers'

type Behavior = CfnDistribution.DefaultCacheBehaviorProperty

/**
 * CloudFront for China's regions in plain CloudFormation, as CDK's construct always writes what they refuse: cache policies, response
 * header policies, origin access control, ACM, WAF, IPv6 and HTTP/3 (docs/deploy.md names the sources). The page carries its content
 * security policy in a meta element.
 */
export const chinaDistribution = (
  scope: Construct,
  { config, bucket, files, apiHost, originVerify }: DistributionProps<ChinaConfig>,
): CfnDistribution => {
  const reader = new OriginAccessIdentity(scope, 'Reader', { comment: `fuyi ${config.stage} H5` })
  // Of a domain's bucket what is served, and nothing that waits for a second person.
  const read = [
    { of: bucket, served: '' },
    ...files.map((file) => ({ of: file.bucket, served: file.served })),
  ]
  for (const { of, served } of read)
    of.addToResourcePolicy(
      new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [of.arnForObjects(`${served}*`)],
        principals: [reader.grantPrincipal],
      }),
    )
  const s3OriginConfig = {
    originAccessIdentity: Fn.join('/', ['origin-access-identity/cloudfront', reader.originAccessIdentityId]),
  }
  const distribution = new CfnDistribution(scope, 'Distribution', {
    distributionConfig: {
      enabled: true,
      comment: `fuyi ${config.stage}`,
      aliases: [config.domain.name],
      viewerCertificate: {
        iamCertificateId: config.domain.iamCertificateId,
        minimumProtocolVersion: 'TLSv1.2_2021',
        sslSupportMethod: 'sni-only',
      },
      httpVersion: 'http2',
      ipv6Enabled: false,
      defaultRootObject: 'index.html',
      origins: [
        {
          id: 'h5',
          domainName: bucket.bucketRegionalDomainName,
          s3OriginConfig,
        },
        ...files.map((file) => ({
          id: file.name,
          domainName: file.bucket.bucketRegionalDomainName,
          s3OriginConfig,
        })),
        {
          id: 'api',
          domainName: apiHost,
          customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
          originCustomHeaders: [{ headerName: 'x-origin-verify', headerValue: originVerify }],
        },
      ],
      customErrorResponses: cachedErrors.map((errorCode) => ({
        errorCode,
        errorCachingMinTtl: errorSeconds,
      })),
      defaultCacheBehavior: pages,
      cacheBehaviors: [
        ...apiPaths.map(({ pattern, isCached }) => ({
          ...(isCached ? publicAnswers : calls),
          pathPattern: pattern,
        })),
        ...files.map(({ name, pattern }) => ({
          ...{ ...pages, compress: false },
          ...{ targetOriginId: name, pathPattern: pattern },
        })),
      ],
    },
  })
  acknowledge(distribution, {
    ...reasons,
    CFR2: 'CloudFront in China has no WAF, and neither has an HTTP API: the gateway throttles and reports are limited.',
    CFR7: 'CloudFront in China has no origin access control: an origin access identity reads the bucket instead.',
  })
  return distribution
}

const day = 86_400
/** The API says itself which methods a path has. */
const anyMethod = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE']

const pages: Behavior = {
  targetOriginId: 'h5',
  viewerProtocolPolicy: 'redirect-to-https',
  compress: true,
  forwardedValues: { queryString: false, cookies: { forward: 'none' } },
  minTtl: 0,
  defaultTtl: day,
  maxTtl: 365 * day,
}

const publicAnswers: Behavior = {
  targetOriginId: 'api',
  viewerProtocolPolicy: 'redirect-to-https',
  allowedMethods: anyMethod,
  forwardedValues: { queryString: true, cookies: { forward: 'none' }, headers: ['Accept-Encoding'] },
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: 365 * day,
}

/** The viewer's address stands only here: where answers are kept, each address would get a copy of its own. */
const calls: Behavior = {
  targetOriginId: 'api',
  viewerProtocolPolicy: 'redirect-to-https',
  allowedMethods: anyMethod,
  // Not `*`: that would forward Host, by which API Gateway finds the API.
  forwardedValues: {
    queryString: true,
    cookies: { forward: 'none' },
    headers: ['Accept-Encoding', ...keyHeaders, ...forwardedHeaders],
  },
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: 0,
}
