/**
 * Makes the browser's page paint before any script: the frame and its styles stand in the page itself, the style sheet
 * of the program comes after them, and what the home page needs is asked for at once instead of one after the other.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compile } from 'sass'
import type { Chunk, Compiler } from 'webpack'
import { frameHtml } from './frame'

const homePage = /tabs[\\/]home[\\/]index$/

/** Whether it is loaded for the home page. */
export const isOfHome = (chunk: Chunk): boolean =>
  [...chunk.groupsIterable].some(({ origins }) => origins.some(({ request }) => homePage.test(request ?? '')))

export class FirstScreenPlugin {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('first-screen', (compilation) => {
      // The names have their hashes, and the page names the files; the list of the worker is made after it (offline.ts).
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT - 1
      compilation.hooks.processAssets.tap({ name: 'first-screen', stage }, (assets) => {
        const page = assets['index.html']
        if (!page) return
        const files = [...compilation.chunks]
          .filter((chunk) => !chunk.canBeInitial() && isOfHome(chunk))
          .flatMap(({ files }) => [...files])
        const text = withFrame(String(page.source()), files)
        compilation.updateAsset('index.html', new sources.RawSource(text))
      })
    })
  }
}

/** Exactly as it stands in the page: the content policy knows its hash. */
const early = (): string => readFileSync(path.join(__dirname, 'early.js'), 'utf8')

/** `files`: of the home page, loaded by the program as soon as it runs. */
export function withFrame(page: string, files: readonly string[]): string {
  const sheets = page.match(/<link href="[^"]+" rel="stylesheet">/g) ?? []
  if (sheets.length === 0 || !page.includes('<body>'))
    throw new Error('the page has changed: where does the frame go?')
  const frame = frameHtml(early())
  const preloads = [...new Set(files)].flatMap((file) => {
    const kind = file.endsWith('.js') ? 'script' : file.endsWith('.css') ? 'style' : null
    return kind ? [`<link rel="preload" as="${kind}" href="/${file}">`] : []
  })
  return sheets
    .reduce((rest, sheet) => rest.replace(sheet, ''), page)
    .replace('</head>', () => `<style>${stylesOf(frame)}</style>${preloads.join('')}</head>`)
    .replace('<body>', () => `<body>${frame}${sheets.join('')}`)
}

const stylesOf = (frame: string): string => {
  const { css } = compile(path.join(__dirname, 'frame.scss'), { style: 'compressed' })
  return css + iconsOf(frame)
}

/** The rules of the icons that the frame shows; the sheet of all of them is larger than the page. */
function iconsOf(frame: string): string {
  const sheet = path.join(__dirname, '../../src/shared/components/icon/icons.scss')
  const { css } = compile(sheet, { style: 'compressed' })
  const shown = new Set([...frame.matchAll(/\bicon-(?!size)[\w-]+/g)].map(([name]) => name))
  return [...css.matchAll(/\.(icon-[\w-]+)\{[^}]*\}/g)]
    .flatMap(([rule, name = '']) => (shown.has(name) ? [rule] : []))
    .join('')
}
