import { App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import packageJson from '../package.json'
import type { Config } from './config'
import { stackName } from './names'
import { ApiStack } from './stacks/api'
import { DataStack } from './stacks/data'

export type BuildOptions = {
  /** Where the cloud assembly goes; CDK's own choice if absent. */
  outdir?: string
  /** False leaves the functions' code unbundled: for readers of templates, in a second instead of five. */
  bundle?: boolean
  /** What `/api/health` calls this build. */
  buildVersion?: string
  /** The tables alone: all that a test of a store needs, and nothing that could fail for another reason. */
  only?: 'data'
}

/** The whole product as a CDK app, not yet synthesized. */
export const buildApp = (config: Config, options: BuildOptions = {}): App => {
  const { outdir, bundle = true, buildVersion = packageJson.version } = options
  const app = new App({ outdir, context: bundle ? {} : { 'aws:cdk:bundling-stacks': [] } })
  const props = { env: { account: config.account, region: config.region } }
  Tags.of(app).add('app', 'fuyi')
  Tags.of(app).add('stage', config.stage)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const data = new DataStack(app, stackName(config, 'data'), config, props)
  if (options.only === 'data') return app
  const api = new ApiStack(app, stackName(config, 'api'), config, { ...props, buildVersion })
  api.addDependency(data)
  return app
}
