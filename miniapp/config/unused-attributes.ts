/**
 * Taro's templates carry every attribute of every component, once for each of 15 depths. Those that no page of ours sets are
 * taken out of what WeChat reads at the first opening; WeChat's own defaults are the same.
 */
import type { Compiler } from 'webpack'

/** By tag of `base.wxml`: names of attributes and events. */
export const unused = {
  view: ['hover-stop-propagation', 'animation', 'bindanimation\\w+', 'bindtransitionend'],
  text: ['space', 'decode', 'overflow', 'max-lines'],
  'scroll-view': [
    'animation',
    'bindanimation\\w+',
    'bindtransitionend',
    'refresher-[\\w-]+',
    'bindrefresher\\w+',
    'binddrag\\w+',
    'type',
    'associative-container',
    'reverse',
    'clip',
    'cache-extent',
    'min-drag-distance',
    'scroll-into-view-[\\w-]+',
    'padding',
    'scroll-anchoring',
    'using-sticky',
    'paging-enabled',
    'enable-passive',
    'fast-deceleration',
  ],
  button: ['session-from', 'send-message-\\w+', 'app-parameter', 'show-message-card', 'business-id', 'lang'],
  input: ['safe-password-[\\w-]+'],
} as const

/** `base.wxml` without them. */
export function withoutUnused(wxml: string): string {
  return Object.entries(unused).reduce(
    (text, [tag, names]) =>
      text.replace(new RegExp(`<${tag} [^>]*>`, 'g'), (element) =>
        element.replace(new RegExp(` (?:${names.join('|')})="[^"]*"`, 'g'), ''),
      ),
    wxml,
  )
}

export class UnusedAttributesPlugin {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('unused attributes', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'unused attributes', stage }, () => {
        const base = compilation.getAsset('base.wxml')
        if (!base) return
        compilation.updateAsset(
          'base.wxml',
          new sources.RawSource(withoutUnused(String(base.source.source()))),
        )
      })
    })
  }
}
