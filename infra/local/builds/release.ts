/** What a build for release is refused without. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { join } from 'node:path'
import type { Config } from '../../config'
import { missingOf, type Operator } from '../../operator'
import { Failure } from '../failure'

/** `h5-demo` is the browser's with the chooser of demo people, which the local run alone has anything behind. */
export type MiniappBuild = 'h5' | 'h5-demo' | 'weapp'

/** What the build shows of the deployment it is for. */
export type Shown = { flavour: Config['flavour']; operator: Operator; siteFiling: string | null }

/**
 * What the build shows of its deployment; null while one develops. Throws `Failure` where a release lacks a setting.
 *
 * @param api the address that the mini-program will ask
 * @param config of the deployment, if one was named
 */
export const shownOf = (
  build: MiniappBuild,
  api: string | undefined,
  config: Config | null,
): Shown | null => {
  if (config === null) {
    if (build !== 'weapp' || api === undefined || isLocal(api)) return null
    throw new Failure(
      `A mini-program that asks ${api} is for release: name the configuration of its deployment, --config FILE.json, which says who runs it.`,
    )
  }
  if (build === 'weapp' && (api === undefined || isLocal(api)))
    throw new Failure(
      `A mini-program for release asks the address of its deployment, TARO_APP_API=https://<domain>, and not ${api ?? 'localhost'}.`,
    )
  const missing = missingOf(config.operator)
  if (missing.length > 0)
    throw new Failure(`Not built for release; the configuration lacks:\n  ${missing.join('\n  ')}`)
  const siteFiling = config.flavour === 'china' ? config.domain.icp : null
  return { flavour: config.flavour, operator: config.operator ?? {}, siteFiling }
}

/** Beside the files of the browser's build: what it shows of its deployment. Nothing in it is secret. */
const releaseFile = (folder: string) => join(folder, 'release.json')

/** Leaves word of what the browser's build in this folder shows; none where it is for nobody to publish. */
export const markReleased = (folder: string, shown: Shown | null): void => {
  rmSync(releaseFile(folder), { force: true })
  if (shown) writeFileSync(releaseFile(folder), JSON.stringify(shown))
}

/** Throws `Failure` unless the browser's build in this folder says who runs this deployment. */
export const checkPublished = (folder: string, config: Config): void => {
  const wanted = JSON.stringify(shownOf('h5', undefined, config))
  const file = releaseFile(folder)
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return
  throw new Failure(
    'The H5 build does not say who runs this deployment: run npm run build:h5 -- --config FILE.json with its configuration, and publish that.',
  )
}

/** This computer, or one that only its own network can reach, as a phone at one's desk asks it. */
const isLocal = (api: string): boolean => {
  const { hostname } = new URL(api)
  if (hostname === 'localhost' || hostname.endsWith('.local')) return true
  const address = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  return family !== 0 && privateNetworks.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

const privateNetworks = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  privateNetworks.addSubnet(network, bits, 'ipv6')
