/**
 * What CloudFormation or the services of China's regions lack of what other regions have, as far as a template of ours could
 * come to use it. A test holds the China flavour to it. Types and properties are read from the schemas of both regions as
 * cfn-lint published them (June 2026); what a schema has and the service refuses all the same names who met it.
 */
export type Lacking =
  | { type: string; source: string }
  /** `path`: properties with a dot between, positions in lists left out; `value`: refused only if it is this. */
  | { type: string; path: string; value?: string | boolean; source: string }

const schemas = 'cfn-lint, src/cfnlint/data/schemas/providers/cn_north_1.py and cn_northwest_1.py, June 2026'
const cloudFrontGuide = 'docs.amazonaws.cn/en_us/aws/latest/userguide/cloudfront.html'
const lambdaGuide = 'docs.amazonaws.cn/en_us/aws/latest/userguide/lambda.html'
const gatewayGuide = 'docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html'
const wafGuide = 'docs.amazonaws.cn/en_us/aws/latest/userguide/waf.html'
const secretsGuide = 'docs.amazonaws.cn/en_us/aws/latest/userguide/secretsmanager.html'
/** Of general knowledge and old reports; on the safe side until somebody has tried. */
const unconfirmed =
  'not confirmed; see aws.amazon.com/blogs/networking-and-content-delivery/programmatically-deploying-cloudfront-distributions-in-aws-china-regions'
/** In the schema, and refused by the service: "CachePolicyId can't be set for this region". */
const policiesRefused = 'github.com/aws/aws-cdk issues 13584 and 31033'

const distribution = 'AWS::CloudFront::Distribution'
const behaviors = ['DefaultCacheBehavior', 'CacheBehaviors'].map((name) => `DistributionConfig.${name}`)
const policyIds = ['CachePolicyId', 'OriginRequestPolicyId', 'ResponseHeadersPolicyId']

export const lackingInChina: readonly Lacking[] = [
  { type: 'AWS::CloudFront::OriginAccessControl', source: schemas },
  { type: 'AWS::CloudFront::Function', source: schemas },
  { type: 'AWS::Cognito::UserPool', source: schemas },
  { type: 'AWS::Lambda::Url', source: `${schemas}; ${lambdaGuide}` },
  { type: 'AWS::CloudFront::CachePolicy', source: policiesRefused },
  { type: 'AWS::CloudFront::OriginRequestPolicy', source: policiesRefused },
  { type: 'AWS::CloudFront::ResponseHeadersPolicy', source: policiesRefused },
  { type: 'AWS::WAFv2::WebACL', path: 'Scope', value: 'CLOUDFRONT', source: wafGuide },
  ...behaviors.flatMap((path) =>
    policyIds.map((name) => ({ type: distribution, path: `${path}.${name}`, source: policiesRefused })),
  ),
  ...['LambdaFunctionAssociations', 'FunctionAssociations'].flatMap((name) =>
    behaviors.map((path) => ({ type: distribution, path: `${path}.${name}`, source: unconfirmed })),
  ),
  { type: distribution, path: 'DistributionConfig.WebACLId', source: wafGuide },
  { type: distribution, path: 'DistributionConfig.HttpVersion', value: 'http3', source: unconfirmed },
  { type: distribution, path: 'DistributionConfig.HttpVersion', value: 'http2and3', source: unconfirmed },
  { type: distribution, path: 'DistributionConfig.IPV6Enabled', value: true, source: unconfirmed },
  {
    type: distribution,
    path: 'DistributionConfig.ViewerCertificate.AcmCertificateArn',
    source: cloudFrontGuide,
  },
  {
    type: distribution,
    path: 'DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate',
    source: cloudFrontGuide,
  },
  { type: distribution, path: 'DistributionConfig.Origins.OriginAccessControlId', source: schemas },
  {
    type: distribution,
    path: 'DistributionConfig.Origins.CustomOriginConfig.OriginMtlsConfig',
    source: schemas,
  },
  ...['CacheTagConfig', 'ConnectionFunctionAssociation', 'ViewerMtlsConfig'].map((name) => ({
    type: distribution,
    path: `DistributionConfig.${name}`,
    source: schemas,
  })),
  {
    type: 'AWS::CloudWatch::Dashboard',
    path: 'Tags',
    source: 'cfn-lint of September 2026 for cn-northwest-1; tags on dashboards are of 24 June 2026',
  },
  { type: 'AWS::Lambda::Function', path: 'TracingConfig', source: lambdaGuide },
  { type: 'AWS::Lambda::Function', path: 'Code.SourceKMSKeyArn', source: lambdaGuide },
  ...['CapacityProviderConfig', 'DurableConfig', 'FunctionScalingConfig', 'TenancyConfig'].map((path) => ({
    type: 'AWS::Lambda::Function',
    path,
    source: 'cfn-lint, the same folders, December 2025',
  })),
  ...['AsyncEventsReceived', 'AsyncEventAge', 'AsyncEventsDropped'].map((value) => ({
    type: 'AWS::CloudWatch::Alarm',
    path: 'MetricName',
    value,
    source: lambdaGuide,
  })),
  { type: 'AWS::SecretsManager::Secret', path: 'Type', source: secretsGuide },
  {
    type: 'AWS::SecretsManager::RotationSchedule',
    path: 'ExternalSecretRotationRoleArn',
    source: secretsGuide,
  },
  { type: 'AWS::ApiGateway::DomainName', path: 'CertificateArn', source: `${gatewayGuide} (edge-optimised)` },
  {
    type: 'AWS::ApiGateway::RestApi',
    path: 'EndpointConfiguration.Types',
    value: 'EDGE',
    source: gatewayGuide,
  },
]

/** Types that take no tags there, although they do elsewhere. */
export const untaggableInChina = lackingInChina.flatMap((lacking) =>
  'path' in lacking && lacking.path === 'Tags' ? [lacking.type] : [],
)
