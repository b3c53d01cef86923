import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chinaPage } from '../../infra/china/page'
import { localConfig } from '../../infra/config'
import { demoFilesIn, tileOriginsOf } from '../../infra/h5-files'
import { buildMiniapp } from '../../infra/local/builds/builds'
import { resourcesOf, type Template } from '../../infra/local/builds/template'
import { synthTemplates } from '../../infra/local/builds/templates'
import { bucketOrigin } from '../../infra/names'
import { exampleConfig, onlyOf, stackOf, synthExample, textsIn } from './support'

const year = 31_536_000
const noOrigins = { tileOrigins: [], bucketOrigins: [] }
const distributionOf = (templates: Map<string, Template>) =>
  onlyOf(stackOf(templates, 'web'), 'AWS::CloudFront::Distribution')

describe('CloudFront outside China', () => {
  let templates: Map<string, Template>
  beforeAll(async () => {
    templates = await synthExample('global')
  }, 300_000)

  it('caches catalogues, gifts and the exhibition by query and encoding for as long as the function says, and pictures', () => {
    const policies = [...resourcesOf(stackOf(templates, 'web'), 'AWS::CloudFront::CachePolicy').values()]
    const policy = (MaxTTL: number, headers: object) => ({
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL,
        ParametersInCacheKeyAndForwardedToOrigin: {
          QueryStringsConfig: { QueryStringBehavior: 'all' },
          HeadersConfig: headers,
          CookiesConfig: { CookieBehavior: 'none' },
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      },
    })
    // CloudFront hands Authorization on only as part of a key, and takes no key without a lifetime.
    const token = { HeaderBehavior: 'whitelist', Headers: ['Acting-Person', 'Authorization'] }
    expect(policies).toMatchObject([policy(year, { HeaderBehavior: 'none' }), policy(1, token)])
    // Outside the key, so that an answer is kept once for everybody.
    const address = { HeaderBehavior: 'whitelist', Headers: ['CloudFront-Viewer-Address'] }
    const requests = resourcesOf(stackOf(templates, 'web'), 'AWS::CloudFront::OriginRequestPolicy').values()
    expect([...requests]).toMatchObject([
      { OriginRequestPolicyConfig: { CookiesConfig: { CookieBehavior: 'none' } } },
      { OriginRequestPolicyConfig: { CookiesConfig: { CookieBehavior: 'none' }, HeadersConfig: address } },
    ])
    const asked = { Ref: expect.stringMatching(/^ViewerAddress/) }
    const kept = { Ref: expect.stringMatching(/^PublicCache/) }
    const noCache = { Ref: expect.stringMatching(/^CallKey/) }
    expect(distributionOf(templates)).toMatchObject({
      DistributionConfig: {
        CacheBehaviors: [
          {
            PathPattern: '/api/regions*',
            CachePolicyId: kept,
            OriginRequestPolicyId: asked,
            Compress: false,
          },
          { PathPattern: '/api/gifts/*/waiting', CachePolicyId: noCache, Compress: false },
          { PathPattern: '/api/gifts*', CachePolicyId: kept, OriginRequestPolicyId: asked, Compress: false },
          {
            PathPattern: '/api/exhibition*',
            CachePolicyId: kept,
            OriginRequestPolicyId: asked,
            Compress: false,
          },
          { PathPattern: '/api/*', CachePolicyId: noCache, Compress: false },
          // AWS's own policy: the objects say for how long.
          { PathPattern: '/media/*', CachePolicyId: expect.any(String), Compress: false },
        ],
      },
    })
  })

  it('identifies itself to the API by a secret that is in no template', () => {
    const texts = textsIn(distributionOf(templates))
    expect(texts.find(({ path }) => path.endsWith('OriginCustomHeaders.HeaderName'))?.text).toBe(
      'x-origin-verify',
    )
    expect(texts.find(({ path }) => path.endsWith('OriginCustomHeaders.HeaderValue'))?.text).toBe(
      '{{resolve:secretsmanager:fuyi/prod/origin-verify:SecretString:::}}',
    )
  })

  it('and its functions read the secret again when the configuration names another version of it', async () => {
    const version = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const changed = await synthTemplates({ ...exampleConfig('global'), originSecretVersion: version })
    const policy = textsIn(distributionOf(changed)).find(({ path }) => path.endsWith('HeaderValue'))?.text
    expect(policy).toBe(`{{resolve:secretsmanager:fuyi/prod/origin-verify:SecretString:::${version}}}`)
    const verifying = (of: Map<string, Template>) =>
      [...resourcesOf(stackOf(of, 'api'), 'AWS::Lambda::Function').values()]
        .map(({ Environment }) => JSON.stringify(Environment))
        .filter((text) => text.includes('ORIGIN_VERIFY'))
    expect(verifying(changed).length).toBe(verifying(templates).length)
    expect(verifying(changed).filter((text) => !text.includes(`:SecretString:::${version}}}`))).toEqual([])
    expect(JSON.stringify([...templates.values()])).not.toContain(version)
  }, 300_000)

  it('is behind a firewall that limits each address and keeps no sampled requests', () => {
    expect(distributionOf(templates)).toMatchObject({
      DistributionConfig: { WebACLId: expect.stringContaining(':global/webacl/') },
    })
    const acl = onlyOf(stackOf(templates, 'edge'), 'AWS::WAFv2::WebACL')
    expect(acl).toMatchObject({ Scope: 'CLOUDFRONT' })
    const texts = JSON.stringify(acl)
    expect(texts).toContain('"RateBasedStatement":{"AggregateKeyType":"IP","Limit":3000}')
    expect(texts).not.toContain('"SampledRequestsEnabled":true')
  })

  it('lets only itself read the buckets', () => {
    const controls = [
      ...resourcesOf(stackOf(templates, 'web'), 'AWS::CloudFront::OriginAccessControl').values(),
    ]
    const signing = { OriginAccessControlConfig: { SigningBehavior: 'always' } }
    // That of the page, and that of pictures.
    expect(controls).toMatchObject([signing, signing])
  })

  it('sends the page with a policy that loads nothing from elsewhere but pictures that wait in the bucket', () => {
    const policy = onlyOf(stackOf(templates, 'web'), 'AWS::CloudFront::ResponseHeadersPolicy')
    const csp = textsIn(policy).find(({ path }) => path.endsWith('ContentSecurityPolicy'))?.text ?? ''
    expect(csp).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[\w+/]{43}=';/)
    expect(csp).toContain("media-src 'self'")
    const origin = bucketOrigin(exampleConfig('global'), 'media')
    expect(csp).toContain(`img-src 'self' data: ${origin};`)
    expect(csp).toContain(`connect-src 'self' ${origin};`)
    expect(csp.replaceAll(origin, '')).not.toMatch(/https?:|unsafe-eval/)
  })

  it('is not created before its firewall', async () => {
    const config = exampleConfig('global')
    if (config.flavour !== 'global') throw new Error('the example is of another flavour')
    const first = await synthTemplates({ ...config, webAclArn: undefined })
    expect([...first.keys()].sort()).toEqual(['data', 'edge'])
  }, 300_000)
})

