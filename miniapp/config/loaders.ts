/** Of the browser's build: loaders of ours in the place of Taro's. What they write is the same, in less time (docs/decisions/071). */
import path from 'node:path'

type Use = {
  get(of: 'loader'): string
  loader(file: string): { options(of: object): unknown }
  tap(change: (options: PostcssOptions) => PostcssOptions): unknown
}
type PostcssOptions = { postcssOptions?: object }
type Rule = {
  uses: { entries(): Record<string, Use> | undefined; delete(name: string): unknown }
  use(name: string): { loader(file: string): unknown }
}
type Chain = { module: { rule(name: string): Rule; rules: { values(): Rule[] } } }

export function compileQuickly({ module }: Chain): void {
  // Its options stay, for the files that are still Babel's.
  module.rule('script').use('babelLoader').loader(path.join(__dirname, 'script-loader.js'))
  for (const rule of module.rules.values()) compileSheets(rule)
}

function compileSheets({ uses }: Rule): void {
  for (const [name, use] of Object.entries(uses.entries() ?? {})) {
    const loader = use.get('loader')
    if (isOf('resolve-url-loader', loader)) uses.delete(name)
    if (isOf('sass-loader', loader)) use.loader(path.join(__dirname, 'sass-loader.js')).options({})
    // Else it looks for a configuration beside each sheet and in every folder above.
    if (isOf('postcss-loader', loader))
      use.tap((options) => ({ ...options, postcssOptions: { ...options.postcssOptions, config: false } }))
  }
}

const isOf = (name: string, file: string): boolean => file.split(/[\\/]/).includes(name)
