import { App } from 'aws-cdk-lib'
import type { Config } from './config'
import { DataStack } from './stacks/data'

export type BuildOptions = {
  /** Where the cloud assembly goes; CDK's own choice if absent. */
  outdir?: string
  /** False leaves the functions' code unbundled: for readers of templates, in a second instead of five. */
  bundle?: boolean
}

/** The whole product as a CDK app, not yet synthesized. */
export const buildApp = (config: Config, { outdir, bundle = true }: BuildOptions = {}): App => {
  const app = new App({ outdir, context: bundle ? {} : { 'aws:cdk:bundling-stacks': [] } })
  const env = { account: config.account, region: config.region }
  const name = (stack: string) => `fuyi-${config.stage}-${stack}`
  new DataStack(app, name('data'), config, { env })
  return app
}
