import { domains } from '../../infra/domains'
import { resourcesOf, type Template } from '../../infra/local/builds/template'
import { type Flavour, flavours, stackOf, synthExample, textsIn } from './support'

const copier = "CDK's own function that copies the H5 build, once a deployment: objects of two named buckets"

/** Every asterisk that may stand in a template: `stack type path text`, and why. */
const explained: Record<string, string> = {
  'api AWS::Lambda::Permission SourceArn.Fn::Join /*/*/*': 'any stage, method and path of this one API',
  'watch AWS::SNS::TopicPolicy PolicyDocument.Statement.Principal *': 'a denial: nobody without TLS',
  'web AWS::S3::BucketPolicy PolicyDocument.Statement.Principal.AWS *': 'a denial: nobody without TLS',
  'web AWS::S3::BucketPolicy PolicyDocument.Statement.Action s3:*': 'a denial: nothing without TLS',
  'web AWS::S3::BucketPolicy PolicyDocument.Statement.Resource.Fn::Join /*':
    'every published file, for CloudFront alone, to read',
  'web AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.PathPattern /api/regions*':
    'a path pattern, no permission',
  'web AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.PathPattern /api/*':
    'a path pattern, no permission',
  'web Custom::CDKBucketDeployment Exclude *': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Exclude js/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Exclude css/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Exclude chunk/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Include js/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Include css/*': 'a file pattern, no permission',
  'web Custom::CDKBucketDeployment Include chunk/*': 'a file pattern, no permission',
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:GetObject*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:GetBucket*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:List*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:DeleteObject*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Action s3:Abort*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Resource.Fn::Join /*': copier,
  'web AWS::IAM::Policy PolicyDocument.Statement.Resource.Fn::Join :s3:::cdk-hnb659fds-assets-ACCOUNT-REGION/*':
    copier,
}

const starsIn = (templates: ReadonlyMap<string, Template>) =>
  [...templates].flatMap(([stack, template]) =>
    Object.values(template.Resources).flatMap(({ Type, Properties }) =>
      textsIn(Properties)
        .filter(({ text, path }) => text.includes('*') && !/(^|\.)(Alarm)?Description$/.test(path))
        .map(
          ({ path, text }) =>
            `${stack} ${Type} ${path} ${text.replace(/\d{12}-[a-z-]+-\d/, 'ACCOUNT-REGION')}`,
        ),
    ),
  )

describe.each(flavours)('permissions in the %s stacks', (flavour: Flavour) => {
  let templates: Map<string, Template>
  beforeAll(async () => {
    templates = await synthExample(flavour)
  }, 60_000)

  it('have no asterisk that is not explained', () => {
    expect(starsIn(templates).filter((star) => !(star in explained))).toEqual([])
  })

  it('leave no explanation without its asterisk', () => {
    const found = new Set(starsIn(templates))
    expect(Object.keys(explained).filter((star) => !found.has(star))).toEqual([])
  })

  it('let a function write its own log, do to its own table what its domain lists, and nothing else', () => {
    const statements = [...resourcesOf(stackOf(templates, 'api'), 'AWS::IAM::Policy').values()].map(
      ({ PolicyDocument }) => PolicyDocument,
    )
    const allow = (Action: unknown, Resource: unknown) => ({ Effect: 'Allow', Action, Resource })
    const ownLog = allow(['logs:CreateLogStream', 'logs:PutLogEvents'], {
      'Fn::GetAtt': [expect.stringMatching(/Log/), 'Arn'],
    })
    const expected = domains.map(({ name, table, tableActions }) => ({
      Version: '2012-10-17',
      Statement: [
        ownLog,
        ...(table
          ? [
              allow(
                tableActions.map((action) => `dynamodb:${action}`),
                {
                  'Fn::Join': [
                    '',
                    expect.arrayContaining([expect.stringMatching(`:table/fuyi-prod-${name}$`)]),
                  ],
                },
              ),
            ]
          : []),
      ],
    }))
    expect(statements).toEqual(expected)
  })

  it('give a function no managed policy', () => {
    const roles = [...resourcesOf(stackOf(templates, 'api'), 'AWS::IAM::Role').values()]
    expect(roles.map(({ ManagedPolicyArns }) => ManagedPolicyArns)).toEqual(domains.map(() => undefined))
  })
})
