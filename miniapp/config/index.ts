/**
 * How Taro builds the mini-program: `--type weapp` for WeChat, `--type h5` for the browser.
 *
 * Lengths are real px on both (pxtransform off): rpx shrinks 18px to 15px on a 320-wide phone, and the elder
 * mode promises sizes that must hold on every screen. Layouts flex instead of scaling.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { ChunkGraph, Module } from 'webpack'
import contracted from './contracts.json'
import { FirstScreenPlugin, isOfDesk, isOfHome } from './first-screen/plugin'
import { FlexGapPlugin } from './flex-gap-plugin'
import floor from './floor.json'
import { compileQuickly } from './loaders'
import { minifyQuickly } from './minify'
import { OfflinePlugin } from './offline'
import { packagesIn, printOfPages } from './pages'
import { QuickCachePlugin } from './quick-cache'
import { ShownStatsPlugin } from './shown-stats'
import { TilesPlugin, tileSetting } from './tiles'
import { UnusedAttributesPlugin } from './unused-attributes'

const root = path.resolve(__dirname, '../..')
const functions = path.join(root, 'functions')
const source = path.resolve(__dirname, '../src')

const contracts = Object.fromEntries(
  readdirSync(functions)
    .filter((domain) => existsSync(path.join(functions, domain, 'contract.ts')))
    .map((domain) => [`@contract/${domain}`, path.join(functions, domain, 'contract')]),
)

const tiles = tileSetting(process.env)

/** Everything the code reads from `process.env`; Taro replaces the names at build time. */
const env = {
  TARO_APP_API: JSON.stringify(
    process.env.TARO_APP_API ?? (process.env.TARO_ENV === 'h5' ? '' : 'http://localhost:8787'),
  ),
  /** JSON of config/tiles.ts; empty without tiles. */
  TARO_APP_TILES: JSON.stringify(tiles ? JSON.stringify(tiles) : ''),
  /** `1` offers the demo people at login: of use only where infra/local stands in for WeChat. */
  TARO_APP_DEMO: JSON.stringify(process.env.TARO_APP_DEMO ?? ''),
  /** JSON of who runs the deployment (infra/operator.ts); empty while one develops. */
  TARO_APP_OPERATOR: JSON.stringify(process.env.TARO_APP_OPERATOR ?? ''),
  TARO_APP_VERSION: JSON.stringify(process.env.BUILD_VERSION ?? readVersion()),
}

function readVersion(): string {
  const { version } = require(path.join(root, 'package.json'))
  return version
}

const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module',
    // A class name crosses to WeChat's view with every element that has it: readable ones cost a third of a page.
    generateScopedName:
      process.env.NODE_ENV === 'production' ? '[hash:base64:6]' : '[name]-[local]-[hash:base64:4]',
  },
} as const
const pxtransform = { enable: false }
/** The prefixes that the oldest phones need. */
const overrideBrowserslist = [`ios >= ${floor.ios}`, `chrome >= ${floor.chrome}`]

/** A contract does nothing when it is loaded: of those that a page names, it gets what it uses. */
const leaveOutUnusedContracts = (chain: ModuleRules) =>
  void chain.module.rule('contracts').test(new RegExp(contracted.files)).set('sideEffects', false)

type ModuleRules = {
  module: { rule(name: string): { test(files: RegExp): { set(option: string, value: boolean): unknown } } }
}

