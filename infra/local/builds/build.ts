/** `npm run build:h5` and `npm run build:weapp`; for release with `-- --config FILE.json`. */

import { parseArgs } from 'node:util'
import { readConfig } from '../../config'
import { Failure } from '../failure'
import { buildMiniapp } from './builds'
import { shownOf } from './release'

const types = ['h5', 'weapp'] as const

const main = async () => {
  const { positionals, values } = parseArgs({
    args: process.argv.slice(2),
    options: { config: { type: 'string' } },
    allowPositionals: true,
  })
  const type = types.find((each) => each === positionals[0])
  if (!type) throw new Failure(`Which build: ${types.join(' or ')}?`)
  const began = performance.now()
  const config = values.config === undefined ? null : readConfig(values.config)
  const { state } = await buildMiniapp(type, shownOf(type, process.env.TARO_APP_API, config))
  console.log(
    `${type} ${state} in ${((performance.now() - began) / 1000).toFixed(1)} s: miniapp/dist/${type}`,
  )
  if (type === 'weapp')
    console.log('Open the folder miniapp/ in WeChat DevTools. 用微信开发者工具打开 miniapp/ 文件夹。')
}

main().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error)
  process.exit(1)
})
