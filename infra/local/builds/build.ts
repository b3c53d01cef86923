/** `npm run build:h5` and `npm run build:weapp`. */

import { Failure } from '../failure'
import { buildMiniapp } from './builds'

const types = ['h5', 'weapp'] as const

const main = async () => {
  const type = types.find((each) => each === process.argv[2])
  if (!type) throw new Failure(`Which build: ${types.join(' or ')}?`)
  const began = performance.now()
  const { state } = await buildMiniapp(type)
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
