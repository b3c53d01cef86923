/** Turns the package's WXML, WXS and WXSS into scripts and styles that a window can run. */
import path from 'node:path'
import { buildSync } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { WeappPackage } from '../package'
import type { Verdict } from '../verdict'

export interface CompiledView {
  /** Defines `weappTemplates` on the window. */
  readonly templates: string
  /** Tags in the templates that are WeChat's own components. */
  readonly builtins: readonly string[]
  /** CSS for a page: WeChat's defaults, app.wxss, the page's own. */
  styles(page: string): string
}

/** Compiles every template of the package once; what the compiler complains of goes to the verdict. */
export function compileView(weapp: WeappPackage, verdict: Verdict): CompiledView {
  const group = new TmplGroup()
  const tags = new Set<string>()
  for (const file of weapp.files) {
    if (file.endsWith('.wxml')) {
      const source = weapp.text(file)
      for (const problem of group.addTmpl(withoutExtension(file), source)) {
        verdict.report('view warning', `${file}: ${String(problem)}`)
      }
      for (const [, tag] of source.matchAll(/<([a-z][a-z-]*)[\s>/]/g)) if (tag !== undefined) tags.add(tag)
    }
    if (file.endsWith('.wxs')) group.addScript(withoutExtension(file), weapp.text(file))
  }
  const templates = `window.weappTemplates = (function () { return ${group.getTmplGenObjectGroups()} })()`
  group.free()
  const syntax = ['template', 'import', 'include', 'wxs', 'block', 'slot']
  return {
    templates,
    builtins: [...tags].filter((tag) => !syntax.includes(tag)),
    styles: (page) => [defaults, wxssOf(weapp, 'app.wxss'), wxssOf(weapp, `${page}.wxss`)].join('\n'),
  }
}

let bundled: string | null = null

/** The client, one script for jsdom and Chromium alike. */
export function clientScript(): string {
  bundled ??= bundle()
  return bundled
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(__dirname, 'client.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error('the view client did not bundle')
  return output.text
}

/** One rpx is a 750th of the screen's width; a tag in a selector is WeChat's, prefixed in our view. */
function wxssOf(weapp: WeappPackage, file: string): string {
  if (!weapp.has(file)) return ''
  const imported = weapp
    .text(file)
    .replace(/@import\s+(?:url\()?["']([^"']+)["']\)?;?/g, (_all, target: string) =>
      wxssOf(weapp, path.posix.normalize(path.posix.join(path.posix.dirname(file), target))),
    )
  return imported
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_all, length: string) => `${(Number(length) * 100) / 750}vw`)
    .replace(/[^{}]+(?=\{)/g, (selector) =>
      selector.trim().startsWith('@')
        ? selector
        : selector.replace(tagInSelector, '$1wx-$2').replace(/\bpage\b(?![-\w])/g, 'body'),
    )
}

/** The same styles as a phone without `gap` in flex boxes reads them: Chromium knows it, and would pass the fallback over. */
export const asWithoutFlexGap = (css: string) =>
  css.replaceAll(/@supports not \(inset: ?0\)/g, '@supports (display: flex)')

const tagInSelector =
  /(^|[\s,>+~(])(view|text|image|button|input|textarea|scroll-view|map|picker|swiper|swiper-item|form|label|switch|icon)(?![\w-])/g

/** How WeChat draws its own components when nobody says otherwise, as far as our pages rely on it. */
const defaults = `
html, body { margin: 0; min-height: 100%; }
body { font: 16px/1.4 -apple-system, 'PingFang SC', 'Noto Sans SC', sans-serif; }
wx-root, wx-view, wx-scroll-view, wx-form, wx-map, wx-image, wx-button, wx-picker { display: block; }
wx-view, wx-button, wx-input, wx-image, wx-scroll-view { box-sizing: border-box; }
wx-text { white-space: pre-line; }
wx-scroll-view { overflow: auto; }
wx-image { width: 320px; height: 240px; background: center / contain no-repeat; }
wx-map { background: #dfe7dc; }
wx-input { display: block; overflow: hidden; white-space: nowrap; }
wx-textarea { display: block; box-sizing: border-box; }
wx-input::before, wx-textarea::before { content: attr(value); }
wx-input[value='']::before, wx-textarea[value='']::before { content: attr(placeholder); opacity: 0.6; }
wx-button { text-align: center; cursor: pointer; }
[hidden] { display: none !important; }
`

const withoutExtension = (file: string) => file.replace(/\.\w+$/, '')
