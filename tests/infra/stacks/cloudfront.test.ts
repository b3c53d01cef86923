import * as z from '../../../functions/shared/zod'
import { apiPaths } from '../../../infra/constructs/api-behaviors'
import { resourcesOf, type Template } from '../../../infra/local/builds/template'
import { errorCachingOf } from '../../../infra/local/gateway/error-cache'
import { bucketOrigin } from '../../../infra/names'
import { describeStacks, deployedDomains as domains, exampleConfig, filled, onlyOf } from '../support'

/** All that CloudFront keeps, said here once more: a mistaken `cached` in a domain would answer one person with another's. */
const keptPaths = [
  '/api/exhibition/:region',
  '/api/exhibition/:region/bulletin-search',
  '/api/exhibition/:region/bulletins',
  '/api/exhibition/:region/bulletins.atom',
  '/api/exhibition/:region/bulletins.json',
  '/api/exhibition/:region/bulletins.rss',
  '/api/exhibition/:region/bulletins/:id',
  '/api/exhibition/:region/fund',
  '/api/exhibition/:region/galleries/:gallery',
  '/api/gifts',
  '/api/gifts/:id',
  '/api/gifts/:id/pictures/:hash',
  '/api/regions',
  '/api/regions/:adcode/places',
  '/api/regions/:adcode/places.geojson',
  '/api/regions/grid',
]

/** CloudFront's patterns: `*` is anything, slashes too. */
const fits = (pattern: string, path: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path)

/** What each behaviour of the API does with an answer and with the headers of its request, whichever way the flavour says it. */
const behaviorsOf = (web: Template) =>
  distributionSchema
    .parse(onlyOf(web, 'AWS::CloudFront::Distribution'))
    .DistributionConfig.CacheBehaviors.filter(({ PathPattern }) => PathPattern.startsWith('/api/'))
    .map(({ PathPattern, ForwardedValues, MaxTTL, CachePolicyId, OriginRequestPolicyId }) => {
      const cache = policyOf(web, CachePolicyId)
      const request = policyOf(web, OriginRequestPolicyId)
      const headers = [
        ...(ForwardedValues?.Headers ?? []),
        ...(cache?.ParametersInCacheKeyAndForwardedToOrigin?.HeadersConfig.Headers ?? []),
        ...(request?.HeadersConfig?.Headers ?? []),
      ]
      const key = [
        ...(ForwardedValues?.Headers ?? []),
        ...(cache?.ParametersInCacheKeyAndForwardedToOrigin?.HeadersConfig.Headers ?? []),
      ]
      // With a second, and for one token alone, is as good as not kept.
      return { pattern: PathPattern, keeps: (cache?.MaxTTL ?? MaxTTL ?? 0) > 1, headers, key }
    })

const referenceSchema = z.object({ Ref: z.string() })
const distributionSchema = z.object({
  DistributionConfig: z.object({
    CacheBehaviors: z.array(
      z.object({
        PathPattern: z.string(),
        // One of AWS's own has an id.
        CachePolicyId: z.optional(z.union([referenceSchema, z.string()])),
        OriginRequestPolicyId: z.optional(referenceSchema),
        MaxTTL: z.optional(z.number()),
        ForwardedValues: z.optional(z.object({ Headers: z.optional(z.array(z.string())) })),
      }),
    ),
  }),
})
const statementsSchema = z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) })
const headersSchema = z.object({ Headers: z.optional(z.array(z.string())) })
const policySchema = z.object({
  MaxTTL: z.optional(z.number()),
  ParametersInCacheKeyAndForwardedToOrigin: z.optional(z.object({ HeadersConfig: headersSchema })),
  HeadersConfig: z.optional(headersSchema),
})

const policyOf = (web: Template, reference: z.infer<typeof referenceSchema> | string | undefined) => {
  if (typeof reference !== 'object') return null
  const { CachePolicyConfig, OriginRequestPolicyConfig } = web.Resources[reference.Ref]?.Properties ?? {}
  return policySchema.parse(CachePolicyConfig ?? OriginRequestPolicyConfig)
}

