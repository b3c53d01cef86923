/** What a build for release is refused without. */
import type { Config } from '../../config'
import { missingOf } from '../../operator'
import { Failure } from '../failure'
import type { MiniappBuild, Shown } from './builds'

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
  const missing = missingOf(config.operator)
  if (missing.length > 0)
    throw new Failure(`Not built for release; the configuration lacks:\n  ${missing.join('\n  ')}`)
  const siteFiling = config.flavour === 'china' ? config.domain.icp : null
  return { flavour: config.flavour, operator: config.operator ?? {}, siteFiling }
}

const isLocal = (api: string) =>
  /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(new URL(api).origin)
