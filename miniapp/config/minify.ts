/**
 * The browser's scripts are made small by swc in the place of Taro's terser: quicker, and smaller, as Taro has terser keep the
 * name of every function and put every key in quotes. Its sheets by esbuild in the place of cssnano, of whose fifty plugins one
 * loads more than one runs.
 */
import floor from './floor.json'

type Minimizer<Name extends string> = {
  get(of: 'plugin'): { [name in Name]: unknown }
  tap(change: (args: object[]) => unknown[]): unknown
}
type Chain = {
  optimization: {
    minimizer(name: 'terserPlugin'): Minimizer<'swcMinify'>
    minimizer(name: 'cssoWebpackPlugin'): Minimizer<'esbuildMinify'>
  }
}

export function minifyQuickly({ optimization }: Chain): void {
  const scripts = optimization.minimizer('terserPlugin')
  const { swcMinify } = scripts.get('plugin')
  // No newer syntax than the oldest phone knows.
  const ecma = Number(floor.ecmascript.replace(/\D/g, ''))
  // A Chinese character as six of ASCII: more bytes as they stand, fewer once they are compressed.
  const format = { asciiOnly: true, comments: false, ecma }
  const terserOptions = { ecma, compress: { ecma }, mangle: true, format }
  scripts.tap(() => [{ minify: swcMinify, terserOptions, extractComments: false }])

  const sheets = optimization.minimizer('cssoWebpackPlugin')
  const { esbuildMinify } = sheets.get('plugin')
  const target = [`ios${floor.ios}`, `chrome${floor.chrome}`]
  sheets.tap(([options]) => [{ ...options, minify: esbuildMinify, minimizerOptions: { target } }])
}
