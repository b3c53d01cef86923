/**
 * Entry of the CDK command line: `npx cdk deploy --all -c config=FILE.json` in this folder (docs/deploy.md).
 * Without a configuration it describes the local stage, which is what `npm start` runs, with the tiles of its environment.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { App } from 'aws-cdk-lib'
import { tileOrigins, tileSetting } from '../miniapp/config/tiles'
import { buildApp } from './build-app'
import { localConfig, readConfig } from './config'

/** What `-c NAME=VALUE` gave; the CDK command line hands it to every App. */
const context = (name: string): string | undefined => new App({ autoSynth: false }).node.tryGetContext(name)

const file = context('config')
const h5 = join(__dirname, '../miniapp/dist/h5')
const isDeployed = file !== undefined

if (isDeployed && !existsSync(join(h5, 'index.html'))) {
  console.error('There is no H5 build to publish: run npm run build:h5 first.')
  process.exit(1)
}
buildApp(isDeployed ? readConfig(resolve(file)) : localConfig, {
  buildVersion: process.env.BUILD_VERSION,
  ...(isDeployed ? { h5 } : { tileOrigins: tileOrigins(tileSetting(process.env)) }),
}).synth()
