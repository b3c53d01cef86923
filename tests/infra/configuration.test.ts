import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, CfnResource, Stack } from 'aws-cdk-lib'
import { Template as Assertions } from 'aws-cdk-lib/assertions'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { domains } from '../../functions/domains'
import { identity } from '../../functions/identity/domain'
import { buildApp } from '../../infra/build-app'
import { bundleFunctions } from '../../infra/bundles'
import { localConfig, readConfig } from '../../infra/config'
import { DomainFunction } from '../../infra/constructs/domain-function'
import { DomainSecrets } from '../../infra/constructs/domain-secrets'
import { resourcesOf } from '../../infra/local/builds/template'
import { synthTemplates } from '../../infra/local/builds/templates'
import { exampleConfig, flavours, stackOf, textsIn } from './support'

describe('a configuration', () => {
  it('with a mistake is refused with the name of the field', () => {
    expect(() => readConfig(`${__dirname}/broken-config.json`)).toThrow(/account: .*\n.*region: /)
  })

  it('that names a restored table leads function, grants and alarms to it, and leaves the old one alone', async () => {
    const templates = await synthTemplates({ ...localConfig, tables: { places: 'places-restored' } })
    const idsOf = (template: Parameters<typeof resourcesOf>[0]) => [
      ...resourcesOf(template, 'AWS::DynamoDB::Table').keys(),
    ]
    const [usual, ...others] = idsOf(stackOf(await synthTemplates(localConfig), 'data'))
    const tables = resourcesOf(stackOf(templates, 'data'), 'AWS::DynamoDB::Table')
    expect([...tables.values()].map(({ TableName }) => TableName)).toEqual([
      'places-restored',
      ...domains.flatMap(({ name, table }) => (table && name !== 'places' ? [`fuyi-local-${name}`] : [])),
    ])
    expect([...tables.keys()]).not.toContain(usual)
    expect([...tables.keys()]).toEqual(expect.arrayContaining(others))
    for (const stack of ['api', 'watch']) {
      const texts = textsIn(stackOf(templates, stack)).map(({ text }) => text)
      expect(texts.some((text) => text.includes('places-restored'))).toBe(true)
      expect(texts.filter((text) => /table\/fuyi-local-places$/.test(text))).toEqual([])
    }
  }, 300_000)

  it('lets only the function that talks to WeChat read its secret, that one and no other', () => {
    const config = exampleConfig('china')
    const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Test')
    const secrets = new DomainSecrets(stack, 'secrets', config, [identity])
    const bundles = bundleFunctions([identity], { isBundled: false, version: '1.2.3' })
    const job = {
      name: 'wechat',
      called: true,
      wechat: true,
      tableActions: [],
      memory: 256,
      timeoutSeconds: 5,
    } as const
    new DomainFunction(stack, 'one', { config, domain: identity, job, secrets, environment: {}, bundles })
    rmSync(bundles, { recursive: true })
    Assertions.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'] },
          { Action: 'secretsmanager:GetSecretValue', Resource: config.wechat?.secretArn },
        ],
      },
    })
  })
})

describe('the rules of CloudFormation that the CDK knows', () => {
  it.each(flavours)(
    'are followed by the templates of %s',
    async (flavour) => {
      await expect(synthTemplates(exampleConfig(flavour), { validated: true })).resolves.toBeInstanceOf(Map)
    },
    300_000,
  )

  it('stop the synthesis of a deployment that breaks one', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'fuyi-rules-'))
    const app = buildApp(localConfig, { only: 'data', bundle: false, validated: true, outdir })
    const [stack] = app.node.children.filter((child) => Stack.isStack(child))
    if (!stack) throw new Error('no stack in the app')
    new CfnResource(stack, 'Wrong', { type: 'AWS::Logs::LogGroup', properties: { RetentionInDays: 'many' } })
    expect(() => app.synth()).toThrow(/RetentionInDays/)
    rmSync(outdir, { recursive: true })
  })
})

describe('cdk-nag', () => {
  it('stops the synthesis at the first thing that nobody explained', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'fuyi-nag-'))
    const app = buildApp(localConfig, { only: 'data', bundle: false, outdir })
    const [stack] = app.node.children.filter((child) => Stack.isStack(child))
    if (!stack) throw new Error('no stack in the app')
    new Bucket(stack, 'Open')
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/)
    rmSync(outdir, { recursive: true })
  })
})
