import { rmSync } from 'node:fs'
import { App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { domains as ourDomains } from '../functions/domains'
import type { Domain } from '../functions/shared/declaration/domain'
import packageJson from '../package.json'
import { bundleFunctions } from './bundles'
import { untaggableInChina } from './china/lacking'
import type { Config } from './config'
import { tileOriginsOf } from './h5-files'
import { hasOwnStack, stackName } from './names'
import { ApiStack } from './stacks/api'
import { DataStack } from './stacks/data'
import { DomainStack } from './stacks/domain'
import { EdgeStack } from './stacks/edge'
import { LogStack } from './stacks/log'
import { WatchStack } from './stacks/watch'
import { WebStack } from './stacks/web'

export type BuildOptions = {
  /** Where the cloud assembly goes; CDK's own choice if absent. */
  outdir?: string
  /** False leaves the functions' code unbundled: for readers of templates, in a second instead of five. */
  bundle?: boolean
  /**
   * Refuses what breaks one of CloudFormation's rules, as the CDK knows them: for deployments, and a test of each flavour.
   * Nobody else needs to wait for it: it takes longer than all the rest of a synthesis.
   */
  validated?: boolean
  /** What `/api/health` calls this build. */
  buildVersion?: string
  /** Folder of the H5 build to publish. */
  h5?: string
  /** Where the page may load tiles of a map from; by default from where the build in `h5` says. */
  tileOrigins?: readonly string[]
  /** Those of the product if absent. */
  domains?: readonly Domain[]
  /** The tables alone: all that a test of a store needs, and nothing that could fail for another reason. */
  only?: 'data'
}

/** What the other stacks take of api (its id, secrets) and of watch (whom alarms tell) must not vanish under them. */
const flags = {
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // Where it is asked at all, what breaks a rule is refused.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
}

/** The whole product as a CDK app, not yet synthesized. */
export const buildApp = (config: Config, options: BuildOptions = {}): App => {
  const { outdir, bundle = true, buildVersion = packageJson.version, h5 } = options
  const { tileOrigins = h5 ? tileOriginsOf(h5) : [], domains = ourDomains } = options
  const { validated = false } = options
  const app = new App({ outdir, context: flags, builtinCloudFormationValidation: validated })
  const { account, region } = config
  const props = { env: { account, region } }
  const tagging = { excludeResourceTypes: config.flavour === 'china' ? untaggableInChina : [] }
  Tags.of(app).add('app', 'fuyi', tagging)
  Tags.of(app).add('stage', config.stage, tagging)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))

  const data = new DataStack(app, stackName(config, 'data'), config, { ...props, domains })
  if (options.only === 'data') return app
  if (config.flavour === 'global') {
    new EdgeStack(app, stackName(config, 'edge'), config, { env: { account, region: 'us-east-1' } })
    // CloudFront is not made without its firewall: see docs/deploy.md for the two steps.
    if (!config.webAclArn) return app
  }
  const logs = new LogStack(app, stackName(config, 'log'), config, props)
  // CDK copies them into its output when it meets them.
  const bundles = bundleFunctions(domains, { isBundled: bundle, version: buildVersion })
  const code = { ...props, buildVersion, bundles }
  const api = new ApiStack(app, stackName(config, 'api'), config, { ...code, domains })
  api.addStackDependency(data)
  api.addStackDependency(logs)
  const watch = new WatchStack(app, stackName(config, 'watch'), config, {
    ...props,
    domains,
    apiId: api.api.apiId,
  })
  const own = domains
    .filter(hasOwnStack)
    .map(
      (domain) =>
        new DomainStack(app, stackName(config, domain.name), config, { ...code, domain, api, watch }),
    )
  const web = new WebStack(app, stackName(config, 'web'), config, {
    ...props,
    domains,
    h5,
    tileOrigins,
    apiHost: api.host,
  })
  // The page comes last, when all that it may ask is there.
  for (const stack of [api, ...own]) web.addStackDependency(stack)
  rmSync(bundles, { recursive: true })
  return app
}
