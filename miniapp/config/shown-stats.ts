/** Of a build its errors and warnings are shown. Taro asks webpack twice for a list of everything else, and throws it away. */
import type { Compiler } from 'webpack'

export class ShownStatsPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('shown stats', ({ hooks }) => {
      // Before webpack fills in what is not said.
      hooks.statsNormalize.tap({ name: 'shown stats', stage: -1 }, (options) => {
        options.all ??= false
        options.errors ??= true
        options.warnings ??= true
      })
    })
  }
}