export default defineConfig<'webpack5'>({
  projectName: 'fuyi',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  // Never where what is published comes from.
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}${process.env.TARO_APP_DEMO === '1' ? '-demo' : ''}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Of its own for these pages: what webpack keeps, it keeps by modules, and no module imports a page's folder or its configuration.
  cache: {
    enable: true,
    name: `${process.env.NODE_ENV}-${process.env.TARO_ENV}-${printOfPages(source)}`,
  },
  // A bar that is drawn anew at every step, and nobody sees: what a build says goes to a file.
  logger: { quiet: true, stats: false },
  plugins: [path.join(__dirname, 'aria.ts')],
  // WeChat's map takes its pins as picture files of the package; the browser draws them. Its search reads the site map.
  copy:
    process.env.TARO_ENV === 'weapp'
      ? {
          patterns: [
            { from: 'src/places/map/pins/', to: 'dist/weapp/pins/' },
            { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' },
          ],
          options: {},
        }
      : { patterns: [], options: {} },
  env,
  // For app.config.ts, which Taro also gives to webpack: it cannot read folders by itself.
  defineConstants: { PACKAGES: JSON.stringify(packagesIn(source)) },
  alias: {
    '@': source,
    '@functions': functions,
    '@common': path.join(functions, 'shared'),
    ...contracts,
  },
  sass: {},
  // Of WeChat's package: Taro writes a Chinese character as six of ASCII; in UTF-8 it is three bytes, and WeChat waits for each.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    // These are written with `?.` and the like, at which iOS before 13.4 refuses the whole package.
    compile: { include: [functions, /node_modules[\\/](zod|uqr|@stablelib)[\\/]/] },
    postcss: { pxtransform, cssModules, autoprefixer: { enable: true, config: { overrideBrowserslist } } },
    optimizeMainPackage: { enable: true },
    runtime: { enableInnerHTML: false },
    // Classes of modules never meet, and what must come first is in app.scss.
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain, webpack) {
      leaveOutUnusedContracts(chain)
      chain.plugin('shown stats').use(ShownStatsPlugin)
      chain.plugin('flex gap').use(FlexGapPlugin)
      chain.plugin('unused attributes').use(UnusedAttributesPlugin)
      // Taro carries its reader of HTML text whether or not it is enabled.
      const noHtml = path.join(__dirname, 'no-html.ts')
      chain
        .plugin('no html')
        .use(webpack.NormalModuleReplacementPlugin, [/inner-html[\\/](html|parser)\.js$/, noHtml])
      // Libraries that time themselves (supercluster) take `performance` from a browser; WeChat's logic layer has none.
      const performance = path.join(source, 'shared/platform/performance')
      chain.plugin('performance').use(webpack.ProvidePlugin, [{ performance: [performance, 'performance'] }])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // Our own div, span and input (shared/web) in the place of Taro's web components: a tenth of
    // their size, no foreign picture in their CSS, and what a screen reader and a keyboard know.
    useHtmlComponents: true,
    webpackChain(chain) {
      compileQuickly(chain)
      minifyQuickly(chain)
      chain.plugin('quick cache').use(QuickCachePlugin)
      chain.plugin('shown stats').use(ShownStatsPlugin)
      chain.plugin('first-screen').use(FirstScreenPlugin)
      chain.plugin('offline').use(OfflinePlugin)
      chain.plugin('tiles').use(TilesPlugin, [tiles])
      chain.resolve.alias.set('@tarojs/components$', path.join(source, 'shared/web/index.ts'))
      // Taro asks for these whether or not they are used: WeUI's style sheet, and the web-component tab bar.
      chain.merge({
        resolve: {
          alias: {
            '@tarojs/components-react/dist/index.css': false,
            '@tarojs/components/dist/taro-components/taro-components.css': false,
            '@tarojs/components/dist/components$': false,
            // For JSONP, which nothing here asks by; it reads localStorage while it loads, and throws where that is denied.
            'jsonp-retry': false,
          },
        },
        // What most pages use travels once: Taro splits the first load alone, and every page brought its own 40 KB.
        optimization: {
          splitChunks: {
            cacheGroups: {
              // All that the home page needs and nothing else: a first visit on a weak network waits for it.
              home: {
                name: 'home',
                chunks: 'async',
                test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }) =>
                  [...chunkGraph.getModuleChunksIterable(module)].some(isOfHome),
                priority: 30,
                enforce: true,
              },
              // What pages of the desk alone share: citizens never load it.
              desk: {
                name: 'desk',
                chunks: 'async',
                minChunks: 2,
                test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }) =>
                  [...chunkGraph.getModuleChunksIterable(module)].every(isOfDesk),
                priority: 25,
                enforce: true,
              },
              shared: { name: 'shared', chunks: 'async', minChunks: 3, priority: 20, enforce: true },
              // Only pages that search know how every character is read: 25 KB that no other page should wait for.
              search: {
                name: 'search',
                chunks: 'async',
                test: /[\\/]places[\\/]rules[\\/](readings|search)/,
                priority: 30,
                enforce: true,
              },
            },
          },
        },
      })
    },
    router: { mode: 'hash' },
    compile: { include: [functions] },
    postcss: { pxtransform, cssModules },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      // Behind the program's own sheet, which the page loads after its first screen: a page's classes have the last word.
      insert: (link: HTMLElement) => document.body.appendChild(link),
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
})