describeStacks(({ flavour, stack }) => {
  it('let CloudFront cache nothing that depends on the caller, and forward the caller wherever it matters', () => {
    const behaviors = behaviorsOf(stack('web'))
    const operations = domains.flatMap(({ operations }) => Object.values(operations))
    const deciding = operations.map(({ path }) => {
      const found = behaviors.find(({ pattern }) => fits(pattern, filled(path)))
      return found ?? { pattern: 'none', keeps: true, headers: [], key: [] }
    })
    const wrong = operations.filter((operation, n) => {
      const isPersonal = operation.access !== 'public' || operation.idempotent === true
      const handedOn = deciding[n]?.headers ?? []
      const isHandedOn = ['Acting-Person', 'Authorization', 'Idempotency-Key'].every((name) =>
        handedOn.includes(name),
      )
      return isPersonal && (deciding[n]?.keeps || !isHandedOn)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
    const kept = operations.filter((_, n) => deciding[n]?.keeps).map(({ path }) => path)
    const declared = operations.filter(({ cached }) => cached).map(({ path }) => path)
    expect(new Set(kept)).toEqual(new Set(declared))
    expect([...new Set(kept)].sort()).toEqual(keptPaths)
  })

  it('forward the viewer’s address wherever it does not split the cache: in China not where answers are cached', () => {
    const behaviors = behaviorsOf(stack('web'))
    expect(behaviors.map(({ pattern, keeps }) => [pattern, keeps])).toEqual(
      apiPaths.map(({ pattern, isCached }) => [pattern, isCached]),
    )
    const withViewer = behaviors.filter(({ headers }) => headers.includes('CloudFront-Viewer-Address'))
    expect(withViewer).toEqual(behaviors.filter(({ keeps }) => flavour === 'global' || !keeps))
    for (const { key } of behaviors.filter(({ keeps }) => keeps))
      expect(key).not.toContain('CloudFront-Viewer-Address')
    // A policy takes ten, and with Host API Gateway would not find its API.
    for (const { headers } of withViewer)
      expect(headers.filter((name) => name !== 'Authorization').length).toBeLessThanOrEqual(10)
    expect(behaviors.flatMap(({ headers }) => headers.map((name) => name.toLowerCase()))).not.toContain(
      'host',
    )
  })

  it('give personal answers a cache key of token and person', () => {
    const behaviors = behaviorsOf(stack('web'))
    const shared = domains
      .flatMap(({ operations }) => Object.values(operations))
      .filter(({ access }) => access !== 'public')
      .filter(({ path }) => {
        const found = behaviors.find(({ pattern }) => fits(pattern, filled(path)))
        return !['Authorization', 'Acting-Person'].every((name) => found?.key.includes(name))
      })
    expect(shared.map(({ path }) => path)).toEqual([])
  })

  it('let CloudFront cache no failure, which it would do for ten seconds despite no-store', () => {
    const kept = errorCachingOf(stack('web'))
    expect([...kept].filter(([, seconds]) => seconds > 0)).toEqual([])
    expect([...kept.keys()]).toEqual(expect.arrayContaining([404, 500, 501, 502, 503, 504]))
  })

  it('keep the published files private, encrypted and versioned', () => {
    const buckets = [...resourcesOf(stack('web'), 'AWS::S3::Bucket').values()]
    expect(buckets).toHaveLength(2)
    for (const bucket of buckets)
      expect(bucket).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: expect.anything(),
      })
    expect(buckets[0]).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } })
  })

  it('remove uploads after a day and what was made of them for review after thirty, and keep what is public', () => {
    const media = [...resourcesOf(stack('web'), 'AWS::S3::Bucket').values()][1]
    expect(media).toMatchObject({ BucketName: expect.stringMatching(/^fuyi-prod-media-123456789012-/) })
    expect(media?.LifecycleConfiguration).toEqual({
      Rules: [
        {
          ...{ Prefix: 'quarantine/', ExpirationInDays: 1, Status: 'Enabled' },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
        {
          ...{ Prefix: 'review/', ExpirationInDays: 30, Status: 'Enabled' },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 30 },
        },
      ],
    })
  })

  it('take uploads from the page, which may send them to that bucket and show what waits in it', () => {
    const media = [...resourcesOf(stack('web'), 'AWS::S3::Bucket').values()][1]
    const host = `https://fuyi.example.${flavour === 'china' ? 'cn' : 'com'}`
    expect(media?.CorsConfiguration).toMatchObject({
      CorsRules: [{ AllowedMethods: ['POST', 'PUT'], AllowedOrigins: [host], AllowedHeaders: ['*'] }],
    })
    const config = exampleConfig(flavour)
    const origin = bucketOrigin(config, 'media')
    expect(origin).toMatch(/^https:\/\/fuyi-prod-media-123456789012-[\w-]+\.s3\.[\w-]+\.amazonaws\.com/)
    if (flavour === 'global')
      expect(JSON.stringify(onlyOf(stack('web'), 'AWS::CloudFront::ResponseHeadersPolicy'))).toContain(
        `connect-src 'self' ${origin};`,
      )
  })

  it('serve pictures from their own bucket, which CloudFront alone may read', () => {
    const [behavior, ...more] = distributionSchema
      .parse(onlyOf(stack('web'), 'AWS::CloudFront::Distribution'))
      .DistributionConfig.CacheBehaviors.filter(({ PathPattern }) => !PathPattern.startsWith('/api/'))
    expect(behavior).toMatchObject({ PathPattern: '/media/*' })
    expect(more).toEqual([])
    const readers = [...resourcesOf(stack('web'), 'AWS::S3::BucketPolicy').values()].map(
      ({ PolicyDocument }) =>
        statementsSchema.parse(PolicyDocument).Statement.filter(({ Effect }) => Effect === 'Allow'),
    )
    const byCloudFront = { Action: 's3:GetObject', Principal: expect.anything() }
    const ofThisOne =
      flavour === 'global'
        ? { Principal: { Service: 'cloudfront.amazonaws.com' }, Condition: expect.anything() }
        : { Principal: { CanonicalUser: expect.anything() } }
    expect(readers).toEqual([
      [expect.objectContaining({ ...byCloudFront, ...ofThisOne })],
      [expect.objectContaining({ ...byCloudFront, ...ofThisOne })],
    ])
    // CDK's own construct grants the whole bucket; its pattern alone keeps the rest from visitors.
    if (flavour === 'china')
      expect(readers.flat().map(({ Resource }) => JSON.stringify(Resource).replace(/.*,"/, ''))).toEqual([
        '/*"]]}',
        '/media/*"]]}',
      ])
  })
})
