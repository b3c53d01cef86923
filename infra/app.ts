/**
 * Entry of the CDK command line: `npx cdk deploy --all -c config=FILE.json` in this folder (docs/deploy.md).
 * Without a configuration it describes the local stage, which is what `npm start` runs, with the tiles of its environment.
 */
import { join, resolve } from 'node:path'
import { App } from 'aws-cdk-lib'
import { tileOrigins, tileSetting } from '../miniapp/config/tiles'
import { buildApp } from './build-app'
import { localConfig, readConfig } from './config'
import { checkPublished } from './local/builds/release'
import { Failure } from './local/failure'

/** What `-c NAME=VALUE` gave; the CDK command line hands it to every App. */
const context = (name: string): string | undefined => new App({ autoSynth: false }).node.tryGetContext(name)

const file = context('config')
const h5 = join(__dirname, '../miniapp/dist/h5')
const isDeployed = file !== undefined

const config = isDeployed ? readConfig(resolve(file)) : localConfig

if (isDeployed) {
  try {
    checkPublished(h5, config)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
buildApp(config, {
  buildVersion: process.env.BUILD_VERSION,
  validated: isDeployed,
  ...(isDeployed ? { h5 } : { tileOrigins: tileOrigins(tileSetting(process.env)) }),
}).synth()
