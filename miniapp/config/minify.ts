/**
 * The browser's scripts are made small by swc in the place of Taro's terser: quicker, and smaller, as Taro has terser keep the
 * name of every function and put every key in quotes.
 */
import floor from './floor.json'

type Minimizer = {
  get(of: 'plugin'): { swcMinify: unknown }
  tap(change: () => unknown[]): unknown
}
type Chain = { optimization: { minimizer(name: 'terserPlugin'): Minimizer } }

export function minifyBySwc(chain: Chain): void {
  const scripts = chain.optimization.minimizer('terserPlugin')
  const { swcMinify } = scripts.get('plugin')
  // No newer syntax than the oldest phone knows.
  const ecma = Number(floor.ecmascript.replace(/\D/g, ''))
  // A Chinese character as six of ASCII: more bytes as they stand, fewer once they are compressed.
  const format = { asciiOnly: true, comments: false, ecma }
  const terserOptions = { ecma, compress: { ecma }, mangle: true, format }
  scripts.tap(() => [{ minify: swcMinify, terserOptions, extractComments: false }])
}