describe('CloudFront in China', () => {
  let templates: Map<string, Template>
  beforeAll(async () => {
    templates = await synthExample('china')
  }, 300_000)

  it('uses nothing that China’s CloudFront refuses', () => {
    const types = Object.values(stackOf(templates, 'web').Resources).map(({ Type }) => Type)
    expect(
      types.filter((type) => /CachePolicy|ResponseHeadersPolicy|OriginAccessControl|WAF/.test(type)),
    ).toEqual([])
    expect(JSON.stringify(distributionOf(templates))).not.toMatch(
      /PolicyId|WebACLId|AcmCertificateArn|http3|"IPV6Enabled":true/,
    )
    expect([...templates.keys()]).not.toContain('edge')
  })

  it('answers at the registered domain with the certificate of IAM', () => {
    expect(distributionOf(templates)).toMatchObject({
      DistributionConfig: {
        Aliases: ['fuyi.example.cn'],
        ViewerCertificate: {
          IamCertificateId: 'ASCAEXAMPLE1234567890',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
    })
  })

  it('caches catalogues, gifts and the exhibition by query and encoding, and pictures', () => {
    expect(distributionOf(templates)).toMatchObject({
      DistributionConfig: {
        CacheBehaviors: [
          { PathPattern: '/api/regions*', MaxTTL: year, ForwardedValues: { Headers: ['Accept-Encoding'] } },
          { PathPattern: '/api/gifts/*/waiting', MaxTTL: 0 },
          { PathPattern: '/api/gifts*', MaxTTL: year, ForwardedValues: { Headers: ['Accept-Encoding'] } },
          {
            PathPattern: '/api/exhibition*',
            MaxTTL: year,
            ForwardedValues: { Headers: ['Accept-Encoding'] },
          },
          { PathPattern: '/api/*', MaxTTL: 0, ForwardedValues: { QueryString: true } },
          { PathPattern: '/media/*', MaxTTL: year, TargetOriginId: 'media' },
        ],
      },
    })
  })

  it('gives the page its policy in the page, before any script, where CloudFront adds no headers', () => {
    const page = chinaPage('<html><head><meta charset="utf-8"><title>福驿</title></head></html>', noOrigins)
    expect(page).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]+">/,
    )
    expect(() => chinaPage('<html><head></head></html>', noOrigins)).toThrow('content policy')
  })

  it('names resources of the partition aws-cn, and of no other', () => {
    const arns = [...templates.values()].flatMap((template) => textsIn(template)).map(({ text }) => text)
    expect(arns.filter((text) => text.startsWith('arn:aws:'))).toEqual([])
    const apiHost = textsIn(distributionOf(templates)).find(({ text }) => text.includes('execute-api'))?.text
    expect(apiHost).toContain('execute-api.cn-northwest-1')
  })
})

