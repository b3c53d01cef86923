/** Gives the built package its margins for phones without `gap` in flex boxes (flex-gap.ts). */
import type { Compiler } from 'webpack'
import { anyElement, withGapFallback } from './flex-gap'

export class FlexGapPlugin {
  apply(compiler: Compiler): void {
    const { Compilation, sources, WebpackError } = compiler.webpack
    compiler.hooks.thisCompilation.tap('flex gap', (compilation) => {
      // After the minifier, on what WeChat will read.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'flex gap', stage }, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          const text = String(asset.source())
          const changed = name.endsWith('.wxss') ? withGapFallback(text) : withClass(name, text)
          if (changed !== text) compilation.updateAsset(name, new sources.RawSource(changed))
        }
        const base = String(compilation.getAsset('base.wxml')?.source.source() ?? classed)
        if (!base.includes(classed))
          compilation.errors.push(new WebpackError('base.wxml gives no class: see flex-gap.ts'))
      })
    })
  }
}

const classed = `class="${anyElement} {{i.cl||''}}"`

/** Taro's templates draw every element of every page. */
const withClass = (name: string, text: string) =>
  name === 'base.wxml' ? text.replaceAll('class="{{i.cl}}"', classed) : text
