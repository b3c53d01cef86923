import { Duration } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import type { GlobalConfig } from '../config'
import { apiPaths } from './api-behaviors'
import { cachedErrors, errorSeconds } from './error-caching'
import { forwardedHeaders, keyHeaders, viewerAddressHeader } from './forwarded-headers'
import {
  contentSecurityPolicy,
  frameAncestors,
  type PageOrigins,
  permissionsPolicy,
} from './security-headers'

export type DistributionProps<Flavour> = {
  config: Flavour
  /** The H5 build. */
  bucket: IBucket
  /** Files of domains, each served where its pattern fits. */
  files: readonly { name: string; bucket: IBucket; served: string; pattern: string }[]
  apiHost: string
  /** Where the page may load tiles of a map from, and upload files to. */
  origins: PageOrigins
  /** Reference to the secret that tells the API who is asking. */
  originVerify: string
}

/** CloudFront as every region but China's has it: policies, origin access control, WAF. */
export const globalDistribution = (
  scope: Construct,
  { config, bucket, files, apiHost, origins, originVerify }: DistributionProps<GlobalConfig>,
): Distribution => {
  const shared: Pick<BehaviorOptions, 'origin' | 'viewerProtocolPolicy' | 'compress'> = {
    origin: new HttpOrigin(apiHost, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      customHeaders: { 'x-origin-verify': originVerify },
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    // The functions compress; CloudFront doing it again would weaken their ETags.
    compress: false,
  }
  const { domain } = config
  const responseHeadersPolicy = pageHeaders(scope, origins)
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `fuyi ${config.stage}`,
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      compress: true,
    },
    additionalBehaviors: {
      ...behaviors(shared, {
        kept: publicCache(scope),
        calls: callKey(scope),
        forwarded: callHeaders(scope),
        addressed: viewerAddress(scope),
      }),
      ...Object.fromEntries(
        files.map((file) => [file.pattern, fileBehavior(file.bucket, responseHeadersPolicy)]),
      ),
    },
    errorResponses: cachedErrors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(errorSeconds) })),
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_200,
    webAclId: config.webAclArn,
    ...(domain && {
      domainNames: [domain.name],
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
    }),
  })
  acknowledge(distribution, {
    ...reasons,
    ...(!domain && {
      CFR4: 'The cloudfront.net name has its own certificate; with a domain TLS 1.2 is the least.',
    }),
  })
  return distribution
}

/** Its objects never change under their path, and say so themselves. */
const fileBehavior = (bucket: IBucket, responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions => ({
  origin: S3BucketOrigin.withOriginAccessControl(bucket),
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  responseHeadersPolicy,
  compress: false,
})

/** In the order in which CloudFront tries them: the first pattern that fits decides. */
const behaviors = (
  shared: Pick<BehaviorOptions, 'origin' | 'viewerProtocolPolicy' | 'compress'>,
  policies: {
    kept: CachePolicy
    calls: CachePolicy
    forwarded: OriginRequestPolicy
    addressed: OriginRequestPolicy
  },
): Record<string, BehaviorOptions> => {
  const cached = {
    ...shared,
    cachePolicy: policies.kept,
    originRequestPolicy: policies.addressed,
    allowedMethods: AllowedMethods.ALLOW_ALL,
  }
  const passed = {
    ...shared,
    cachePolicy: policies.calls,
    originRequestPolicy: policies.forwarded,
    allowedMethods: AllowedMethods.ALLOW_ALL,
  }
  return Object.fromEntries(apiPaths.map(({ pattern, isCached }) => [pattern, isCached ? cached : passed]))
}

/** Also true of the distribution in China. */
export const reasons = {
  CFR1: 'Public information for anyone, wherever they are.',
  CFR3: 'An access log holds addresses and query strings, and a query may hold a position. The API logs without both.',
}

/** Query strings and the accepted encoding make a copy; revalidation by ETag is CloudFront's own. */
const publicCache = (scope: Construct) =>
  new CachePolicy(scope, 'PublicCache', {
    comment: 'What the function says; nothing is kept that names no lifetime',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    // Pictures of gifts never change under their path.
    maxTtl: Duration.days(365),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.none(),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  })

/**
 * No policy of AWS's own hands on the viewer's address without the Host header, by which API Gateway finds the API; and
 * Authorization is handed on only as part of a cache's key, which wants a lifetime. A second at most, of what names none
 * nothing, and of two callers with the same token.
 */
const callKey = (scope: Construct) =>
  new CachePolicy(scope, 'CallKey', {
    comment:
      'Calls: nothing is kept unless its function says so, and then for a second and for the same caller',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(1),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList(...keyHeaders),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  })

const callHeaders = (scope: Construct) =>
  new OriginRequestPolicy(scope, 'CallHeaders', {
    comment: 'Headers of a call that its function reads',
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    // Nothing reads a cookie.
    cookieBehavior: OriginRequestCookieBehavior.none(),
    headerBehavior: OriginRequestHeaderBehavior.allowList(...forwardedHeaders),
  })

/** Not part of the key: of an answer that is kept, the address log has whoever made CloudFront ask. */
const viewerAddress = (scope: Construct) =>
  new OriginRequestPolicy(scope, 'ViewerAddress', {
    comment: 'Who makes CloudFront ask for an answer that it keeps',
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    cookieBehavior: OriginRequestCookieBehavior.none(),
    headerBehavior: OriginRequestHeaderBehavior.allowList(viewerAddressHeader),
  })

const pageHeaders = (scope: Construct, origins: PageOrigins) =>
  new ResponseHeadersPolicy(scope, 'PageHeaders', {
    comment: 'Security headers of the H5 page and its files',
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: `${contentSecurityPolicy(origins)}; ${frameAncestors}`,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Permissions-Policy', value: permissionsPolicy, override: true },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
      ],
    },
  })