describe('a tile server', () => {
  const origins = ['https://*.tianditu.gov.cn']
  const build = (files: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'fuyi-tiles-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return folder
  }

  it('is read from the build, and absent where the build has none', () => {
    const folder = build({ 'tiles.json': JSON.stringify({ origins }) })
    expect(tileOriginsOf(folder)).toEqual(origins)
    expect(tileOriginsOf(build({}))).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('stands in the page’s own policy in China', () => {
    expect(
      chinaPage('<html><head><meta charset="utf-8"></head></html>', {
        tileOrigins: origins,
        bucketOrigins: [],
      }),
    ).toContain("img-src 'self' data: https://*.tianditu.gov.cn;")
  })

  it('may be used for images only', async () => {
    const templates = await synthTemplates(localConfig, { tileOrigins: ['https://tiles.example.com'] })
    const [policy] = resourcesOf(stackOf(templates, 'web'), 'AWS::CloudFront::ResponseHeadersPolicy').values()
    const csp = textsIn(policy).find(({ path }) => path.endsWith('ContentSecurityPolicy'))?.text ?? ''
    expect(csp.match(/[\w-]+ [^;]*tiles\.example\.com/g)).toEqual([
      `img-src 'self' data: ${bucketOrigin(localConfig, 'media')} https://tiles.example.com`,
    ])
  }, 300_000)
})

describe('the H5 build that is published', () => {
  const publish = async (files: Record<string, string>) => {
    const h5 = mkdtempSync(join(tmpdir(), 'fuyi-h5-'))
    mkdirSync(join(h5, 'chunk'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(h5, name), text)
    try {
      return await synthTemplates(exampleConfig('global'), { h5 })
    } finally {
      rmSync(h5, { recursive: true })
    }
  }
  const page = { 'index.html': '<!doctype html><html><head></head></html>' }

  it('is refused if it offers the demo people', async () => {
    await expect(publish({ ...page, 'chunk/7.js': 'fetch("/stand-in/people")' })).rejects.toThrow(
      /chunk\/7\.js offers demo people at login/,
    )
  }, 300_000)

  it('is refused if it is the build of npm start, and only then', async () => {
    await Promise.all([buildMiniapp('h5'), buildMiniapp('h5-demo')])
    expect(demoFilesIn(resolve(__dirname, '../../miniapp/dist/h5-demo'))).not.toEqual([])
    expect(demoFilesIn(resolve(__dirname, '../../miniapp/dist/h5'))).toEqual([])
  }, 300_000)
})
