/**
 * Lets `aria-*` reach WeChat's screen reader. Taro's templates render only the attributes on its own lists,
 * and no `aria-*` is there: without this plug-in every accessible name is dropped from the built package.
 */
import path from 'node:path'
import { accessible } from './aria-attributes'

interface Platform {
  platform: string
  runtimePath: string | string[]
  template: { mergeComponents(context: unknown, patch: typeof accessible): void }
}
interface Context {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void
}

export default function aria(context: Context): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(context, accessible)
      // Names are shortened in templates and at run time alike, so both sides must know the same list.
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime')].flat()
    },
  })
}
